"""What the bell knows: who has done what."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import joinedload

from app.accounts.models import Account
from app.kernel.database import db
from app.kernel.pagination import Page, newest_first
from app.notifications.models import Notice, NoticeActor
from app.posts import queries as posts
from app.posts.models import Post
from app.relationships import queries as relationships

ACTORS_SHOWN = 3


def notices_of(account: Account, *, kind: str | None, before: int | None) -> Page[Notice]:
    """A page of an account's notices, of one kind or all, those with the latest news first.

    What is about a post is left out when the account may not see that; once read, it stays if the post was deleted.
    """
    stays = and_(Post.deleted_at.is_not(None), Notice.group_key.is_(None))
    query = _about_visible(account, or_(posts.is_visible_expression(account), stays))
    if kind:
        query = query.where(Notice.kind == kind)
    return newest_first(query, Notice.latest_id, before=before)


def unread_since(account: Account, *, since: int, limit: int) -> list[Notice]:
    """An account's unread notices with news after the id `since`, the latest news first."""
    unread = _about_visible(account, posts.is_visible_expression(account)).where(Notice.group_key.is_not(None))
    return list(
        db.session.scalars(unread.where(Notice.latest_id > since).order_by(Notice.latest_id.desc()).limit(limit))
    )


def _about_visible(account: Account, visible: ColumnElement[bool]) -> Select[Notice]:
    query = select(Notice).outerjoin(Post, Post.id == Notice.post_id)
    return query.where(Notice.account_id == account.id, or_(Notice.post_id.is_(None), visible))


def newest_actors(notice_ids: Collection[int], *, viewer: Account) -> dict[int, list[Account]]:
    """The newest ACTORS_SHOWN people of each notice in one statement, without those hidden from the viewer."""
    if not notice_ids:
        return {}
    order = func.row_number().over(partition_by=NoticeActor.notice_id, order_by=NoticeActor.id.desc())
    numbered = (
        select(NoticeActor.notice_id, NoticeActor.account_id, order.label("place"))
        .where(
            NoticeActor.notice_id.in_(notice_ids),
            NoticeActor.account_id.not_in(relationships.unseen_by(viewer.id)),
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
