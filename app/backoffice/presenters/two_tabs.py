"""Lists with two tabs: what waits, the oldest first, and what is done, the newest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from flask_babel import gettext as _

Row = TypeVar("Row")


@dataclass(frozen=True)
class Listing(Generic[Row]):
    """One page of such a list."""

    rows: Sequence[Row]
    tabs: list[dict[str, object]]
    is_waiting: bool
    next_url: str
    begin_url: str


def listing(
    rows: Sequence[Row], path: str, *, done: tuple[str, Any], is_waiting: bool, cursor: object, is_later: bool
) -> Listing[Row]:
    """The page at `path` with its tabs; `done` is the second one's `?state=` and name.

    `cursor` is where the next page goes on, if there is one; `is_later`: this is not the first one.
    """
    state, label = done
    elsewhere = f"{path}?state={state}"
    here = path if is_waiting else elsewhere
    return Listing(
        rows=rows,
        tabs=[
            {"label": str(_("Waiting")), "href": path, "is_here": is_waiting},
            {"label": str(label), "href": elsewhere, "is_here": not is_waiting},
        ],
        is_waiting=is_waiting,
        next_url=f"{here}{'?' if is_waiting else '&'}after={cursor}" if cursor else "",
        begin_url=here if is_later else "",
    )
