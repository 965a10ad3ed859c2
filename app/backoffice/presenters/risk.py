"""The signs of spam, what they count, and whom they have met or would meet."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.accounts import queries as accounts
from app.accounts.presenters import AccountView, account_view
from app.kernel import settings
from app.screening.models import Act
from app.screening.presenters import KINDS
from app.screening.rules import risk
from app.screening.rules.replaying import Replayed, replay
from app.screening.rules.risk import Part, Sign

SHOWN = 50


@dataclass(frozen=True)
class PartView:
    """What one sign has brought: the number found, its points and their share of what holds a post (percent)."""

    label: Any
    value: int
    points: int
    share: int
    is_dry_run: bool


@dataclass(frozen=True)
class ScoredView:
    """An act and its score: `outcome` is held, limited or ''."""

    account: AccountView
    kind: Any
    at: datetime
    total: int
    outcome: str
    parts: list[PartView]


@dataclass(frozen=True)
class TrialView:
    """What a set of rules would have done with the acts of a day."""

    acts: int
    people: int
    held: int
    limited: int
    rows: list[ScoredView]


def trial_view(acts: Sequence[Act], signs: Mapping[str, Sign]) -> TrialView:
    """Go through the acts under these rules; the highest score of each account is shown, the highest first."""
    people = accounts.accounts_by_ids({act.account_id for act in acts})
    born = {account.id: account.created_at for account in people.values()}
    trusted = {account.id for account in people.values() if account.is_staff}
    scored = [one for one in replay(acts, signs=signs, born=born) if one.act.account_id not in trusted]
    met = [one for one in scored if one.score.parts]
    highest = _highest(met)
    rows = [_row(one, account_view(people[one.act.account_id])) for one in highest if one.act.account_id in people]
    held = [one for one in highest if one.score.total >= settings.value(risk.REVIEW_AT)]
    limited = [one for one in highest if one.score.total >= settings.value(risk.LIMIT_AT)]
    return TrialView(len(scored), len({one.act.account_id for one in scored}), len(held), len(limited), rows[:SHOWN])


def _highest(scored: Iterable[Replayed]) -> list[Replayed]:
    best: dict[int, Replayed] = {}
    for one in scored:
        known = best.get(one.act.account_id)
        if known is None or _rank(one) >= _rank(known):
            best[one.act.account_id] = one
    return sorted(best.values(), key=_rank, reverse=True)


def _rank(one: Replayed) -> tuple[int, int, int]:
    return one.score.total, sum(part.points for part in one.score.parts), one.act.id


def _row(one: Replayed, account: AccountView) -> ScoredView:
    total = one.score.total
    outcome = "limited" if total >= settings.value(risk.LIMIT_AT) else ""
    outcome = outcome or ("held" if total >= settings.value(risk.REVIEW_AT) else "")
    parts = [_part(part) for part in one.score.parts]
    return ScoredView(account, KINDS.get(one.act.kind, one.act.kind), one.act.created_at, total, outcome, parts)


def _part(part: Part) -> PartView:
    share = min(100, round(100 * part.points / max(1, settings.value(risk.REVIEW_AT))))
    return PartView(risk.SIGNS[part.name].label, part.value, part.points, share, part.is_dry_run)
