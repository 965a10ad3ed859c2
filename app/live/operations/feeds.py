"""What open feeds are told."""

from collections.abc import Iterable

from app.kernel.realtime import tell
from app.live import channels
from app.posts.models import Post


def announce_post(post: Post, *, to: Iterable[int] | None) -> None:
    """Tell the pages of those who may see a delivered post; `to` lists them where it is not for all followers."""
    facts = {"count": 1, "ids": [str(post.id)], "author_id": str(post.author_id)}
    if to is None:
        tell(channels.followers_of(post.author_id), "feed:new", **facts)
    for account_id in to or ():
        tell(channels.account(account_id), "feed:new", **facts)
    if post.audience == "public" and not post.is_repost:
        tell(channels.PUBLIC, "public:new", **facts)


def announce_in_topics(post: Post, topic_ids: Iterable[int]) -> None:
    """Tell the open pages of topics that a public post carries them."""
    for topic_id in topic_ids:
        facts = {"count": 1, "ids": [str(post.id)], "author_id": str(post.author_id)}
        tell(channels.topic(topic_id), "topic:new", **facts)


def narrow_feeds(account_id: int) -> None:
    """Tell an account's pages that from now on they must ask which news are wanted."""
    tell(channels.account(account_id), "feed:narrowed")
