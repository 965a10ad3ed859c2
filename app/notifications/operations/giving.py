"""Giving notices."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import case, select, update

from app.kernel import ids
from app.kernel.database import db
from app.kernel.events import announce
from app.kernel.transactions import operation
from app.kernel.upserts import insert_missing
from app.notifications import queries, rules
from app.notifications.events import NoticeGiven, NoticesChanged
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
    """Tell accounts what `by` has done; nobody hears of herself, of what she does not want to, or of one thing twice.

    Accounts are taken in the order of their ids, so that two acts never wait for each other.
    """
    about = {"post_id": post_id, "comment_id": comment_id}
    for account_id in queries.who_hears(set(to), kind=kind, by=by, **about):
        notice_id = _open_notice(account_id, kind, post_id, comment_id, now)
        _note_actor(notice_id, by, now)
        announce(NoticeGiven(account_id))


@operation
def give_system(
    code: str,
    *,
    to: Iterable[int],
    now: datetime,
    post_id: int | None = None,
    key: str = "",
    data: Mapping[str, Any] | None = None,
) -> None:
    """Tell accounts something that the site itself has to say, in the words of presenters.wording for its `code`.

    With a `key` (up to 40 characters) each account is told once per code and key, read or not; about a post once per
    code and post. Without either it gathers in one notice while that is unread, which holds the `data` of the latest.
    `data` is what the sentence needs: ids as text, codes, ISO dates.
    """
    hearers = queries.who_hears_of_site(set(to), code=code, post_id=post_id, key=key)
    told = {"key": key, **(data or {})} if key else dict(data or {})
    rows = [_row(account_id, "system", post_id, None, now, code=code, key=key, data=told) for account_id in hearers]
    insert_missing(Notice, rows)
    if post_id is None and not key:
        _renew(code, hearers, told, now)
    if hearers:
        announce(NoticesChanged(tuple(hearers)))


def _renew(code: str, account_ids: list[int], data: dict[str, Any], now: datetime) -> None:
    """What was said before and is still unread moves up."""
    group_key = rules.group_of("system", post_id=None, comment_id=None, code=code)
    said = update(Notice).where(Notice.account_id.in_(account_ids), Notice.group_key == group_key)
    later = {"latest_id": ids.new_id(now), "updated_at": now, "data": data}
    db.session.execute(said.values(later).execution_options(synchronize_session=False))


def _open_notice(account_id: int, kind: str, post_id: int | None, comment_id: int | None, now: datetime) -> int:
    """The unread notice of this group, held until the act ends; made if there is none."""
    group_key = rules.group_of(kind, post_id=post_id, comment_id=comment_id)
    mine = select(Notice.id).where(Notice.account_id == account_id, Notice.group_key == group_key)
    for _try in range(_TRIES):  # between the two statements the account may have read what was there
        insert_missing(Notice, [_row(account_id, kind, post_id, comment_id, now)])
        if (notice_id := db.session.scalar(mine.with_for_update(key_share=True))) is not None:
            return notice_id
    raise RuntimeError("a notice was read faster than it could be written")


def _row(
    account_id: int, kind: str, post_id: int | None, comment_id: int | None, now: datetime,
    *, code: str = "", key: str = "", data: Mapping[str, Any] | None = None,
) -> dict[str, object]:  # fmt: skip
    identity = ids.new_id(now)
    return {
        "id": identity,
        "account_id": account_id,
        "kind": kind,
        "code": code,
        "data": dict(data or {}),
        "group_key": rules.group_of(kind, post_id=post_id, comment_id=comment_id, code=code, key=key),
        "post_id": post_id,
        "comment_id": comment_id,
        "latest_id": identity,
        "actor_count": 0,
        "is_unread": True,
        "updated_at": now,
    }


def _note_actor(notice_id: int, actor_id: int, now: datetime) -> None:
    identity = ids.new_id(now)
    if insert_missing(NoticeActor, [{"notice_id": notice_id, "account_id": actor_id, "id": identity}]):
        latest = case((Notice.latest_id < identity, identity), else_=Notice.latest_id)
        grown = {"actor_count": Notice.actor_count + 1, "latest_id": latest, "updated_at": now}
        growth = update(Notice).where(Notice.id == notice_id).values(grown)
        db.session.execute(growth.execution_options(synchronize_session=False))
