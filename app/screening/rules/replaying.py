"""Going through what was done once more, act by act, under other rules: whom would they have met?"""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from app.screening.models import Act
from app.screening.rules import risk, shapes
from app.screening.rules.risk import Score, Sign

FOLLOW, SIGN_UP = "follow", "sign_up"


@dataclass(frozen=True, slots=True)
class Replayed:
    """One act and what it would have scored."""

    act: Act
    score: Score


@dataclass
class _Memory:
    """The acts of the last day: of each account, with each shape, from each network."""

    own: defaultdict[int, deque[Act]] = field(default_factory=lambda: defaultdict(deque))
    with_shape: defaultdict[int, deque[Act]] = field(default_factory=lambda: defaultdict(deque))
    on_network: defaultdict[str, deque[Act]] = field(default_factory=lambda: defaultdict(deque))

    def keep(self, act: Act) -> None:
        self.own[act.account_id].append(act)
        if act.shape is not None:
            self.with_shape[act.shape].append(act)
        if act.network and act.kind == SIGN_UP:
            self.on_network[act.network].append(act)


def replay(acts: Iterable[Act], *, signs: Mapping[str, Sign], born: Mapping[int, datetime]) -> Iterator[Replayed]:
    """The score of each act, the oldest first, as if these rules had held; follows and sign-ups only count along.

    `born`: when the accounts were opened. Of an account that is not in it the age counts nothing.
    """
    memory = _Memory()
    for act in acts:
        if act.kind not in (FOLLOW, SIGN_UP):
            yield Replayed(act, risk.score(_values(act, memory, born), signs))
        memory.keep(act)


def _values(act: Act, memory: _Memory, born: Mapping[int, datetime]) -> dict[str, int]:
    day, hour = act.created_at - risk.A_DAY, act.created_at - risk.AN_HOUR
    mine = _since(memory.own[act.account_id], day)
    said = [one for one in mine if one.kind not in (FOLLOW, SIGN_UP)]
    of_late = [one for one in said if one.created_at > hour]
    values = {
        "links": act.links + sum(one.links for one in of_late),
        "mentions": act.mentions + sum(one.mentions for one in of_late),
        "same_own": _again(act, said),
        "same_others": _elsewhere(act, memory, day),
        "network": _others(act, memory.on_network[act.network], day) if act.network else 0,
        "churn": sum(one.kind == FOLLOW and one.created_at > hour for one in mine),
    }
    if act.account_id in born:
        values["age"] = max(0, int((act.created_at - born[act.account_id]).total_seconds() // 3600))
    return values


def _since(acts: deque[Act], since: datetime) -> deque[Act]:
    while acts and acts[0].created_at <= since:
        acts.popleft()
    return acts


def _again(act: Act, said: Iterable[Act]) -> int:
    if act.shape is None:
        return 0
    again = sum(one.shape is not None and shapes.distance(one.shape, act.shape) <= shapes.NEAR for one in said)
    return again + 1 if again else 0


def _elsewhere(act: Act, memory: _Memory, since: datetime) -> int:
    if act.shape is None:
        return 0
    near = (memory.with_shape[one] for one in shapes.neighbours(act.shape) if one in memory.with_shape)
    return len({one.account_id for acts in near for one in _since(acts, since)} - {act.account_id})


def _others(act: Act, acts: deque[Act], since: datetime) -> int:
    return len({one.account_id for one in _since(acts, since)} - {act.account_id})
