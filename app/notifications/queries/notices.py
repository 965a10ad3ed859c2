"""What the bell knows: how much is unread, and who has done what."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, func, literal, or_, select
from sqlalchemy.orm import joinedload

from app.accounts.models import Account
from app.kernel.database import db
from app.kernel.pagination import Page, newest_first
from app.notifications.models import Notice, NoticeActor
from app.posts.models import Post, PostMention
from app.relationships import queries as relationships

ACTORS_SHOWN = 3


def unread_count(account_id: int) -> int:
    """How many notices an account has not read; an open group key is what being unread means in the index."""
    query = select(func.count()).select_from(Notice)
    return db.session.scalar(query.where(Notice.account_id == account_id, Notice.group_key.is_not(None))) or 0


def notices_of(account: Account, *, kind: str | None, before: int | None) -> Page[Notice]:
    """A page of an account's notices, of one kind or all, those with the latest news first."""
    query = select(Notice).where(Notice.account_id == account.id)
    if kind:
        query = query.where(Notice.kind == kind)
    return newest_first(query, Notice.latest_id, before=before)


def newest_actors(notice_ids: Collection[int], *, viewer: Account) -> dict[int, list[Account]]:
    """The newest ACTORS_SHOWN people of each notice in one statement, without those hidden from the viewer."""
    if not notice_ids:
        return {}
    order = func.row_number().over(partition_by=NoticeActor.notice_id, order_by=NoticeActor.id.desc())
    numbered = (
        select(NoticeActor.notice_id, NoticeActor.account_id, order.label("place"))
        .where(
            NoticeActor.notice_id.in_(notice_ids),
            NoticeActor.account_id.not_in(relationships.blocked_by_or_blocking(viewer.id)),
        )
        .subquery()
    )
    query = (
        select(numbered.c.notice_id, Account)
        .join(Account, Account.id == numbered.c.account_id)
        .where(numbered.c.place <= ACTORS_SHOWN)
        .order_by(numbered.c.notice_id, numbered.c.place)
    )
    found: dict[int, list[Account]] = {}
    for notice_id, account in db.session.execute(query):
        found.setdefault(notice_id, []).append(account)
    return found


def tombstones(post_ids: Collection[int]) -> list[Post]:
    """What is left of those posts that have been deleted."""
    if not post_ids:
        return []
    query = select(Post).where(Post.id.in_(post_ids), Post.deleted_at.is_not(None))
    return list(db.session.scalars(query.options(joinedload(Post.author))))


def is_heard(actor_id: int, *, by: int) -> bool:
    """Whether an account hears of what another does: not of itself, across a block, or of whom it has muted."""
    if actor_id == by:
        return False
    actor: ColumnElement[int] = literal(actor_id)
    hidden = actor.in_(relationships.blocked_by_or_blocking(by))
    return not db.session.scalar(select(or_(hidden, actor.in_(relationships.muted_by(by)))))


def has_told(account_id: int, *, actor_id: int, kind: str, post_id: int | None, comment_id: int | None) -> bool:
    """Whether the account was once told that this person did this: taking it back and doing it again is no news."""
    told = (
        select(Notice.id)
        .join(NoticeActor, NoticeActor.notice_id == Notice.id)
        .where(
            Notice.account_id == account_id,
            Notice.kind == kind,
            NoticeActor.account_id == actor_id,
            Notice.post_id.is_(None) if post_id is None else Notice.post_id == post_id,
            Notice.comment_id.is_(None) if comment_id is None else Notice.comment_id == comment_id,
        )
    )
    return bool(db.session.scalar(select(told.exists())))


def mentioned_in(post_id: int) -> list[int]:
    """Ids of the accounts that a post names."""
    return list(db.session.scalars(select(PostMention.account_id).where(PostMention.post_id == post_id)))
