"""How a person shows herself, and how she wants the site."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.exc import IntegrityError

from app.accounts import queries, rules
from app.accounts.models import Account
from app.accounts.operations import pictures
from app.kernel.database import db
from app.kernel.errors import Reason, Refusal
from app.kernel.transactions import locked, operation

THEMES = ("auto", "light", "dark")


class NotEdited(Refusal):
    """The profile stays as it is; `problems` says why, by field."""

    status = 422

    def __init__(self, problems: Mapping[str, Reason]) -> None:
        super().__init__(next(iter(problems.values())))
        self.problems = problems


def edit_profile(
    *, by: Account, nickname: str, bio: str, now: datetime, avatar: bytes | None = None, banner: bytes | None = None
) -> Account:
    """Change nickname, bio and, where given, the pictures; raises NotEdited with everything that is wrong at once.

    Pictures are decoded before the transaction begins: other writers need not wait for it.
    """
    nickname, bio = rules.tidy_nickname(nickname), rules.tidy_bio(bio)
    problems = _problems(by, nickname, bio)
    images: dict[str, Any] = {}
    for field, content in {"avatar": avatar, "banner": banner}.items():
        if content is None:
            continue
        try:
            images[field] = pictures.stored(content, by=by, now=now)
        except Refusal as refusal:
            problems[field] = refusal.reason
    if problems:
        raise NotEdited(problems)
    return _edited(by, nickname, bio, images, now)


@operation
def choose(*, by: Account, language: str | None = None, theme: str | None = None) -> Account:
    """Set the language ('' follows the browser) and the theme; None leaves as it is."""
    row = locked(by)
    if language is not None:
        row.language = language
    if theme is not None:
        row.theme = theme
    return row


@operation
def _edited(account: Account, nickname: str, bio: str, images: Mapping[str, Any], now: datetime) -> Account:
    row = locked(account)
    row.nickname, row.nickname_key, row.bio = nickname, nickname.casefold(), bio
    for field, image in images.items():
        old = getattr(row, f"{field}_key")
        setattr(row, f"{field}_key", pictures.replace(old, image, now=now))
    try:
        db.session.flush()
    except IntegrityError as error:
        raise NotEdited({"nickname": rules.NICKNAME_TAKEN}) from error
    return row


def _problems(account: Account, nickname: str, bio: str) -> dict[str, Reason]:
    problems = {
        field: reason
        for field, reason in {"nickname": rules.why_not_nickname(nickname), "bio": rules.why_not_bio(bio)}.items()
        if reason is not None
    }
    if nickname != account.nickname and "nickname" not in problems:
        problems |= queries.names_taken(nickname=nickname, beside=account.id)
    elif nickname == account.nickname:
        problems.pop("nickname", None)  # a name given by the house (a reserved one) may stay
    return problems
