"""What a page sends: any of it may be nonsense, which is passed over."""

from typing import Any

from app.kernel.database import db
from app.kernel.pagination import cursor_from

MOST_AT_ONCE = 60


def value(facts: Any, key: str) -> Any:
    """One thing a page sent, whatever it is."""
    return facts.get(key) if isinstance(facts, dict) else None


def ids(facts: Any) -> list[int]:
    """The ids a page sent: at most MOST_AT_ONCE, anything else in the list is passed over."""
    given = value(facts, "ids")
    if not isinstance(given, list):
        return []
    return [number for one in given[:MOST_AT_ONCE] if isinstance(one, str) and (number := cursor_from(one))]


def one_id(facts: Any, key: str = "id") -> list[int]:
    """The id a page sent under this name, as a list of one or none."""
    return ids({"ids": [value(facts, key)]})


def let_go() -> None:
    """Handlers run for as long as the page is open; the database connection goes back at once."""
    db.session.remove()
