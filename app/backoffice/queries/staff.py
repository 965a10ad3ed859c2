"""Who belongs to the staff."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import case, func, select

from app.accounts.models import Account, SecondFactor
from app.kernel.database import db


@dataclass(frozen=True)
class Member:
    """One member of staff, with the second factors in use and when one of them was used last."""

    account: Account
    apps: int
    passkeys: int
    last_seen_at: datetime | None


def staff_members() -> list[Member]:
    """Everybody with a role."""
    used = (
        select(
            SecondFactor.account_id,
            func.sum(case((SecondFactor.kind == "totp", 1), else_=0)).label("apps"),
            func.sum(case((SecondFactor.kind == "passkey", 1), else_=0)).label("passkeys"),
            func.max(SecondFactor.last_used_at).label("seen"),
        )
        .where(SecondFactor.confirmed_at.is_not(None))
        .group_by(SecondFactor.account_id)
        .subquery()
    )
    query = (
        select(Account, used.c.apps, used.c.passkeys, used.c.seen)
        .outerjoin(used, used.c.account_id == Account.id)
        .where(Account.role != "member")
    )
    rows = db.session.execute(query)
    return [Member(account, int(apps or 0), int(keys or 0), seen) for account, apps, keys, seen in rows]
