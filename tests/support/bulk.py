"""Many accounts, and jobs on them."""

from typing import Any

import pytest
from sqlalchemy import func, insert, select

from app.accounts.models import Account
from app.kernel import clock, ids
from app.kernel.audit import AuditRow
from app.kernel.database import db
from app.kernel.transactions import operation
from app.moderation import operations
from app.moderation.models import BulkJob

THOUSAND = 1000


@operation
def make_crowd(count: int, **values: Any) -> list[int]:
    """Accounts without the cost of makers."""
    now = clock.now()
    rows = [
        {
            "id": ids.new_id(now), "handle": f"crowd{number}", "handle_key": f"crowd{number}", "created_at": now,
            "nickname": f"水军{number}", "nickname_key": f"水军{number}", "email": f"crowd{number}@example.com",
            "password_hash": "",
            **values,
        }
        for number in range(count)
    ]  # fmt: skip
    db.session.execute(insert(Account), rows)
    return sorted(row["id"] for row in rows)


def start(account_ids: Any, by: Account, kind: str = "ban", **values: Any) -> BulkJob:
    """Begin a job."""
    values.setdefault("reason", "machine")
    return operations.start_bulk(account_ids, kind=kind, by=by, now=clock.now(), **values)


def steps(job: BulkJob, most: int = THOUSAND) -> int:
    """Work off so many steps; how many were taken."""
    taken = 0
    while taken < most:
        taken += 1
        if not operations.work_off_bulk(job.id, now=clock.now()):
            break
    db.session.refresh(job)
    return taken


def counts(job: BulkJob) -> tuple[str, int, int, int, int]:
    """State; done, refused, proposed, undone."""
    return job.state, job.done_count, job.refused_count, job.proposed_count, job.undone_count


def how_many(model: Any, *conditions: Any) -> int:
    """Rows that fit."""
    return db.session.scalar(select(func.count()).select_from(model).where(*conditions)) or 0


def banned() -> int:
    """Accounts that are banned."""
    return how_many(Account, Account.state == "banned")


def acts() -> dict[str, int]:
    """Rows of the audit log, by act."""
    return dict(db.session.execute(select(AuditRow.act, func.count()).group_by(AuditRow.act)).all())


def refusal(act: Any, *given: Any, **values: Any) -> str:
    """The code with which a job is refused."""
    with pytest.raises(operations.NotBulk) as refused:
        act(*given, **values)
    return refused.value.reason.code
