"""The word filter: what it finds in texts, and its rules as staff reads them."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask import current_app
from sqlalchemy import ColumnElement, Select, String, cast, func, or_, select

from app.kernel import cache
from app.kernel.database import db
from app.kernel.pagination import Page, highest_first, newest_first
from app.kernel.text import number_in
from app.screening.models import WordRule
from app.screening.rules.folding import compact
from app.screening.rules.matching import Hit, Matcher, pattern

VERSION = "words:version"
_KEPT_FOR = 3  # seconds: how late another process may hear of a change
_AT_ONCE = 500
_COLUMNS = (WordRule.id, WordRule.word, WordRule.action, WordRule.scopes, WordRule.replacement)


@dataclass(frozen=True)
class _Ready:
    """The matcher of this process and the version of the rules that it was made of."""

    version: tuple[Any, ...]
    matcher: Matcher


def hits(texts: Mapping[str, str | Sequence[str]]) -> list[Hit]:
    """Where words of the filter stand in texts, by their scope: `hits({"post": text, "alt": ["…", "…"]})`.

    Offsets are those of the text itself; overlapping places are all there.
    """
    found: list[Hit] = []
    ready: Matcher | None = None
    for scope, value in texts.items():
        for index, text in enumerate([value] if isinstance(value, str) else value):
            if text:
                ready = ready or matcher()
                found += ready.hits(text, scope, index)
    return found


def matcher() -> Matcher:
    """The rules as they are now (elsewhere changed up to three seconds ago), made once per process and version."""
    version = _version()
    ready: _Ready | None = current_app.extensions.get("word_matcher")
    if ready is None or ready.version != version:
        ready = _Ready(version, Matcher([pattern(*row) for row in db.session.execute(select(*_COLUMNS))]))
        current_app.extensions["word_matcher"] = ready
    return ready.matcher


def rule_or_none(rule_id: int) -> WordRule | None:
    """One rule."""
    return db.session.get(WordRule, rule_id)


def rules_by_keys(keys: Collection[str]) -> dict[str, WordRule]:
    """The rules that there are for these folded words."""
    asked, found = list(keys), {}
    for start in range(0, len(asked), _AT_ONCE):
        query = select(WordRule).where(WordRule.key.in_(asked[start : start + _AT_ONCE]))
        found.update({rule.key: rule for rule in db.session.scalars(query)})
    return found


def word_rules(
    *, words: str = "", action: str = "", scope: str = "", by_hits: bool = False, before: str | None, size: int = 50
) -> Page[WordRule]:
    """A page of the rules, the newest first or those with most hits; `words` is looked for in word and note."""
    query = _narrowed(words, action, scope)
    if by_hits:
        return highest_first(query, WordRule.hit_count, WordRule.id, before=before, size=size)
    return newest_first(query, WordRule.id, before=number_in(before, digits=18), size=size)


def word_rule_count(*, words: str = "", action: str = "", scope: str = "") -> int:
    """How many rules there are."""
    return db.session.scalar(select(func.count()).select_from(_narrowed(words, action, scope).subquery())) or 0


def all_word_rules() -> Iterator[WordRule]:
    """All rules, the oldest first."""
    last = 0
    while rules := db.session.scalars(
        select(WordRule).where(WordRule.id > last).order_by(WordRule.id).limit(_AT_ONCE)
    ).all():
        yield from rules
        last = rules[-1].id


def _narrowed(words: str, action: str, scope: str) -> Select[WordRule]:
    query = select(WordRule)
    if action:
        query = query.where(WordRule.action == action)
    if scope:
        query = query.where(cast(WordRule.scopes, String).contains(f'"{scope}"', autoescape=True))
    if words := words.strip():
        sought: list[ColumnElement[bool]] = [WordRule.note.icontains(words, autoescape=True)]
        if key := compact(words):
            sought.append(WordRule.key.contains(key, autoescape=True))
        query = query.where(or_(*sought))
    return query


def _version() -> tuple[Any, ...]:
    """Changes with every edit: operations on rules see to it that `updated_at` grows."""
    version: tuple[Any, ...] | None = cache.get(VERSION)
    if version is None:
        columns = (func.count(), func.max(WordRule.id), func.max(WordRule.updated_at), func.max(WordRule.key))
        version = tuple(str(value) for value in db.session.execute(select(*columns)).one())
        cache.put(VERSION, version, seconds=_KEPT_FOR)
    return version
