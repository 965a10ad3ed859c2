"""Acts of staff that reach into several domains at once."""

from app.backoffice.operations.reviewing import turn_down

__all__ = ["turn_down"]
