"""Who likes, keeps and wants what: few things please many."""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.demo.content import Post, Repost, World
from app.demo.content.timing import DAY, answer_ages
from app.demo.planning.follows import Follow

WAIT = 70.0  # minutes, median
PASSERS_BY = 0.1  # who is no fan likes so much more rarely
KEPT = 0.12
CROWD = 14  # the wish lists of the best-liked product


@dataclass(frozen=True)
class Reaction:
    """`by` likes, keeps or wants the thing called `to`."""

    by: str
    to: str
    minutes_ago: int


def likes(world: World, graph: Sequence[Follow], seed: int) -> list[Reaction]:
    """Likes of posts, reposts and comments."""
    fans = _fans(graph)
    told = {node.root for node in world.reposts}
    plan = [one for post in world.posts if post.audience == "public" for one in _of_post(world, post, fans, seed, told)]
    plan += [one for node in world.reposts for one in _of_post(world, node, fans, seed, told)]
    return plan + list(_of_comments(world, fans, seed))


def favourites(world: World, liked: Sequence[Reaction], seed: int) -> list[Reaction]:
    """What one likes one sometimes keeps."""
    rng = random.Random(f"{seed}/favourites")
    roots = {post.key for post in world.posts}
    return [one for one in liked if one.to in roots and rng.random() < KEPT]


def wants(world: World, seed: int) -> list[Reaction]:
    """Wishes come after the first post about a product."""
    first: dict[str, int] = {}
    for post in world.posts:
        for card in post.cards:
            first[card] = max(post.minutes_ago, first.get(card, 0))
    people = [account.handle for account in world.accounts]
    plan = []
    for product in world.products:
        if product.key not in first:
            continue
        rng = random.Random(f"{seed}/wants/{product.key}")
        count = min(len(people), round(rng.lognormvariate(1.6, 0.7)), CROWD)
        age = first[product.key]
        plan += [Reaction(by, product.key, round(age * rng.uniform(0.02, 0.97))) for by in rng.sample(people, count)]
    return plan


def _fans(graph: Sequence[Follow]) -> dict[str, set[str]]:
    fans: dict[str, set[str]] = defaultdict(set)
    for edge in graph:
        fans[edge.of].add(edge.by)
    return fans


def _of_post(
    world: World, post: Post | Repost, fans: dict[str, set[str]], seed: int, told: set[str]
) -> Iterator[Reaction]:
    rng = random.Random(f"{seed}/likes/{post.key}")
    appeal = rng.lognormvariate(-1.6, 0.75)
    if isinstance(post, Repost):
        appeal *= 0.25 if post.text else 0.04
    elif post.key in told:
        appeal = max(appeal, 0.3) * 1.6
    appeal *= min(1.0, post.minutes_ago / 240 + 0.15)  # what is fresh has been seen by few
    chances = {True: min(appeal, 0.92), False: min(appeal, 0.6) * PASSERS_BY}
    people = [account.handle for account in world.accounts if account.handle != post.by]
    chosen = [one for one in people if rng.random() < chances[one in fans[post.by]]]
    yield from _spread(rng, chosen, post.key, post.minutes_ago)


def _of_comments(world: World, fans: dict[str, set[str]], seed: int) -> Iterator[Reaction]:
    authors = {post.key: post.by for post in world.posts}
    people = [account.handle for account in world.accounts]
    for comment in world.comments:
        rng = random.Random(f"{seed}/comment-likes/{comment.key}")
        around = [one for one in people if one != comment.by and one in fans[authors[comment.post]]]
        count = min(round(rng.lognormvariate(0.1, 1.0) * (0.5 if comment.reply_to else 1)), len(around))
        yield from _spread(rng, rng.sample(around, count), comment.key, comment.minutes_ago)


def _spread(rng: random.Random, people: list[str], key: str, age: int) -> Iterator[Reaction]:
    rng.shuffle(people)
    if age < 2:
        return
    ages = answer_ages(rng, age, len(people), median=WAIT if age < 2 * DAY else 3 * WAIT)
    for by, own in zip(people, ages, strict=True):
        yield Reaction(by, key, own)
