"""The blueprint that the doors of accounts hang on."""

from flask import Blueprint

bp = Blueprint("accounts", __name__)
