"""Topics as links and as the heads of their pages."""

from dataclasses import dataclass
from urllib.parse import quote

from app.accounts.models import Account
from app.accounts.presenters import AccountView, account_view
from app.kernel import cache
from app.posts import queries
from app.posts.models import Topic
from app.posts.rules import topics as rules

LINKS = 5
_KEPT = 300  # seconds


@dataclass(frozen=True, slots=True)
class TopicView:
    """A topic; one that nobody has used yet has no id."""

    name: str
    url: str
    post_count: int
    id: str = ""
    lead: str = ""
    host: AccountView | None = None
    read_count: int = 0
    follower_count: int = 0
    is_followed: bool = False
    can_edit: bool = False
    withheld_reason: str = ""
    is_withheld: bool = False


def topic_url(name: str) -> str:
    """The address of a topic's page."""
    return f"/topic/{quote(name, safe='')}"


def topic_view(
    topic: Topic | None,
    name: str,
    *,
    host: Account | None = None,
    viewer: Account | None = None,
    is_followed: bool = False,
) -> TopicView:
    """The view of a topic, used or not."""
    if topic is None:
        return TopicView(name, topic_url(name), 0)
    return TopicView(
        name=topic.name,
        url=topic_url(topic.name),
        post_count=topic.post_count,
        id=str(topic.id),
        lead=topic.lead,
        host=account_view(host) if host is not None and host.state == "active" else None,
        read_count=topic.read_count,
        follower_count=topic.follower_count,
        is_followed=is_followed,
        can_edit=rules.may_edit_lead(topic, viewer),
        withheld_reason=topic.withheld_reason,
        is_withheld=topic.withheld_at is not None,
    )


def followed_links(account: Account) -> list[TopicView]:
    """The newest LINKS topics that an account follows; kept for a while, as every page shows them."""
    key = _key(account)
    kept: list[TopicView] | None = cache.get(key)
    if kept is None:
        page = queries.followed_topics(account, before=None, size=LINKS)
        kept = [topic_view(topic, topic.name, is_followed=True) for topic in page.items]
        cache.put(key, kept, seconds=_KEPT)
    return kept


def forget_followed(account: Account) -> None:
    """The account follows others now."""
    cache.forget(_key(account))


def _key(account: Account) -> str:
    return f"topics-followed:{account.id}"
