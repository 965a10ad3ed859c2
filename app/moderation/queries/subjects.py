"""The things that can be reported, found by kind and id: as a reporter may see them, and as they lie in the tables."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import abort

from app.accounts import queries as accounts
from app.accounts.models import Account
from app.engagement import queries as under_posts
from app.engagement.models import Comment
from app.kernel.database import db
from app.messages import queries as messages
from app.messages.models import Message
from app.posts import queries as posts
from app.posts.models import Post, Topic
from app.products import queries as products
from app.products.models import Product


@dataclass(frozen=True, slots=True)
class Subject:
    """A thing that was or may be reported; `owner_id` is whose it is (None: a product's or topic's is nobody's)."""

    kind: str
    id: int
    row: Any
    owner_id: int | None


def subject_or_404(kind: str, subject_id: int, *, viewer: Account) -> Subject:
    """The thing as it is there for the viewer, or the answer 404: what one may not see cannot be reported."""
    find = _SEEN.get(kind)
    row = find(subject_id, viewer) if find and 0 < subject_id < 2**63 else None
    return _subject(kind, row) if row is not None else abort(404)


def subject_or_none(kind: str, subject_id: int) -> Subject | None:
    """The thing itself, whatever has become of it: for staff."""
    model = _MODELS.get(kind)
    row = db.session.get(model, subject_id) if model and 0 < subject_id < 2**63 else None
    return _subject(kind, row) if row is not None else None


def _subject(kind: str, row: Any) -> Subject:
    owner_id = row.id if kind == "account" else getattr(row, "author_id", None)
    return Subject(kind, row.id, row, owner_id)


def _seen_post(post_id: int, viewer: Account) -> Post | None:
    return posts.post_or_none(post_id, viewer=viewer)


def _seen_comment(comment_id: int, viewer: Account) -> Comment | None:
    if not under_posts.may_see_comment(comment_id, viewer):
        return None
    return under_posts.comment_or_none(comment_id, viewer=viewer)


def _seen_account(account_id: int, _viewer: Account) -> Account | None:
    """Whoever has blocked the viewer can be reported all the same: her name is shown to everybody."""
    found = accounts.account_or_none(account_id)
    return found if found is not None and found.state == "active" else None


def _seen_message(message_id: int, viewer: Account) -> Message | None:
    if not messages.may_see_message(message_id, viewer):
        return None
    return messages.message_or_none(message_id, viewer=viewer)


def _seen_product(product_id: int, _viewer: Account) -> Product | None:
    found = products.product_or_none(product_id)
    return found if found is not None and found.state not in ("blocked", "merged") else None


def _seen_topic(topic_id: int, _viewer: Account) -> Topic | None:
    found = db.session.get(Topic, topic_id)
    return found if found is not None and found.withheld_at is None else None


_SEEN: dict[str, Callable[[int, Account], Any]] = {
    "post": _seen_post,
    "comment": _seen_comment,
    "account": _seen_account,
    "message": _seen_message,
    "product": _seen_product,
    "topic": _seen_topic,
}
_MODELS: dict[str, type[Any]] = {
    "post": Post,
    "comment": Comment,
    "account": Account,
    "message": Message,
    "product": Product,
    "topic": Topic,
}
