"""When things were said: about six weeks, denser towards today, with the rhythm of a day."""

import math
import random

DAYS = 45
DAY = 24 * 60
STORY = 26 * 60  # minutes: what people talk about for long is older than a day
# How much is written in each hour of the day, from midnight on.
RHYTHM = (4, 2, 1, 1, 1, 2, 5, 9, 10, 9, 9, 10, 13, 9, 7, 8, 9, 11, 12, 13, 15, 16, 14, 9)


def post_age(rng: random.Random, *, hour: int | None, day: int | None, clock: int, told: bool) -> int:
    """Minutes before now. `clock` is the present minute of the day; `told`: people pass it on."""
    start = rng.random() ** 1.7 * DAYS
    days = int(start) if day is None else day
    if days == 0 and hour is None and not told:
        return 2 + int(rng.random() ** 1.6 * DAY)  # at whatever hour one looks, something has just been said
    if hour is None:
        hour = rng.choices(range(24), RHYTHM)[0]
    age = days * DAY + clock - (hour * 60 + rng.randrange(60))
    while age < (STORY if told else 2):
        age += DAY
    return age


def answer_ages(rng: random.Random, parent_age: int, count: int, *, median: float) -> list[int]:
    """Ages of `count` answers to something, the first answer first; each is younger than its parent."""
    waits = sorted(math.exp(rng.gauss(math.log(median), 1.0)) for _ in range(count))
    return [max(0, parent_age - max(1, round(min(wait, parent_age * 0.6)))) for wait in waits]
