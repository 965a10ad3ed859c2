"""What the kinds, organisations and states are called."""

from typing import Any

from flask_babel import lazy_gettext as _l

KIND_LABELS: dict[str, Any] = {"orange": _l("Orange V"), "gold": _l("Gold V"), "blue": _l("Blue V")}
ORGANISATION_LABELS: dict[str, Any] = {
    "business": _l("A business"),
    "government": _l("A government office"),
    "media": _l("A media house"),
    "school": _l("A school"),
    "group": _l("A group"),
}
_SORTS: dict[str, Any] = {
    "": _l("Verified person"),
    "business": _l("Verified business"),
    "government": _l("Verified government office"),
    "media": _l("Verified media"),
    "school": _l("Verified school"),
    "group": _l("Verified group"),
}
STATE_LABELS: dict[str, Any] = {
    "waiting": _l("Being looked at"),
    "needs_more": _l("Something is missing"),
    "approved": _l("Approved"),
    "rejected": _l("Turned down"),
    "withdrawn": _l("Withdrawn"),
}


def sort_of(kind: str, organisation: str) -> str:
    """What sort of verification it is, by whom it is held: a person, or which organisation."""
    return str(_SORTS[organisation if kind == "blue" else ""])
