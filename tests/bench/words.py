"""How quickly the word filter reads: ten thousand words against all posts of the shared data, on one core."""

import gzip
import json
import os
import time
from collections.abc import Iterator
from pathlib import Path

from app.screening.rules.matching import Matcher, pattern
from tests.screening.naive import naive_hits
from tests.support.wordlists import ten_thousand_words

FLOOR = 50_000
ROUNDS = 3


def figures() -> Iterator[str]:
    """Words, posts a second, hits; then the same hits counted by a naive check of every word in every post."""
    shared = Path(os.environ.get("SHARED_DATA") or Path(__file__).resolve().parents[3] / "shared" / "data")
    if not shared.is_dir():
        yield "words: the shared data folder is absent"
        return
    words = ten_thousand_words(shared)
    with gzip.open(shared / "posts" / "weibo_posts.jsonl.gz", "rt", encoding="utf-8") as lines:
        posts = [json.loads(line)["text"] for line in lines]
    started = time.process_time()
    rules = Matcher([pattern(number, word, "mark", ["post"]) for number, word in enumerate(words)])
    yield f"words: {len(words):,} words made ready in {time.process_time() - started:.2f} s"
    rates = []
    for _ in range(ROUNDS):
        started = time.process_time()
        found = [rules.hits(text, "post") for text in posts]
        rates.append(len(posts) / (time.process_time() - started))
    rate = max(rates)
    with_hits = sum(map(bool, found))
    yield f"words: {len(posts):,} posts, {rate:,.0f} a second on one core (at least {FLOOR:,}: {_yes(rate >= FLOOR)})"
    yield f"words: {sum(map(len, found)):,} hits in {with_hits:,} posts"
    started = time.process_time()
    same = sum(
        {(hit.word, hit.start, hit.end) for hit in hits} == naive_hits(text, words)
        for text, hits in zip(posts, found, strict=True)
    )
    took = time.process_time() - started
    yield f"words: the naive check took {took:,.0f} s; the same hits in {same:,} of {len(posts):,} posts"


def _yes(is_so: bool) -> str:
    return "yes" if is_so else "NO"
