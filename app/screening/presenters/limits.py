"""Limits as the person concerned reads them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask_babel import lazy_gettext as _l

from app.screening import queries, rules
from app.screening.models import Limit

LABELS: dict[str, Any] = {
    "no_hot": _l("Left out of hot lists"),
    "no_search": _l("Left out of people search"),
    "review_comments": _l("Comments are reviewed first"),
    "silenced": _l("Silenced"),
    "banned": _l("Banned"),
}
EFFECTS: dict[str, Any] = {
    "no_hot": _l("Your posts stay visible everywhere else, but are not ranked among hot posts."),
    "no_search": _l("Search and suggestions do not name this account. Its page and its posts can be opened as before."),
    "review_comments": _l("What you comment appears once a reviewer has let it out."),
    "silenced": _l("You cannot post, repost, comment, write to strangers or change your name. You can read and like."),
    "banned": _l("Nothing of this account is shown to others. You can appeal, and take your data with you."),
}


@dataclass(frozen=True, slots=True)
class LimitView:
    """One limit: what it is, what it means, why, from when until when (`ends_at` None: until it is lifted)."""

    id: str
    kind: str
    label: Any
    effect: Any
    code: str
    reason: str
    source: str
    source_id: int | None
    starts_at: datetime
    ends_at: datetime | None
    lifted_at: datetime | None
    is_in_force: bool


def limit_views(account_id: int, now: datetime) -> list[LimitView]:
    """All limits of an account, those in force first, each kind of them the newest first."""
    views = [limit_view(limit, now) for limit in queries.limits_of(account_id)]
    return sorted(views, key=lambda view: not view.is_in_force)


def limit_view(limit: Limit, now: datetime) -> LimitView:
    """One limit, as it stands now."""
    return LimitView(
        id=str(limit.id),
        kind=limit.kind,
        label=LABELS[limit.kind],
        effect=EFFECTS[limit.kind],
        code=limit.code,
        reason=limit.words,
        source=limit.source,
        source_id=limit.source_id,
        starts_at=limit.starts_at,
        ends_at=limit.ends_at,
        lifted_at=limit.lifted_at,
        is_in_force=rules.is_in_force(limit, now),
    )
