"""What the site tells everybody, and whoever looks after a topic or a post."""

from app.accounts import queries as accounts
from app.announcements.events import CharterPublished
from app.kernel import clock
from app.kernel.database import db
from app.kernel.events import slow
from app.notifications import operations
from app.posts.events import PostLabelled, TopicShownAgain, TopicWithheld
from app.posts.models import Topic

_AT_ONCE = 500


@slow
def tell_about_charter(event: CharterPublished) -> None:
    """Everybody hears of new community rules, once a version, in batches."""
    version = str(event.version)
    for account_ids in accounts.active_id_batches(_AT_ONCE):
        about = {"key": version, "data": {"version": version}}
        operations.give_system("charter_published", to=account_ids, now=clock.now(), **about)


def tell_about_label(event: PostLabelled) -> None:
    """The author hears that a post carries 「广告」 now."""
    operations.give_system("post_labelled", to=[event.author_id], now=clock.now(), post_id=event.post_id)


def tell_host_topic_withheld(event: TopicWithheld) -> None:
    """The host hears that the topic stands in no list any more; its page says why."""
    _tell_host("topic_withheld", event.topic_id)


def tell_host_topic_shown(event: TopicShownAgain) -> None:
    """The host hears that the topic is shown as before."""
    _tell_host("topic_shown", event.topic_id)


def _tell_host(code: str, topic_id: int) -> None:
    topic = db.session.get(Topic, topic_id)
    if topic is not None and topic.host_id is not None:
        operations.give_system(code, to=[topic.host_id], now=clock.now(), data={"topic": topic.name})
