"""Who hears of what: nobody of herself, across a block, of whom or what she does not want to hear, or twice."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Exists, ScalarSelect, exists, func, select

from app.accounts import queries as accounts
from app.accounts.models import Account
from app.kernel.database import db
from app.notifications.models import Notice, NoticeActor, NoticeSetting, ThreadMute
from app.posts.models import Post
from app.relationships import queries as relationships
from app.relationships.models import Follow, Mute


def who_hears(
    account_ids: Collection[int], *, kind: str, by: int, post_id: int | None = None, comment_id: int | None = None
) -> list[int]:
    """Which of these accounts hear that `by` did something, in the order of their ids; one statement for all.

    Taking something back and doing it again is no news to whom was told before.
    """
    if not account_ids:
        return []
    told = exists().where(
        Notice.account_id == Account.id,
        Notice.kind == kind,
        _is(Notice.post_id, post_id),
        _is(Notice.comment_id, comment_id),
        NoticeActor.notice_id == Notice.id,
        NoticeActor.account_id == by,
    )
    muted = exists().where(Mute.muter_id == Account.id, Mute.muted_id == by)
    query = select(Account.id).where(
        Account.id.in_(account_ids),
        Account.id != by,
        Account.id.not_in(relationships.blocked_by_or_blocking(by)),
        ~_is_hidden(by),
        ~muted,
        ~_is_unwanted(kind, by),
        ~_has_muted_thread(post_id),
        ~told,
    )
    return list(db.session.scalars(query.order_by(Account.id)))


def who_hears_of_site(account_ids: Collection[int], *, code: str, post_id: int | None, key: str = "") -> list[int]:
    """Which of these accounts hear what the site has to say: each thing once per key, or else about one post."""
    if not account_ids:
        return []
    query = select(Account.id).where(Account.id.in_(account_ids))
    told = (Notice.account_id == Account.id, Notice.kind == "system", Notice.code == code)
    if key:
        query = query.where(~exists().where(*told, Notice.data["key"].as_string() == key))
    elif post_id is not None:
        about = (Notice.post_id == post_id, Notice.comment_id.is_(None))
        query = query.where(~exists().where(*told, *about), ~_has_muted_thread(post_id))
    return list(db.session.scalars(query.order_by(Account.id)))


def _is_hidden(account_id: int) -> ColumnElement[bool]:
    """Of what a banned, closing or closed account has done nobody hears."""
    return accounts.hidden_accounts().where(Account.id == account_id).exists()


def _is_unwanted(kind: str, by: int) -> Exists:
    """Whether the account wants news of this kind of nobody, or only of whom it follows."""
    follows = exists().where(Follow.follower_id == NoticeSetting.account_id, Follow.followee_id == by)
    return exists().where(
        NoticeSetting.account_id == Account.id,
        NoticeSetting.kind == kind,
        (NoticeSetting.senders == "none") | ((NoticeSetting.senders == "followed") & ~follows),
    )


def _has_muted_thread(post_id: int | None) -> Exists:
    return exists().where(ThreadMute.account_id == Account.id, ThreadMute.post_id == _tree_of(post_id))


def _tree_of(post_id: int | None) -> ScalarSelect[Any]:
    return select(func.coalesce(Post.root_id, Post.id)).where(Post.id == post_id).scalar_subquery()


def _is(column: Any, value: int | None) -> ColumnElement[bool]:
    found: ColumnElement[bool] = column.is_(None) if value is None else column == value
    return found
