"""Reads the texts beside this file into a `World`."""

import json
import random
import zlib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from app.demo.content import desk, timing
from app.demo.content.records import (
    Account,
    Circle,
    Comment,
    Hosting,
    Message,
    Option,
    Picture,
    Post,
    Product,
    Question,
    Repost,
    World,
)

HERE = Path(__file__).parent
EVENING = 21 * 60 + 30
SEEDS = 12  # so many different pictures of one recipe; the rest are shown again
COMMENT_WAIT, REPOST_WAIT = 25.0, 40.0  # minutes, median

Row = dict[str, Any]


def load(seed: int = 2026, *, clock: int = EVENING) -> World:
    """The demo world as of a day at minute `clock`; the same arguments give the same world."""
    rows = [row for path in sorted(HERE.glob("posts-*.jsonl")) for row in _rows(path)]
    posts = [_post(row, seed, clock) for row in rows]
    reposts = [node for row, post in zip(rows, posts, strict=True) for node in _reposts(row, post, seed)]
    comments = [said for row, post in zip(rows, posts, strict=True) for said in _comments(row, post, seed)]
    return World(
        accounts=tuple(_account(row, place) for place, row in enumerate(_rows(HERE / "accounts.jsonl"))),
        products=tuple(_product(row) for row in _rows(HERE / "products.jsonl")),
        posts=tuple(sorted(posts, key=lambda post: -post.minutes_ago)),
        reposts=tuple(sorted(reposts, key=lambda node: (-node.minutes_ago, node.depth))),
        comments=tuple(sorted(comments, key=lambda said: -said.minutes_ago)),
        circles=tuple(_circle(row) for row in _rows(HERE / "circles.jsonl")),
        messages=tuple(_messages()),
        hostings=tuple(
            Hosting(row["name"], row["host"], row["lead"], tuple(row["fans"])) for row in _rows(HERE / "topics.jsonl")
        ),
        desk=desk.read(lambda name: _rows(HERE / f"{name}.jsonl")),
    )


def _rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _number(name: str) -> int:
    return zlib.crc32(name.encode())


def _account(row: Row, place: int) -> Account:
    return Account(
        handle=row["handle"],
        nickname=row["nickname"],
        bio=row["bio"],
        badge=row["badge"],
        badge_reason=row["badge_reason"],
        language=row["language"],
        interests=tuple(row["interests"]),
        tone=row["tone"],
        weight=row["weight"],
        avatar=Picture(row["avatar"], place),
        banner=Picture(row["banner"], place),
    )


def _product(row: Row) -> Product:
    list_price = row["list_price"]
    return Product(
        key=row["key"],
        kind=row["kind"],
        title=row["title"],
        brand=row["brand"],
        shop=row["shop"],
        domain=row["domain"],
        price=Decimal(row["price"]),
        list_price=Decimal(list_price) if list_price else None,
        currency=row["currency"],
        availability=row["availability"],
        history=tuple((days, Decimal(price)) for days, price in row["history"]),
        picture=Picture(row["recipe"], _number(row["key"]) % 1000, row["title"]),
    )


def _post(row: Row, seed: int, clock: int) -> Post:
    rng = random.Random(f"{seed}/{row['key']}")
    first = _number(row["key"])
    return Post(
        key=row["key"],
        by=row["by"],
        text=row["text"],
        pictures=tuple(
            Picture(image["recipe"], (first + place) % SEEDS, image["alt"])
            for place, image in enumerate(row.get("images", ()))
        ),
        cards=tuple(row.get("cards", ())),
        minutes_ago=timing.post_age(rng, hour=row.get("hour"), day=row.get("day"), clock=clock, told="reposts" in row),
        question=_question(row["poll"], first) if "poll" in row else None,
        before=row.get("before", ""),
        fold=row.get("fold", ""),
        is_ai_made=row.get("ai", False),
        is_pinned=row.get("pinned", False),
        audience=row.get("audience", "public"),
        group=row.get("group", ""),
    )


def _question(row: Row, first: int) -> Question:
    options = [{"text": one} if isinstance(one, str) else one for one in row["options"]]
    return Question(
        options=tuple(
            Option(
                one["text"],
                Picture(one["recipe"], (first + place) % SEEDS, one["text"]) if "recipe" in one else None,
                one.get("card"),
            )
            for place, one in enumerate(options)
        ),
        most=row.get("most", 1),
        minutes=row["days"] * timing.DAY,
    )


def _reposts(row: Row, post: Post, seed: int) -> Iterator[Repost]:
    rng = random.Random(f"{seed}/reposts/{post.key}")

    def below(nodes: list[Row], parent: str, depth: int, age: int) -> Iterator[Repost]:
        ages = timing.answer_ages(rng, age, len(nodes), median=REPOST_WAIT)
        for place, (node, own) in enumerate(zip(nodes, ages, strict=True), 1):
            key = f"{parent}.r{place}"
            yield Repost(key, post.key, parent, depth, node["by"], node["text"], own)
            yield from below(node.get("reposts", []), key, depth + 1, own)

    yield from below(row.get("reposts", []), post.key, 1, post.minutes_ago)


def _comments(row: Row, post: Post, seed: int) -> Iterator[Comment]:
    rng = random.Random(f"{seed}/comments/{post.key}")

    def below(said: list[Row], thread: str | None, reply_to: str | None, age: int) -> Iterator[Comment]:
        ages = timing.answer_ages(rng, age, len(said), median=COMMENT_WAIT)
        for place, (one, own) in enumerate(zip(said, ages, strict=True), 1):
            key = f"{reply_to or post.key}.c{place}"
            yield Comment(key, post.key, thread, reply_to, one["by"], one["text"], own)
            yield from below(one.get("replies", []), thread or key, key, own)

    yield from below(row.get("comments", []), None, None, post.minutes_ago)


def _circle(row: Row) -> Circle:
    return Circle(
        by=row["by"],
        groups=tuple((name, tuple(members)) for name, members in row["groups"].items()),
        special=tuple(row["special"]),
    )


def _messages() -> Iterator[Message]:
    for row in _rows(HERE / "messages.jsonl"):
        for one in row["said"]:
            to = next(person for person in row["between"] if person != one["by"])
            yield Message(one["by"], to, one["text"], round(one["hours"] * 60), one.get("card"), one.get("post"))
