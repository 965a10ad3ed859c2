"""Who hears of what is decided."""

from sqlalchemy import select

from app.accounts import rules as accounts
from app.accounts.models import Account
from app.kernel.database import db


def staff_ids(permission: str, *, but: tuple[int | None, ...] = ()) -> list[int]:
    """Ids of the staff whose role has a permission, without those who have taken part already."""
    roles = accounts.PERMISSIONS[permission]
    query = select(Account.id).where(Account.role.in_(roles), Account.role != "member", Account.state == "active")
    return [one for one in db.session.scalars(query.order_by(Account.id)) if one not in but]
