"""Which names are still to be had, and which could be taken for somebody else's."""

from collections.abc import Iterable

from sqlalchemy import func, literal, or_, select

from app.accounts import rules
from app.accounts.models import Account
from app.kernel.database import db
from app.kernel.errors import Reason

_MOST = 200
_MANY = 2000


def names_taken(
    *, handle: str = "", nickname: str = "", email: str = "", beside: int | None = None
) -> dict[str, Reason]:
    """Which of these names belong to someone else than `beside`, as reasons by field.

    Handles and nicknames are one space: nobody is named @li when another has the handle li.
    """
    handle_key, nickname_key = handle.casefold(), nickname.casefold()
    keys = [key for key in (handle_key, nickname_key) if key]
    query = select(Account.handle_key, Account.nickname_key, Account.email).where(
        or_(Account.handle_key.in_(keys), Account.nickname_key.in_(keys), Account.email == email)
    )
    taken: dict[str, Reason] = {}
    for row in db.session.execute(query.where(Account.id != beside) if beside else query):
        if handle_key and handle_key in (row.handle_key, row.nickname_key):
            taken["handle"] = rules.HANDLE_TAKEN
        if nickname_key and nickname_key in (row.handle_key, row.nickname_key):
            taken["nickname"] = rules.NICKNAME_TAKEN
        if email and email == row.email:
            taken["email"] = rules.EMAIL_TAKEN
    return taken


def names_protected(*, handle: str = "", nickname: str = "", beside: int | None = None) -> dict[str, Reason]:
    """Which of these names look exactly like a verified account's, as reasons by field; its owner is `beside`."""
    seen = {field: rules.skeleton_of(name) for field, name in {"handle": handle, "nickname": nickname}.items() if name}
    wanted = {field: skeleton for field, skeleton in seen.items() if skeleton}
    if not wanted:
        return {}
    looks = {skeleton: account for account in _verified(beside) for skeleton in _looks_of(account)}
    return {
        field: rules.looks_like(looks[skeleton].nickname) for field, skeleton in wanted.items() if skeleton in looks
    }


def lookalikes_of(account: Account) -> list[Account]:
    """Other people's accounts whose nickname looks (nearly) like the nickname of this one, closed ones left out."""
    skeleton = account.name_skeleton
    if not skeleton:
        return []
    half = len(skeleton) // 2 or 1
    # One edit leaves one half of a name as it was; a word around it leaves both.
    narrowed = or_(
        Account.name_skeleton == skeleton,
        Account.name_skeleton.contains(skeleton[:half], autoescape=True),
        Account.name_skeleton.contains(skeleton[half:], autoescape=True),
    )
    longest = len(skeleton) + rules.COMPANION_MAX
    query = (
        select(Account)
        .where(narrowed, Account.id != account.id, Account.state != "closed")
        .where(func.length(Account.name_skeleton).between(len(skeleton) - 1, longest))
        .order_by(Account.id)
    )
    found = (other for other in db.session.scalars(query.limit(_MANY)) if _is_alike(other.name_skeleton, skeleton))
    return [other for other, _ in zip(found, range(_MOST), strict=False)]


def verified_like(account: Account) -> list[Account]:
    """The verified accounts of others that this account's nickname could be taken for."""
    skeleton = account.name_skeleton
    if not skeleton:
        return []
    length = func.length(Account.name_skeleton)
    narrowed = or_(
        length.between(len(skeleton) - 1, len(skeleton) + 1), literal(skeleton).contains(Account.name_skeleton)
    )
    query = select(Account).where(Account.badge != "", Account.name_skeleton != "", Account.id != account.id, narrowed)
    return [
        other for other in db.session.scalars(query.order_by(Account.id)) if _is_alike(skeleton, other.name_skeleton)
    ]


def _is_alike(skeleton: str, protected: str) -> bool:
    return skeleton == protected or rules.is_near(skeleton, protected)


def _verified(beside: int | None) -> Iterable[Account]:
    query = select(Account).where(Account.badge != "")
    return db.session.scalars(query.where(Account.id != beside) if beside else query)


def _looks_of(account: Account) -> set[str]:
    return {rules.skeleton_of(account.nickname), rules.skeleton_of(account.handle)} - {""}
