"""What staff looks up across domains."""

from app.backoffice.queries.figures import Disk, Figures, figures
from app.backoffice.queries.proofs import looks_at
from app.backoffice.queries.queues import Waiting, waiting_by_path

__all__ = ["Disk", "Figures", "Waiting", "figures", "looks_at", "waiting_by_path"]
