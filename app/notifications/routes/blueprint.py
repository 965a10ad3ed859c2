"""The blueprint that the doors of the bell hang on."""

from flask import Blueprint

bp = Blueprint("notifications", __name__)
