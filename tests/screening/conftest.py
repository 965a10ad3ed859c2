"""Rules of the word filter, and what they stop."""

from typing import Any

import pytest

from app.kernel import cache
from app.kernel.transactions import add, operation
from app.posts import operations as posts
from app.screening import operations as screening
from app.screening import queries
from app.screening.models import SCOPES, ReviewItem, WordRule
from app.screening.queries.words import VERSION
from app.screening.rules import folded


@pytest.fixture
def rule(app: Any, frozen_clock: Any) -> Any:
    """`rule("刷单", "review")`: a word that is looked for everywhere."""

    @operation
    def make(word: str, action: str, *, scopes: Any = SCOPES, replacement: str = "") -> WordRule:
        now = frozen_clock()
        cache.forget(VERSION)
        return add(
            WordRule(
                word=word, key=folded(word).text, action=action, scopes=list(scopes), replacement=replacement,
                created_at=now, updated_at=now,
            )
        )  # fmt: skip

    return make


@pytest.fixture
def held(app: Any) -> Any:
    """`held(act)`: the act is held; the item that waits."""

    def run(act: Any) -> ReviewItem:
        with pytest.raises(screening.Held):
            act()
        return queries.waiting_items()[-1]

    return run


@pytest.fixture
def say(frozen_clock: Any) -> Any:
    """`say(alice, "…")`: publish."""
    return lambda by, text="今天的风很好。", **values: posts.publish(by=by, text=text, now=frozen_clock(), **values)
