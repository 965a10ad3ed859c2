"""Somebody comes from another site, with her account as it was there."""

from datetime import datetime
from typing import Any

from app.accounts.models import Account
from app.accounts.operations import pictures
from app.kernel.transactions import locked, operation


@operation
def settle(
    account: Account, *, bio: str, language: str, theme: str, avatar: Any = None, banner: Any = None, now: datetime
) -> Account:
    """Give a new account the look it had elsewhere; the pictures are rows of media."""
    row = locked(account)
    row.bio, row.language, row.theme = bio, language, theme
    for name, image in (("avatar_key", avatar), ("banner_key", banner)):
        if image is not None:
            setattr(row, name, pictures.replace(getattr(row, name), image, now=now))
    return row
