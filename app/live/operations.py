"""Saying that something is there: ids and counts to rooms. How it looks, each page asks as its viewer."""

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


def tell_counts(post: Post) -> None:
    """Tell the pages on which a post is in sight how often it was passed on, commented and liked."""
    tell(
        channels.post(post.id),
        "post:counts",
        id=str(post.id),
        reposts=post.repost_count,
        comments=post.comment_count,
        likes=post.like_count,
    )


def tell_deletion(post_id: int, root_id: int) -> None:
    """Tell every open page that only the tombstone is left: the post may stand anywhere, as itself or quoted."""
    tell(channels.EVERYONE, "post:deleted", id=str(post_id), root_id=str(root_id))


def tell_comment(post_id: int, comment_id: int) -> None:
    """Tell open threads that a comment is there."""
    tell(channels.thread(post_id), "comment:new", post_id=str(post_id), id=str(comment_id))


def tell_comment_deletion(post_id: int, comment_id: int) -> None:
    """Tell open threads that a comment is gone."""
    tell(channels.thread(post_id), "comment:deleted", post_id=str(post_id), id=str(comment_id))


def tell_link(link_id: int, status: str) -> None:
    """Tell waiting composers what is behind a link."""
    tell(channels.link(link_id), "link:ready", id=str(link_id), status=status)


def ring(account_id: int, unread: int) -> None:
    """Tell an account's pages how many notices are unread."""
    tell(channels.account(account_id), "bell:count", unread=unread)


def renew_rooms(account_id: int) -> None:
    """Ask an account's pages to subscribe again: whom it follows has changed."""
    tell(channels.account(account_id), "relations:changed")


def end_sessions(account_id: int) -> None:
    """Ask an account's pages to reload: their sessions have ended."""
    tell(channels.account(account_id), "session:ended")
