"""Taking unread notices back: what is undone before it was read was never news."""

from collections.abc import Collection, Sequence

from sqlalchemy import ColumnElement, delete, func, select, update

from app.kernel import ids
from app.kernel.database import db
from app.kernel.events import announce
from app.kernel.transactions import operation
from app.notifications import rules
from app.notifications.events import NoticesChanged
from app.notifications.models import Notice, NoticeActor

AT_ONCE = 500


@operation
def take_back(kind: str, *, of: int, by: int, post_id: int | None = None, comment_id: int | None = None) -> None:
    """`by` has undone what the account `of` was told: the unread notice loses her, or goes."""
    group_key = rules.group_of(kind, post_id=post_id, comment_id=comment_id)
    take_out(by, [Notice.account_id == of, Notice.group_key == group_key])


@operation
def part(a_id: int, b_id: int) -> None:
    """Two accounts no longer see each other: neither has anything to read of the other."""
    for account_id, other_id in sorted(((a_id, b_id), (b_id, a_id))):
        take_out(other_id, [Notice.account_id == account_id, Notice.group_key.is_not(None)])


@operation
def withdraw(*, post_id: int, comment_id: int | None = None) -> None:
    """A post or comment is gone for good: nobody has anything to read about it."""
    about = [Notice.post_id == post_id, Notice.group_key.is_not(None)]
    if comment_id is not None:
        about.append(Notice.comment_id == comment_id)
    while notices := _held(about):
        _remove(notices)
        _tell(notices)


@operation
def announce_changed(account_ids: Sequence[int]) -> None:
    """Say that these accounts are shown more or less than before: something was hidden, or came back."""
    if account_ids:
        announce(NoticesChanged(tuple(account_ids)))


def take_out(actor_id: int, about: list[ColumnElement[bool]]) -> None:
    """Take an account out of all those notices; what nobody else has done is no notice any more."""
    did = select(NoticeActor.notice_id).where(NoticeActor.notice_id == Notice.id, NoticeActor.account_id == actor_id)
    while notices := _held([*about, did.exists()]):
        taken = delete(NoticeActor).where(NoticeActor.notice_id.in_(notices), NoticeActor.account_id == actor_id)
        db.session.execute(taken.execution_options(synchronize_session=False))
        newest = select(func.max(NoticeActor.id)).where(NoticeActor.notice_id == Notice.id).scalar_subquery()
        fewer = {"actor_count": Notice.actor_count - 1, "latest_id": func.coalesce(newest, Notice.latest_id)}
        shrunk = update(Notice).where(Notice.id.in_(notices)).values(fewer)
        left = db.session.execute(
            shrunk.returning(Notice.id, Notice.latest_id, Notice.actor_count),
            execution_options={"synchronize_session": False},
        ).all()
        _remove([row.id for row in left if row.actor_count <= 0])
        _date({row.id: row.latest_id for row in left if row.actor_count > 0})
        _tell(notices)


def _date(latest_ids: dict[int, int]) -> None:
    """A notice is as old as the newest of what is left in it."""
    for notice_id, latest_id in latest_ids.items():
        dated = update(Notice).where(Notice.id == notice_id).values(updated_at=ids.moment_of(latest_id))
        db.session.execute(dated.execution_options(synchronize_session=False))


def _held(about: list[ColumnElement[bool]]) -> dict[int, int]:
    """Some notices and whose they are, held until the act ends, in the order of the accounts."""
    query = select(Notice.id, Notice.account_id).where(*about).order_by(Notice.account_id, Notice.id).limit(AT_ONCE)
    return {row.id: row.account_id for row in db.session.execute(query.with_for_update())}


def _remove(notice_ids: Collection[int]) -> None:
    for table, column in ((NoticeActor, NoticeActor.notice_id), (Notice, Notice.id)):
        db.session.execute(delete(table).where(column.in_(notice_ids)).execution_options(synchronize_session=False))


def _tell(notices: dict[int, int]) -> None:
    announce(NoticesChanged(tuple(sorted(set(notices.values())))))
