"""What staff looks up across domains."""

from app.backoffice.queries.queues import Waiting, waiting_by_path

__all__ = ["Waiting", "waiting_by_path"]
