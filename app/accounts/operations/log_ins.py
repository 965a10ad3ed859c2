"""The log of log-ins: so that people see who was at their door, and staff see which accounts come from one network."""

from datetime import datetime, timedelta

from sqlalchemy import delete, select

from app.accounts import queries, rules
from app.accounts.models import OUTCOMES, Account, LogIn
from app.kernel import audit, ids
from app.kernel.database import db
from app.kernel.transactions import add, operation
from app.screening import operations as screening

KEPT_FOR = timedelta(days=180)
_BATCH = 2000


@operation
def note_log_in(account: Account, *, outcome: str, address: str, browser: str, now: datetime) -> LogIn:
    """Note an attempt; `outcome` is one of models.OUTCOMES, `browser` what the browser calls itself."""
    if outcome not in OUTCOMES:
        raise ValueError(f"a log-in does not end with {outcome!r}")
    tidied = rules.tidy_address(address)
    if outcome == "signed_up":
        screening.note_sign_up(account.id, address=address, now=now)
    return add(
        LogIn(
            account_id=account.id,
            outcome=outcome,
            address=tidied,
            network=rules.network_of(tidied),
            browser=rules.browser_of(browser),
            created_at=now,
        )
    )


@operation
def look_at_log_ins(account: Account, *, by: Account, now: datetime, limit: int = 100) -> list[LogIn]:
    """The last attempts to log in, for staff: that somebody looked is written down with it."""
    audit.write("accounts.see_log_ins", by=by, now=now, on=("account", account.id))
    return queries.log_ins_of(account, limit)


@operation
def forget_log_ins(now: datetime) -> int:
    """Remove what is older than KEPT_FOR, some at a time; answers how many went."""
    old = select(LogIn.id).where(LogIn.id < ids.floor_id(now - KEPT_FOR)).order_by(LogIn.id).limit(_BATCH)
    rows = list(db.session.scalars(old))
    db.session.execute(delete(LogIn).where(LogIn.id.in_(rows)).execution_options(synchronize_session=False))
    return len(rows)
