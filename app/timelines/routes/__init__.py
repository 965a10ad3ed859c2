"""The doors of feeds."""

from app.timelines.routes import home, pages, topics
from app.timelines.routes.blueprint import bp

__all__ = ["bp", "home", "pages", "topics"]
