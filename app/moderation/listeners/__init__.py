"""What moderation does when something has been announced."""

from app.moderation.listeners.bulk import work_off_bulk
from app.moderation.listeners.forgetting import forget_account

__all__ = ["forget_account", "work_off_bulk"]
