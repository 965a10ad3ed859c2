"""Who belongs to the staff."""

from datetime import datetime

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from app.accounts import events
from app.accounts.models import Account
from app.accounts.rules import ROLES
from app.kernel import audit
from app.kernel.database import db
from app.kernel.errors import Reason, Refusal
from app.kernel.events import announce
from app.kernel.transactions import locked, operation

_LAST_ADMIN = Reason("last_admin", _l("Somebody must be left who can do everything: make another admin first."))


class RoleKept(Refusal):
    """The account keeps its role."""

    status = 409


@operation
def set_role(account: Account, *, role: str, by: Account | None, reason: str, now: datetime) -> None:
    """Give an account another role and end its sessions; `by` None: the command line. Raises RoleKept."""
    if role not in ROLES:
        raise ValueError(f"there is no role {role!r}")
    # Two admins who make each other members at the same moment wait for one another here.
    admins = db.session.scalars(
        select(Account).where(Account.role == "admin", Account.state == "active").order_by(Account.id).with_for_update()
    ).all()
    row = locked(account)
    before = row.role
    if role == before:
        return
    if before == "admin" and [admin.id for admin in admins] == [row.id]:
        raise RoleKept(_LAST_ADMIN)
    row.role = role
    row.session_epoch += 1
    audit.write(
        "accounts.set_role", by=by, now=now, on=("account", row.id),
        before={"role": before}, after={"role": role}, reason=reason,
    )  # fmt: skip
    announce(events.RoleChanged(row.id))
