"""Taking the profile of an account down by a decision of staff, and putting it back."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from flask_babel import gettext as _

from app.accounts import queries, rules
from app.accounts.models import Account
from app.accounts.operations import pictures
from app.kernel import i18n
from app.kernel.transactions import locked, operation

_PICTURES = ("avatar_key", "banner_key")


@operation
def reset_profile(account: Account, *, now: datetime) -> dict[str, Any]:
    """Give an account a neutral nickname, no words and no pictures; answers what was there, for put_profile_back.

    Its pictures are kept out of everybody's sight, so that an appeal can bring them back.
    """
    row = locked(account)
    before = {"nickname": row.nickname, "bio": row.bio, **{field: getattr(row, field) for field in _PICTURES}}
    for field in _PICTURES:
        if before[field]:
            pictures.withhold(before[field])
            setattr(row, field, "")
    row.bio = ""
    _name(row, _neutral(row))
    return {**before, "neutral": row.nickname}


@operation
def put_profile_back(account: Account, before: Mapping[str, Any], *, now: datetime) -> None:
    """Undo a reset, as far as the person has not chosen anew since and nobody else has taken the name."""
    row = locked(account)
    for field in _PICTURES:
        if before.get(field) and not getattr(row, field):
            pictures.show_again(before[field])
            setattr(row, field, before[field])
    if not row.bio:
        row.bio = before.get("bio", "")
    old = before.get("nickname", "")
    if old and row.nickname == before.get("neutral") and not queries.names_taken(nickname=old, beside=row.id):
        _name(row, old)


def _name(row: Account, nickname: str) -> None:
    row.nickname, row.nickname_key = nickname, nickname.casefold()
    row.name_skeleton = rules.skeleton_of(nickname)


def _neutral(row: Account) -> str:
    """User and some digits of the id, in the language of the house; the whole id where that is taken."""
    with i18n.force_locale(i18n.LANGUAGES[0]):
        names = [_("User%(number)s", number=number) for number in (row.id % 10**8, row.id)]
    return next((name for name in names if not queries.names_taken(nickname=name, beside=row.id)), names[-1])
