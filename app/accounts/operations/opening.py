"""Signing up."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.exc import IntegrityError

from app.accounts import events, queries, rules
from app.accounts.models import Account
from app.accounts.operations.passwords import hash_password
from app.kernel import ids
from app.kernel.database import db
from app.kernel.errors import Reason, Refusal
from app.kernel.events import announce
from app.kernel.transactions import add, operation
from app.screening import operations as screening


class NotOpened(Refusal):
    """The account cannot be opened; `problems` says why, by field."""

    status = 422

    def __init__(self, problems: Mapping[str, Reason]) -> None:
        super().__init__(next(iter(problems.values())))
        self.problems = problems


def open_account(*, handle: str, nickname: str, email: str, password: str, now: datetime) -> Account:
    """Sign a person up; raises NotOpened with everything that is wrong at once.

    The password is hashed before the transaction begins: other writers need not wait for it.
    """
    handle, nickname, email = rules.tidy_handle(handle), rules.tidy_nickname(nickname), rules.tidy_email(email)
    problems = _problems(handle, nickname, email, password)
    if not problems and (reason := screening.why_not_named(nickname, now=now)):
        problems["nickname"] = reason
    if problems:
        raise NotOpened(problems)
    account = Account(
        id=ids.new_id(now), handle=handle, nickname=nickname, email=email,
        password_hash=hash_password(password), created_at=now, name_skeleton=rules.skeleton_of(nickname),
    )  # fmt: skip
    return _opened(account)


@operation
def _opened(account: Account) -> Account:
    try:
        with db.session.begin_nested():
            add(account)
    except IntegrityError:
        # Someone was faster with one of the names.
        problems = queries.names_taken(handle=account.handle, nickname=account.nickname, email=account.email)
        if not problems:
            raise
        raise NotOpened(problems) from None
    announce(events.AccountOpened(account.id))
    return account


def _problems(handle: str, nickname: str, email: str, password: str) -> dict[str, Reason]:
    found = {
        "handle": rules.why_not_handle(handle),
        "nickname": rules.why_not_nickname(nickname),
        "email": rules.why_not_email(email),
        "password": rules.why_not_password(password, names=(handle, nickname, email)),
    }
    problems = {field: reason for field, reason in found.items() if reason is not None}
    taken = queries.names_protected(handle=handle, nickname=nickname)
    taken |= queries.names_taken(handle=handle, nickname=nickname, email=email)
    return problems | {field: reason for field, reason in taken.items() if field not in problems}
