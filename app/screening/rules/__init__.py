"""Words as they are compared, limits, spam."""

from app.screening.rules.limits import is_in_force

__all__ = ["is_in_force"]
