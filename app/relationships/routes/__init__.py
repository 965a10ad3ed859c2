"""The doors of relationships."""

from app.relationships.routes import cards, edges, groups, lists, muting
from app.relationships.routes.blueprint import bp

__all__ = ["bp", "cards", "edges", "groups", "lists", "muting"]
