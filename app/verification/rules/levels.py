"""Levels of verified people: 金V for those whom many read and come back to, by figures that staff sets."""

from dataclasses import dataclass

from flask_babel import lazy_gettext as _l

from app.kernel import settings

LOYAL_DAYS = 5
FIGURES = ("followers", "interactions", "loyal_fans")


@dataclass(frozen=True)
class Reach:
    """Whom an account reaches: followers now; in the last 30 days interactions of others with what it wrote, and
    铁粉, people who did so on at least LOYAL_DAYS different days.
    """

    followers: int = 0
    interactions: int = 0
    loyal_fans: int = 0


SETTINGS = {
    "followers": settings.define(
        "verification.gold_followers", 10_000, _l("Gold V: followers"), least=1,
        hint=_l("All three figures must be reached to be proposed for gold."),
    ),
    "interactions": settings.define(
        "verification.gold_interactions", 3_000, _l("Gold V: interactions in 30 days"), least=1,
        hint=_l("Reposts, comments, likes and favourites by others."),
    ),
    "loyal_fans": settings.define(
        "verification.gold_loyal_fans", 100, _l("Gold V: loyal fans"), least=1,
        hint=_l("People who interacted on at least 5 different days of the last 30."),
    ),
}  # fmt: skip
KEEPS = settings.define(
    "verification.gold_keeps_percent", 70, _l("Gold V: kept down to this share (%)"), least=1, most=100,
    hint=_l("Below it orange is proposed again; the gap keeps a V from changing to and fro."),
)  # fmt: skip


def level_for(kind: str, reach: Reach, *, needed: Reach, keeps: int) -> str:
    """orange or gold, as the figures of somebody who is `kind` now demand; gold is kept down to `keeps` per cent."""
    share = keeps if kind == "gold" else 100
    is_enough = all(getattr(reach, name) * 100 >= getattr(needed, name) * share for name in FIGURES)
    return "gold" if is_enough else "orange"
