"""Who votes for what: many of the fans, a few others, and not the one whose eyes a visitor sees with."""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.demo.content import Post, Question, World
from app.demo.content.timing import answer_ages
from app.demo.planning.follows import Follow

WAIT = 180.0  # minutes, median
EAGER = {True: 0.55, False: 0.12}  # fans and others
LEFT_TO_VISITORS = {"tangyuan"}


@dataclass(frozen=True)
class Vote:
    """`by` chooses the options at these positions."""

    by: str
    to: str
    choices: tuple[int, ...]
    minutes_ago: int


def votes(world: World, graph: Sequence[Follow], seed: int) -> list[Vote]:
    """Every poll's votes, while it is open."""
    fans: dict[str, set[str]] = defaultdict(set)
    for edge in graph:
        fans[edge.of].add(edge.by)
    return [
        one for post in world.posts if post.question for one in _of_one(world, post, post.question, fans[post.by], seed)
    ]


def _of_one(world: World, post: Post, question: Question, fans: set[str], seed: int) -> Iterator[Vote]:
    rng = random.Random(f"{seed}/votes/{post.key}")
    tastes = [rng.uniform(0.5, 4) for _ in question.options]
    people = [account.handle for account in world.accounts if account.handle not in {post.by, *LEFT_TO_VISITORS}]
    voters = [one for one in people if rng.random() < EAGER[one in fans]]
    rng.shuffle(voters)
    ages = answer_ages(rng, post.minutes_ago, len(voters), median=WAIT)
    for by, age in zip(voters, ages, strict=True):
        wanted = rng.choices(range(len(tastes)), tastes, k=rng.randint(1, question.most))
        if post.minutes_ago - question.minutes < age < post.minutes_ago:
            yield Vote(by, post.key, tuple(sorted(set(wanted))), age)
