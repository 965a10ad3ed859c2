"""What staff does with topics and labels in the back office; every act has a row in the audit log."""

from datetime import datetime

from app.accounts.models import Account
from app.kernel import audit
from app.kernel.errors import Refusal
from app.kernel.events import announce
from app.kernel.transactions import locked, operation
from app.posts import rules
from app.posts.events import PostLabelled, TopicShownAgain, TopicWithheld
from app.posts.models import Post, Topic
from app.posts.operations.topics import show_topic_again, tend, withhold_topic
from app.posts.rules import topics as topic_rules
from app.products import rules as disclosure


class NotStaffed(Refusal):
    """Staff cannot do this as it was asked for."""

    status = 422


@operation
def withhold_from_lists(topic: Topic, *, reason: str, by: Account, now: datetime) -> None:
    """Take a topic out of lists, suggestions and search; its host is told and its page says why. Raises NotStaffed."""
    reason = reason.strip()
    if problem := topic_rules.why_not_withhold(reason):
        raise NotStaffed(problem)
    if withhold_topic(topic, by=by, reason=reason, now=now):
        audit.write("topics.withhold", by=by, now=now, on=("topic", topic.id), reason=reason)
        announce(TopicWithheld(topic.id))


@operation
def bring_back_to_lists(topic: Topic, *, reason: str, by: Account, now: datetime) -> None:
    """Show a withheld topic as before; its host is told."""
    if show_topic_again(topic, by=by, now=now):
        audit.write("topics.show", by=by, now=now, on=("topic", topic.id), reason=reason.strip())
        announce(TopicShownAgain(topic.id))


@operation
def tend_as_staff(topic: Topic, *, lead: str, host: Account | None, by: Account, now: datetime) -> None:
    """Save a topic's introduction and name its host, or none. Raises NotTended."""
    before = {"host": topic.host_id, "lead": len(topic.lead)}
    tend(topic, lead=lead, host=host, names_host=True, by=by)
    after = {"host": topic.host_id, "lead": len(topic.lead)}
    audit.write("topics.tend", by=by, now=now, on=("topic", topic.id), before=before, after=after)


@operation
def label_as_ad(post: Post, *, reason: str, by: Account, now: datetime) -> None:
    """Add 「广告」 to a post that had none; the author is told. It is never taken off again. Raises NotStaffed."""
    row = locked(post)
    if problem := rules.why_not_label(row, reason.strip()):
        raise NotStaffed(problem)
    row.label = disclosure.AD
    after = {"label": disclosure.AD}
    audit.write("posts.label", by=by, now=now, on=("post", row.id), after=after, reason=reason.strip())
    announce(PostLabelled(row.id, row.author_id))
