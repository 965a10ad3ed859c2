"""Sets of account ids: selects that compose into the rules of the domains above, and keyset batches for fan-out."""

from collections.abc import Iterator

from sqlalchemy import Select, select, union_all
from sqlalchemy.orm import aliased

from app.accounts import queries as accounts
from app.accounts.models import Account
from app.kernel.database import db
from app.relationships.models import Block, Follow, Mute, RepostMute


def blocked_by_or_blocking(viewer_id: int) -> Select[int]:
    """Ids of the accounts that the viewer does not see and that do not see her."""
    either = union_all(
        select(Block.blocked_id.label("account_id")).where(Block.blocker_id == viewer_id),
        select(Block.blocker_id.label("account_id")).where(Block.blocked_id == viewer_id),
    ).subquery()
    return select(either.c.account_id)


def unseen_by(viewer_id: int | None) -> Select[int]:
    """Ids of all accounts that the viewer meets nowhere: across a block, or banned, closing, closed; never her own.

    None is someone logged out.
    """
    if viewer_id is None:
        return accounts.hidden_accounts()
    unseen = union_all(
        select(Block.blocked_id.label("account_id")).where(Block.blocker_id == viewer_id),
        select(Block.blocker_id.label("account_id")).where(Block.blocked_id == viewer_id),
        accounts.hidden_accounts().where(Account.id != viewer_id),
    ).subquery()
    return select(unseen.c[0])


def muted_by(viewer_id: int) -> Select[int]:
    """Ids of the accounts that the viewer does not want to meet in feeds."""
    return select(Mute.muted_id).where(Mute.muter_id == viewer_id)


def reposts_muted_by(viewer_id: int) -> Select[int]:
    """Ids of the accounts whose reposts the viewer does not want to meet in feeds."""
    return select(RepostMute.muted_id).where(RepostMute.muter_id == viewer_id)


def followees_of(viewer_id: int) -> Select[int]:
    """Ids of the accounts that the viewer follows."""
    return select(Follow.followee_id).where(Follow.follower_id == viewer_id)


def specials_of(viewer_id: int) -> Select[int]:
    """Ids of the accounts that the viewer follows specially (特别关注)."""
    return followees_of(viewer_id).where(Follow.is_special)


def mutuals_of(viewer_id: int) -> Select[int]:
    """Ids of the accounts that follow the viewer and are followed back."""
    back = aliased(Follow)
    return (
        select(Follow.followee_id)
        .join(back, (back.follower_id == Follow.followee_id) & (back.followee_id == Follow.follower_id))
        .where(Follow.follower_id == viewer_id)
    )


def followee_ids(account_id: int) -> list[int]:
    """Ids of all accounts that the account follows (rules.FOLLOWS_MAX at most)."""
    return list(db.session.scalars(followees_of(account_id)))


def mutual_ids(account_id: int) -> list[int]:
    """Ids of all accounts with which the account is mutual."""
    return list(db.session.scalars(mutuals_of(account_id)))


def follower_id_batches(account_id: int, *, size: int) -> Iterator[list[int]]:
    """Ids of all followers, oldest follow first, in batches cut by key: the millionth costs what the first does."""
    query = (
        select(Follow.id, Follow.follower_id).where(Follow.followee_id == account_id).order_by(Follow.id).limit(size)
    )
    last = 0
    while rows := db.session.execute(query.where(Follow.id > last)).all():
        yield [row.follower_id for row in rows]
        if len(rows) < size:
            return
        last = rows[-1].id
