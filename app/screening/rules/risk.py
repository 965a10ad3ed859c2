"""Signs of spam and what each counts. Nothing is weighed that a reviewer or the person herself could not read.

Every sign is a number that is looked at from a threshold on: it then counts its points, for each time that the
threshold is reached, three times at most. The sum of what is on and not on trial (dry run) is the score.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from flask_babel import lazy_gettext as _l

from app.kernel import settings

REVIEW_AT = settings.define(
    "risk.review_at", 60, _l("Spam score from which a post is held for review"), least=1, most=1000
)
LIMIT_AT = settings.define(
    "risk.limit_at", 100, _l("Spam score from which an account is limited by itself"), least=1, most=1000
)
LIMIT_HOURS = settings.define("risk.limit_hours", 24, _l("For how many hours"), least=1, most=720)
AN_HOUR, A_DAY = timedelta(hours=1), timedelta(days=1)
MOST_TIMES = 3


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign: `threshold` in its own unit; `is_below`: it counts once, while the number is smaller."""

    name: str
    label: Any
    hint: Any
    threshold: int
    points: int
    is_on: bool = True
    is_dry_run: bool = False
    is_below: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """What one sign has brought: the number found, and the points for it."""

    name: str
    value: int
    points: int
    is_dry_run: bool = False


@dataclass(frozen=True, slots=True)
class Score:
    """The parts that count or are on trial, and the sum of those that count."""

    parts: tuple[Part, ...]
    total: int


SIGNS: dict[str, Sign] = {
    sign.name: sign
    for sign in (
        Sign("age", _l("New account"), _l("Hours since sign-up; counts below the threshold."), 24, 15, is_below=True),
        Sign("links", _l("Links within an hour"), _l("In posts, reposts and comments."), 5, 25),
        Sign("mentions", _l("People named within an hour"), _l("@ in posts, reposts and comments."), 15, 20),
        Sign("same_own", _l("The same words again"), _l("Said by the account itself within a day."), 4, 30),
        Sign("same_others", _l("The same words elsewhere"), _l("Other accounts that said them within a day."), 3, 35),
        Sign("network", _l("Others on its network"), _l("New accounts of one /24 or /48 within a day."), 10, 15),
        Sign("churn", _l("Follows and unfollows within an hour"), _l("Each of them counts."), 60, 25),
    )
}


def score(values: Mapping[str, int], signs: Mapping[str, Sign]) -> Score:
    """What the numbers found (by the name of the sign) count under these rules."""
    parts = []
    for name, sign in signs.items():
        points = _points(values.get(name, 0), sign) if sign.is_on and name in values else 0
        if points:
            parts.append(Part(name, values[name], points, sign.is_dry_run))
    return Score(tuple(parts), sum(part.points for part in parts if not part.is_dry_run))


def changed(sign: Sign, *, threshold: int, points: int, is_on: bool, is_dry_run: bool) -> Sign:
    """The sign under another rule."""
    return replace(sign, threshold=threshold, points=points, is_on=is_on, is_dry_run=is_dry_run)


def _points(value: int, sign: Sign) -> int:
    if sign.is_below:
        return sign.points if value < sign.threshold else 0
    times = min(MOST_TIMES, value // sign.threshold) if sign.threshold > 0 else 0
    return sign.points * times
