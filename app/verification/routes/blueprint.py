"""The blueprint that the doors of verification hang on."""

from flask import Blueprint

bp = Blueprint("verification", __name__)
