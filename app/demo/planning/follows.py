"""Who follows whom: the well-known are followed by most, everyone follows a few, friends follow each other."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from app.demo.content import Account, World
from app.demo.content.timing import DAY, DAYS

FEWEST, MOST = 8, 36
CURIOUS = {"tangyuan": 30}  # the first demo login reads a lot
LIKE_MINDED = 2.5
FOLLOWS_BACK = 0.3
RECENTLY = 0.14  # share of the follows that came about while the posts were written
LONG_AGO = 300 * DAY


@dataclass(frozen=True)
class Follow:
    """`by` has followed `of` for so many minutes."""

    by: str
    of: str
    minutes_ago: int


def follows(world: World, seed: int) -> list[Follow]:
    """The whole graph, each pair once."""
    rng = random.Random(f"{seed}/follows")
    chosen: dict[tuple[str, str], None] = {}
    for account in world.accounts:
        others = [other for other in world.accounts if other is not account]
        wanted = CURIOUS.get(account.handle, min(MOST, round(FEWEST + rng.expovariate(1 / 10))))
        for other in _drawn(rng, account, others, min(wanted, len(others))):
            chosen[account.handle, other.handle] = None
    most = max((account.weight for account in world.accounts), default=1)
    for account in world.accounts:
        _follow_back(rng, account, most, chosen)
    close = {(circle.by, of): LONG_AGO for circle in world.circles for of in circle.people}
    ages = {pair: _age(rng) for pair in chosen} | close
    return [Follow(by, of, age) for (by, of), age in ages.items()]


def _drawn(rng: random.Random, account: Account, others: Sequence[Account], count: int) -> list[Account]:
    """`count` of the others, the heavy ones and the like-minded first (weighted, without repetition)."""
    keys = {}
    for other in others:
        weight = other.weight**1.25 * (LIKE_MINDED if set(other.interests) & set(account.interests) else 1)
        keys[other.handle] = rng.random() ** (1 / weight)
    return sorted(others, key=lambda other: -keys[other.handle])[:count]


def _follow_back(rng: random.Random, account: Account, most: int, chosen: dict[tuple[str, str], None]) -> None:
    """The less known someone is, the sooner a fan is followed back."""
    chance = FOLLOWS_BACK * (1.1 - account.weight / most)
    for fan in [by for by, of in chosen if of == account.handle]:
        if rng.random() < chance:
            chosen[account.handle, fan] = None


def _age(rng: random.Random) -> int:
    if rng.random() < RECENTLY:
        return rng.randrange(20, DAYS * DAY)
    return rng.randrange((DAYS + 1) * DAY, LONG_AGO)
