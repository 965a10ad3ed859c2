"""The settings as the page shows them: in groups by the first word of their keys."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from flask import abort
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.kernel import settings
from app.kernel.settings import Definition
from app.kernel.text import number_in

GROUP_WORDS: dict[str, Any] = {
    "appeals": _l("Appeals"),
    "queues": _l("Queues"),
    "reports": _l("Reports"),
    "risk": _l("Risk"),
    "verification": _l("Verification"),
    "sign_up": _l("Sign-up"),
    "words": _l("Word filter"),
}


@dataclass(frozen=True)
class SettingView:
    """One setting and its present value."""

    key: str
    label: Any
    hint: Any
    value: int | bool
    default: int | bool
    least: int
    most: int
    is_switch: bool

    @property
    def is_changed(self) -> bool:
        """Whether it differs from the default."""
        return self.value != self.default


@dataclass(frozen=True)
class SettingGroup:
    """Settings that stand together."""

    label: Any
    settings: list[SettingView]


def groups() -> list[SettingGroup]:
    """All settings."""
    by_group = groupby(settings.definitions(), key=lambda one: one.key.partition(".")[0])
    return [SettingGroup(GROUP_WORDS.get(name, name), [_view(one) for one in some]) for name, some in by_group]


def typed_value(key: str, typed: str) -> int | bool | None:
    """What was typed, as the setting holds it; None for what cannot be read. 404 for a setting that is not there."""
    if isinstance(_definition(key).default, bool):
        return {"1": True, "0": False}.get(typed)
    return number_in(typed.strip(), digits=12)


def bounds_of(key: str) -> str:
    """What the setting may be."""
    one = _definition(key)
    return _("A whole number from %(least)s to %(most)s, please.", least=one.least, most=one.most)


def _definition(key: str) -> Definition:
    return next((one for one in settings.definitions() if one.key == key), None) or abort(404)


def _view(one: Definition) -> SettingView:
    value = settings.value(one.key)
    is_switch = isinstance(one.default, bool)
    return SettingView(one.key, one.label, one.hint, value, one.default, one.least, one.most, is_switch)
