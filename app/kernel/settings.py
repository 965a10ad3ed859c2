"""What staff can set while the site runs: a few named values, each with its kind, bounds and default in one table.

Other rooms read `settings.value("reports.due_hours")`. Domains add their own definitions with `define` where they
are used, so that the page of settings is made from what there is.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, String
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel import audit, cache
from app.kernel.database import Base, db
from app.kernel.transactions import add, operation

_KEPT_FOR = 30  # seconds: how late another process may hear of a change


class Setting(Base):
    """A value that differs from its default."""

    __tablename__ = "settings"

    key: Mapped[str] = mapped_column(String(48), primary_key=True)
    value: Mapped[Any] = mapped_column(JSON)
    updated_at: Mapped[datetime]


@dataclass(frozen=True)
class Definition:
    """A setting: a whole number from `least` to `most`, or yes and no. `label` and `hint` are lazily translated."""

    key: str
    default: int | bool
    label: Any
    hint: Any = ""
    least: int = 0
    most: int = 1_000_000


_definitions: dict[str, Definition] = {}


def define(key: str, default: int | bool, label: Any, *, hint: Any = "", least: int = 0, most: int = 1_000_000) -> str:
    """Add a setting, at import; answers its key."""
    _definitions[key] = Definition(key, default, label, hint, least, most)
    return key


def definitions() -> list[Definition]:
    """All settings, by key."""
    return [_definitions[key] for key in sorted(_definitions)]


def value(key: str) -> Any:
    """The present value; raises KeyError for a setting that nobody has defined."""
    definition = _definitions[key]
    kept = cache.get(f"setting:{key}")
    if kept is None:
        row = db.session.get(Setting, key)
        kept = (row.value if row is not None else definition.default,)
        cache.put(f"setting:{key}", kept, seconds=_KEPT_FOR)
    return kept[0]


def fits(key: str, new: Any) -> bool:
    """Whether the setting may be this."""
    definition = _definitions[key]
    if isinstance(definition.default, bool):
        return isinstance(new, bool)
    return isinstance(new, int) and not isinstance(new, bool) and definition.least <= new <= definition.most


@operation
def change(key: str, new: Any, *, by: Any, reason: str, now: datetime) -> None:
    """Set a value that `fits`, with a row in the audit log; the same value changes nothing."""
    before = value(key)
    if not fits(key, new):
        raise ValueError(f"{key} cannot be {new!r}")
    if new == before:
        return
    row = db.session.get(Setting, key)
    if row is None:
        add(Setting(key=key, value=new, updated_at=now))
    else:
        row.value, row.updated_at = new, now
    audit.write("settings.change", by=by, now=now, before={key: before}, after={key: new}, reason=reason)
    cache.forget(f"setting:{key}")
