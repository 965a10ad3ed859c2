"""Avatars and banners are pictures like any other; media, a floor above, says here how they are kept."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Protocol

from app.accounts.models import Account


class Pictures(Protocol):
    """What is asked of media.operations."""

    def store_image(self, content: bytes, *, by: Account, now: datetime) -> Any:
        """Decode, check, re-encode and keep a picture; raises a Refusal."""

    def attach(self, images: Sequence[Any], *, now: datetime, guard: str, to: int | None) -> None:
        """Keep the pictures from being swept away, and show them to whom `guard` says."""

    def let_go(self, key: str) -> None:
        """Let the sweep take the picture."""

    def withhold(self, key: str) -> None:
        """Show the picture to nobody but its owner."""

    def show_again(self, key: str) -> None:
        """Show the picture to everybody again."""


_OPEN = ""
_pictures: Pictures | None = None


def set_pictures(pictures: Pictures) -> None:
    """Say who keeps pictures; called once, at start-up."""
    global _pictures  # noqa: PLW0603 - a register that is filled once
    _pictures = pictures


def stored(content: bytes, *, by: Account, now: datetime) -> Any:
    """The row of the picture, with its `key`; raises a Refusal for what is no picture."""
    return _keeper().store_image(content, by=by, now=now)


def replace(old_key: str, image: Any, *, now: datetime) -> str:
    """Use `image` from now on, and let go what was used before; answers the new key."""
    _keeper().attach([image], now=now, guard=_OPEN, to=None)
    if old_key:
        _keeper().let_go(old_key)
    return str(image.key)


def let_go(key: str) -> None:
    """Use the picture no longer."""
    _keeper().let_go(key)


def withhold(key: str) -> None:
    """Show the picture to nobody but its owner, without letting it go."""
    _keeper().withhold(key)


def show_again(key: str) -> None:
    """Show a withheld picture to everybody again."""
    _keeper().show_again(key)


def _keeper() -> Pictures:
    if _pictures is None:
        raise RuntimeError("nobody has said how pictures are kept: accounts.operations.set_pictures")
    return _pictures
