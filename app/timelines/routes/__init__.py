"""The doors of feeds."""

from app.timelines.routes import controls, home, pages, topics
from app.timelines.routes.blueprint import bp

__all__ = ["bp", "controls", "home", "pages", "topics"]
