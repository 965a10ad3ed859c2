"""Who is there."""

from collections.abc import Iterable, Iterator

from flask import abort
from sqlalchemy import ColumnElement, Select, literal_column, or_, select

from app.accounts import rules
from app.accounts.models import Account
from app.kernel.database import db

_HIGHEST_ID = 2**63 - 1


def account_or_none(account_id: int) -> Account | None:
    """The account with this id."""
    if not 0 < account_id <= _HIGHEST_ID:
        return None
    return db.session.get(Account, account_id)


def account_or_404(account_id: int) -> Account:
    """The account with this id, or the answer 404."""
    return account_or_none(account_id) or abort(404)


def accounts_by_ids(account_ids: Iterable[int]) -> dict[int, Account]:
    """The accounts with these ids, by id; one statement at most."""
    wanted = set(account_ids)
    if not wanted:
        return {}
    return {account.id: account for account in db.session.scalars(select(Account).where(Account.id.in_(wanted)))}


def active_id_batches(size: int) -> Iterator[list[int]]:
    """Ids of all active accounts, in batches cut by id."""
    last = 0
    active = select(Account.id).where(Account.state == "active").order_by(Account.id).limit(size)
    while found := list(db.session.scalars(active.where(Account.id > last))):
        yield found
        last = found[-1]


def hidden_accounts() -> Select[int]:
    """Ids of the accounts of which nothing is shown to others: banned, closing and closed ones; few, in an index."""
    # Written out: with a parameter neither database finds the partial index.
    return select(Account.id).where(Account.state != literal_column("'active'"))


def accounts_named(names: Iterable[str]) -> dict[str, Account]:
    """The accounts with these nicknames or handles, by the case-folded name; a handle comes before a nickname."""
    wanted = {name.casefold() for name in names}
    if not wanted:
        return {}
    found = db.session.scalars(
        select(Account).where(or_(Account.handle_key.in_(wanted), Account.nickname_key.in_(wanted)))
    ).all()
    named = {account.nickname_key: account for account in found if account.nickname_key in wanted}
    return named | {account.handle_key: account for account in found if account.handle_key in wanted}


def accounts_like(prefix: str, limit: int) -> list[Account]:
    """Accounts whose nickname or handle begins like this, the most read first."""
    query = select(Account).where(named_from(prefix)).order_by(Account.follower_count.desc(), Account.id)
    return list(db.session.scalars(query.limit(limit)))


def named_from(prefix: str) -> ColumnElement[bool]:
    """Condition: the nickname or the handle begins like this."""
    key = rules.tidy_nickname(prefix).casefold()
    return or_(
        Account.nickname_key.startswith(key, autoescape=True),
        Account.handle_key.startswith(key, autoescape=True),
    )


def named_with(part: str) -> Select[tuple[Account]]:
    """Accounts with this in nickname or handle: the very name first, then those that begin with it, the most read."""
    key = rules.tidy_nickname(part).casefold()
    is_it = or_(Account.nickname_key == key, Account.handle_key == key)
    return (
        select(Account)
        .where(
            or_(
                Account.nickname_key.contains(key, autoescape=True),
                Account.handle_key.contains(key, autoescape=True),
            )
        )
        .order_by(is_it.desc(), named_from(part).desc(), Account.follower_count.desc(), Account.id)
    )


def who_is(identifier: str) -> Account | None:
    """The account that a person means at log-in: by handle, nickname or e-mail address."""
    typed = identifier.strip()
    if "@" in typed.removeprefix("@"):
        return db.session.scalar(select(Account).where(Account.email == rules.tidy_email(typed)))
    key = rules.tidy_handle(rules.tidy_nickname(typed).casefold())
    return accounts_named([key]).get(key)


def session_owner(session_id: str) -> Account | None:
    """Whose session this is; nobody's once the account's epoch has risen."""
    account_id, _, epoch = session_id.partition(".")
    if not (account_id.isascii() and account_id.isdigit()):
        return None
    account = account_or_none(int(account_id))
    return account if account is not None and str(account.session_epoch) == epoch else None
