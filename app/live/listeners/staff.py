"""Pages of staff hear how much waits."""

from app.live import operations
from app.moderation import queries as moderation
from app.moderation.events import AppealDecided, AppealFiled, CaseDecided, ProposalDecided, ProposalMade, ThingReported


def show_queues(
    event: ThingReported | CaseDecided | AppealFiled | AppealDecided | ProposalMade | ProposalDecided,
) -> None:
    """The back office shows the queues of moderation as they are now."""
    operations.tell_queues({queue.name: queue.waiting for queue in moderation.queue_ages()})
