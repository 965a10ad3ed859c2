"""The figures that levels go by, each with what it takes."""

from dataclasses import dataclass
from typing import Any

from flask_babel import lazy_gettext as _l

from app.verification import queries, rules
from app.verification.rules import Reach

_LABELS: dict[str, Any] = {
    "followers": _l("Followers"),
    "interactions": _l("Interactions in 30 days"),
    "loyal_fans": _l("Loyal fans"),
}


@dataclass(frozen=True, slots=True)
class FigureView:
    """One figure: where it stands, what gold takes, and how far that is (0 to 100)."""

    label: str
    value: int
    needed: int
    percent: int


def figure_views(reach: Reach) -> list[FigureView]:
    """The three figures against what staff has set for gold."""
    needed, _keeps = queries.thresholds()
    return [
        FigureView(
            label=str(_LABELS[name]),
            value=getattr(reach, name),
            needed=getattr(needed, name),
            percent=min(100, getattr(reach, name) * 100 // getattr(needed, name)),
        )
        for name in rules.FIGURES
    ]
