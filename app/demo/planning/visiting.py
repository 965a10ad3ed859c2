"""When people have read their notices: again and again, the last time some hours ago."""

import random
from dataclasses import dataclass

from app.demo.content import World
from app.demo.content.timing import DAY, DAYS
from app.demo.planning.follows import LONG_AGO

EVERY = 4 * DAY
LAST = (360, 840)  # minutes


@dataclass(frozen=True)
class Visit:
    """`by` has read all that was new."""

    by: str
    minutes_ago: int


def visits(world: World, seed: int) -> list[Visit]:
    """Every few days while the posts were written, a few times before."""
    plan = []
    for account in world.accounts:
        rng = random.Random(f"{seed}/visits/{account.handle}")
        age = rng.randrange(*LAST)
        while age < DAYS * DAY:
            plan.append(Visit(account.handle, age))
            age += round(EVERY * rng.uniform(0.6, 1.4))
        plan += [Visit(account.handle, rng.randrange(DAYS * DAY, LONG_AGO)) for _ in range(3)]
        plan.append(Visit(account.handle, DAYS * DAY))
    return plan
