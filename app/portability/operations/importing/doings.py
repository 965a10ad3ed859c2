"""What people did under posts: comments in the order of time, likes, what they keep and want, votes."""

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import select

from app.engagement import operations as engagement
from app.engagement.models import Comment
from app.kernel.database import db
from app.portability import queries
from app.portability.operations.importing.unpacking import moment
from app.portability.operations.importing.writing import BROKEN
from app.posts import operations as posts
from app.posts.models import Post
from app.products import operations as products

_Act = Callable[[Any, dict[str, Any], dict[str, Post]], None]


class _Missing(ValueError):
    """What it is about is not here."""


def do_all(arrivals: Sequence[Any]) -> None:
    """Everything about posts that are here; of the rest it is counted that it was left out."""
    there = queries.posts_with_keys(_wanted(arrivals))
    comments = [(arrival, entry) for arrival in arrivals for entry in arrival.pack.entries("comments")]
    for arrival, entry in sorted(comments, key=lambda one: str(one[1].get("created_at"))):
        _try("comments", _comment, arrival, entry, there)
    for arrival in arrivals:
        for kind, act in _ACTS.items():
            for entry in arrival.pack.entries(kind):
                _try(kind, act, arrival, entry, there)


def _wanted(arrivals: Sequence[Any]) -> set[str]:
    keys = set()
    for arrival in arrivals:
        for kind in ("comments", "likes", "favourites", "votes"):
            for entry in arrival.pack.entries(kind):
                if isinstance(entry.get("post"), dict) and str(entry["post"].get("id", "")).isdigit():
                    keys.add(arrival.pack.key(entry["post"]["id"]))
    return keys


def _comment(arrival: Any, entry: dict[str, Any], there: dict[str, Post]) -> None:
    post, key, at = _post(arrival, entry, there), arrival.pack.key(entry["id"]), moment(entry["created_at"])
    if _comment_with(key, arrival.account.id) is not None:
        return
    answered = _comment_with(arrival.pack.key(entry["reply_to"])) if entry.get("reply_to") else None
    engagement.bring_in_comment(
        post, by=arrival.account, key=key, at=at, text=str(entry["text"])[:1000],
        picture=arrival.picture(entry.get("picture"), at=at), is_approved=bool(entry["is_approved"]),
        reply_to=answered if answered is not None and answered.post_id == post.id else None,
    )  # fmt: skip


def _like(arrival: Any, entry: dict[str, Any], there: dict[str, Post]) -> None:
    at = moment(entry["created_at"])
    if "comment" not in entry:
        engagement.like(_post(arrival, entry, there), by=arrival.account, now=at)
        return
    comment = _comment_with(arrival.pack.key(entry["comment"]))
    if comment is None:
        raise _Missing
    engagement.like_comment(comment, by=arrival.account, now=at)


def _post(arrival: Any, entry: dict[str, Any], there: dict[str, Post]) -> Post:
    post = there.get(arrival.pack.key(entry["post"]["id"]))
    if post is None or post.purged_at is not None:
        raise _Missing
    return post


def _comment_with(key: str, author_id: int | None = None) -> Comment | None:
    query = select(Comment).where(Comment.client_key == key)
    return db.session.scalar(query if author_id is None else query.where(Comment.author_id == author_id))


def _keep(arrival: Any, entry: dict[str, Any], there: dict[str, Post]) -> None:
    engagement.favourite(_post(arrival, entry, there), by=arrival.account, now=moment(entry["created_at"]))


def _vote(arrival: Any, entry: dict[str, Any], there: dict[str, Post]) -> None:
    choices = [int(position) for position in entry["options"]]
    posts.bring_in_vote(_post(arrival, entry, there).id, by=arrival.account, choices=choices, at=arrival.at)


def _want(arrival: Any, entry: dict[str, Any], _there: dict[str, Post]) -> None:
    at = moment(entry["created_at"])
    product = products.bring_in(
        str(entry["key"]), title=str(entry["title"]), url=str(entry["url"]), shop_name=str(entry["shop_name"]),
        brand=str(entry["brand"]), at=at,
    )  # fmt: skip
    engagement.want(product, by=arrival.account, now=at)


_ACTS: dict[str, _Act] = {"likes": _like, "favourites": _keep, "votes": _vote, "shelves": _want}


def _try(kind: str, act: _Act, arrival: Any, entry: dict[str, Any], there: dict[str, Post]) -> None:
    try:
        act(arrival, entry, there)
        arrival.taken[kind] += 1
    except BROKEN:
        arrival.skipped[kind] += 1
