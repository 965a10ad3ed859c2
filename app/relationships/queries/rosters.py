"""Lists of people: whom someone follows, her fans, and whom the viewer may want to name."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Select, and_, select
from sqlalchemy.orm import InstrumentedAttribute, aliased, joinedload

from app.accounts import queries as accounts
from app.accounts.models import Account
from app.kernel.database import db
from app.kernel.pagination import Page, mapped, newest_first
from app.relationships.models import Block, Follow, Mute, RepostMute
from app.relationships.queries.people import unseen_by
from app.screening import queries as screening

LOOKED_AT = 200

_Query = TypeVar("_Query", bound=Select[*tuple[Any, ...]])

SHUT_OUT: Mapping[str, tuple[InstrumentedAttribute[int], InstrumentedAttribute[int]]] = {
    "muted": (Mute.muter_id, Mute.muted_id),
    "reposts": (RepostMute.muter_id, RepostMute.muted_id),
    "blocked": (Block.blocker_id, Block.blocked_id),
}


def following_page(account: Account, *, viewer: Account | None, before: int | None) -> Page[Account]:
    """Whom the account follows, the newest follow first; without people whom the viewer does not see."""
    follows = (
        select(Follow).where(Follow.follower_id == account.id).options(joinedload(Follow.followee, innerjoin=True))
    )
    page = newest_first(_seen(follows, Follow.followee_id, viewer), Follow.id, before=before)
    return mapped(page, lambda rows: [row.followee for row in rows])


def fans_page(account: Account, *, viewer: Account | None, before: int | None) -> Page[Account]:
    """Who follows the account, the newest fan first; without people whom the viewer does not see."""
    follows = (
        select(Follow).where(Follow.followee_id == account.id).options(joinedload(Follow.follower, innerjoin=True))
    )
    page = newest_first(_seen(follows, Follow.follower_id, viewer), Follow.id, before=before)
    return mapped(page, lambda rows: [row.follower for row in rows])


def shut_out_page(account: Account, kind: str, *, before: int | None) -> Page[Account]:
    """Whom the account has shut out: `kind` is one of SHUT_OUT; the newest accounts come first."""
    owner, other = SHUT_OUT[kind]
    query = select(Account).join(other.class_, other == Account.id).where(owner == account.id)
    return newest_first(query, other, before=before, read_as=Account.id)


def followed_named(name: str, *, by: Account, limit: int) -> list[Account]:
    """Whom `by` follows, of those whose nickname or handle begins so."""
    query = (
        select(Account)
        .join(Follow, and_(Follow.followee_id == Account.id, Follow.follower_id == by.id))
        .where(accounts.named_from(name), Account.id.not_in(unseen_by(by.id)))
        .order_by(Follow.id.desc())
        .limit(limit)
    )
    return list(db.session.scalars(query))


def suggested_accounts(prefix: str, *, viewer: Account, limit: int, now: datetime) -> list[Account]:
    """Whom the viewer may mean by `@prefix`: mutuals, then whom she follows, then her fans, then everyone else.

    The newest follow comes first, among everyone else the most read. An empty prefix asks for people she knows. Of her
    follows the newest LOOKED_AT with that name are looked at. Who is limited (不进搜索) is named to those who know her.
    """
    found = _followed(prefix, viewer)[:limit]
    if len(found) < limit:
        found += _fans(prefix, viewer, but=found, limit=limit - len(found))
    if len(found) < limit and prefix.strip():
        found += _others(prefix, viewer, but=found, limit=limit - len(found), now=now)
    return found


def _followed(prefix: str, viewer: Account) -> list[Account]:
    newest = (
        _seen(_named(select(Account.id, Follow.id.label("follow_id")), prefix), Account.id, viewer)
        .join(Follow, and_(Follow.followee_id == Account.id, Follow.follower_id == viewer.id))
        .order_by(Follow.id.desc())
        .limit(LOOKED_AT)
        .subquery()
    )
    back = aliased(Follow)
    query = (
        select(Account)
        .join(newest, newest.c.id == Account.id)
        .outerjoin(back, and_(back.follower_id == Account.id, back.followee_id == viewer.id))
        .order_by(back.id.is_(None), newest.c.follow_id.desc())
    )
    return list(db.session.scalars(query))


def _fans(prefix: str, viewer: Account, *, but: list[Account], limit: int) -> list[Account]:
    query = (
        _seen(_named(select(Account), prefix), Account.id, viewer)
        .join(Follow, and_(Follow.follower_id == Account.id, Follow.followee_id == viewer.id))
        .where(Account.id.not_in([one.id for one in but]))
        .order_by(Follow.id.desc())
        .limit(limit)
    )
    return list(db.session.scalars(query))


def _others(prefix: str, viewer: Account, *, but: list[Account], limit: int, now: datetime) -> list[Account]:
    query = (
        _seen(_named(select(Account), prefix), Account.id, viewer)
        .where(Account.id.not_in([viewer.id, *(one.id for one in but)]))
        .where(Account.id.not_in(screening.limited("no_search", now)))
        .order_by(Account.follower_count.desc(), Account.id)
        .limit(limit)
    )
    return list(db.session.scalars(query))


def _named(query: _Query, prefix: str) -> _Query:
    return query.where(accounts.named_from(prefix)) if prefix.strip() else query


def _seen(query: _Query, column: InstrumentedAttribute[int], viewer: Account | None) -> _Query:
    return query.where(column.not_in(unseen_by(viewer.id if viewer is not None else None)))
