"""Giving notices and reading them."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import case, select, update

from app.accounts.models import Account
from app.kernel import ids
from app.kernel.database import db
from app.kernel.events import announce
from app.kernel.transactions import operation
from app.kernel.upserts import insert_missing
from app.notifications import queries, rules
from app.notifications.events import NoticeGiven, NoticesRead
from app.notifications.models import Notice, NoticeActor

_TRIES = 10


@operation
def give(
    kind: str,
    *,
    to: Iterable[int],
    by: int,
    now: datetime,
    post_id: int | None = None,
    comment_id: int | None = None,
) -> None:
    """Tell accounts what `by` has done; nobody hears of herself, of whom she does not want to, or of one thing twice.

    Accounts are taken in the order of their ids, so that two acts never wait for each other.
    """
    for account_id in sorted(set(to)):
        if not queries.is_heard(by, by=account_id):
            continue
        if queries.has_told(account_id, actor_id=by, kind=kind, post_id=post_id, comment_id=comment_id):
            continue
        notice_id = _open_notice(account_id, kind, post_id, comment_id, now)
        _note_actor(notice_id, by, now)
        announce(NoticeGiven(account_id))


@operation
def read_all(*, by: Account) -> None:
    """Mark everything read; later news opens new notices."""
    unread = update(Notice).where(Notice.account_id == by.id, Notice.group_key.is_not(None))
    done = db.session.execute(
        unread.values(is_unread=False, group_key=None).execution_options(synchronize_session=False)
    )
    if done.rowcount:  # type: ignore[attr-defined]
        announce(NoticesRead(by.id))


def _open_notice(account_id: int, kind: str, post_id: int | None, comment_id: int | None, now: datetime) -> int:
    """The unread notice of this group, held until the act ends; made if there is none."""
    group_key = rules.group_of(kind, post_id=post_id, comment_id=comment_id)
    mine = select(Notice.id).where(Notice.account_id == account_id, Notice.group_key == group_key)
    for _try in range(_TRIES):  # between the two statements the account may have read what was there
        identity = ids.new_id(now)
        row = {
            "id": identity,
            "account_id": account_id,
            "kind": kind,
            "group_key": group_key,
            "post_id": post_id,
            "comment_id": comment_id,
            "latest_id": identity,
            "actor_count": 0,
            "is_unread": True,
            "updated_at": now,
        }
        insert_missing(Notice, [row])
        if (notice_id := db.session.scalar(mine.with_for_update(key_share=True))) is not None:
            return notice_id
    raise RuntimeError("a notice was read faster than it could be written")


def _note_actor(notice_id: int, actor_id: int, now: datetime) -> None:
    identity = ids.new_id(now)
    if insert_missing(NoticeActor, [{"notice_id": notice_id, "account_id": actor_id, "id": identity}]):
        latest = case((Notice.latest_id < identity, identity), else_=Notice.latest_id)
        grown = {"actor_count": Notice.actor_count + 1, "latest_id": latest, "updated_at": now}
        growth = update(Notice).where(Notice.id == notice_id).values(grown)
        db.session.execute(growth.execution_options(synchronize_session=False))
