"""What staff can choose when it acts on accounts, and what it has chosen."""

from dataclasses import dataclass
from typing import Any

from app.kernel.text import number_in
from app.moderation import rules
from app.screening.presenters import EFFECTS, LABELS

DAYS = (1, 3, 7, 30, 90, 365)


@dataclass(frozen=True)
class ActChoices:
    """Reasons by group, limits, and usual lengths of time in days."""

    reasons: list[tuple[str, list[tuple[str, str]]]]
    limits: list[tuple[str, Any, Any]]
    days: tuple[int, ...]


def act_choices(kind: str) -> ActChoices:
    """What there is to choose about things of this kind."""
    return ActChoices(
        reasons=[
            (str(group.label), [(leaf.code, str(leaf.label)) for leaf in (leaves or [group])])
            for group, leaves in rules.groups_for(kind)
        ],
        limits=[(limit, LABELS[limit], EFFECTS[limit]) for limit in rules.CHOOSABLE_LIMITS],
        days=DAYS,
    )


def act_typed(form: Any, *, kinds: tuple[str, ...]) -> dict[str, Any]:
    """Kind, reason, words, days and limits as a form has sent them; a kind that does not belong here is none."""
    kind = form.get("kind", kinds[0])
    return {
        "kind": kind if kind in kinds else "",
        "reason": form.get("reason", ""),
        "words": form.get("words", "").strip(),
        "days": number_in(form.get("days"), digits=4),
        "limits": tuple(form.getlist("limits")),
    }
