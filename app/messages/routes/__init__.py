"""The doors to private messages."""

from flask import Blueprint

bp = Blueprint("messages", __name__)
