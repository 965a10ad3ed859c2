"""May this be said, and how? Asked before the act begins, so that what is held is kept and not rolled back with it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from app.kernel import settings
from app.kernel.errors import Reason
from app.kernel.text import tokens
from app.screening import queries, rules
from app.screening.operations.refusals import NotAllowed, silenced, words
from app.screening.operations.words import count_hits
from app.screening.queries.signs import Trace
from app.screening.rules import Hit, risk, shapes
from app.screening.rules.risk import Score

TRUSTED_AFTER = timedelta(days=30)
BUSY_FROM = 6  # acts within an hour from which on an old account is looked at as well
FEW_MENTIONS = 3
WEIGHED = ("post", "repost", "comment", "edit")
"""What the score is reckoned for; of messages only the words are looked at, of profiles too."""
_NOTHING = Score((), 0)


@dataclass(frozen=True)
class Said:
    """What somebody is about to say: `kind` as of ReviewItem, `texts` by scope, the main one first.

    `is_comment`: it becomes a comment, whatever else it is.
    """

    kind: str
    texts: Mapping[str, Sequence[str]]
    is_comment: bool = False

    @property
    def main(self) -> str:
        """The words themselves."""
        return next((text for texts in self.texts.values() for text in texts if text), "")


@dataclass(frozen=True)
class Verdict:
    """It may be said: `texts` in place of what was handed in; first by a reviewer (`must_wait`), or noted afterwards.

    `causes` name what spoke against it, as of ReviewItem.
    """

    said: Said
    texts: dict[str, list[str]]
    hits: list[Hit] = field(default_factory=list)
    causes: list[dict[str, Any]] = field(default_factory=list)
    score: Score = _NOTHING
    trace: Trace | None = None
    must_wait: bool = False

    @property
    def is_marked(self) -> bool:
        """Whether a reviewer shall see it once it is out."""
        return not self.must_wait and any(hit.action == "mark" for hit in self.hits)

    def text(self, scope: str, index: int = 0) -> str:
        """One of the texts as it may be said."""
        return self.texts[scope][index]

    @property
    def main(self) -> str:
        """The words themselves as they may be said, where the same ones are looked at as several things."""
        return rules.replaced(self.said.main, [hit for hit in self.hits if hit.index == 0 and hit.action == "replace"])


def judge(said: Said, *, by: Any, now: datetime, is_known: Callable[[], bool] = lambda: False) -> Verdict:
    """Look at what `by` is about to say. Raises NotAllowed for who is silenced, and for words that are refused.

    `is_known`: whether those it is for know the author, asked only of who is silenced: she may go on talking with
    friends. Hits are counted here; what is held or noted is up to the act (`hold`, `note`).
    """
    trace = _trace(said, by)
    weighed = trace if trace is not None and not _is_trusted(trace, by, now) else None
    standing = queries.standing_of(by.id, weighed, born_at=by.created_at, now=now)
    if (silences := [ends_at for kind, ends_at in standing.limits if kind == "silenced"]) and not is_known():
        raise NotAllowed(silenced(silences))
    texts = {scope: list(of_scope) for scope, of_scope in said.texts.items()}
    hits = queries.hits(texts)
    if hits:
        count_hits(hits, now=now)
    if refused := [hit for hit in hits if hit.action == "refuse"]:
        raise NotAllowed(words(refused, texts), refused[0].scope)
    score = risk.score(standing.values, queries.signs()) if weighed else _NOTHING
    stops = [{"kind": "word", "name": hit.word} for hit in hits if hit.action == "review"]
    if said.is_comment and any(kind == "review_comments" for kind, _ in standing.limits):
        stops.append({"kind": "limit", "name": "review_comments"})
    if score.total and score.total >= settings.value(risk.REVIEW_AT):
        stops.append({"kind": "risk", "name": "score"})
    marks = [{"kind": "word", "name": hit.word} for hit in hits if hit.action == "mark"]
    return Verdict(
        said=said,
        texts={scope: _rewritten(of_scope, scope, hits) for scope, of_scope in texts.items()},
        hits=hits,
        causes=_once([*stops, *marks, *_parts(score)]),
        score=score,
        trace=trace,
        must_wait=bool(stops),
    )


def why_not_named(nickname: str, *, now: datetime) -> Reason | None:
    """Whether somebody who signs up may be called this: nobody can wait for a reviewer yet, so doubts are a no."""
    texts = {"nickname": [nickname]}
    stopped = [hit for hit in queries.hits(texts) if hit.action != "mark"]
    if not stopped:
        return None
    count_hits(stopped, now=now)
    return words(stopped, texts)


def card_texts(texts: Sequence[str], *, now: datetime) -> list[str] | None:
    """What a card may say of what a shop's page says; None where it holds a word that is refused."""
    hits = queries.hits({"card": texts})
    if hits:
        count_hits(hits, now=now)
    if any(hit.action == "refuse" for hit in hits):
        return None
    return _rewritten(texts, "card", hits)


def _trace(said: Said, by: Any) -> Trace | None:
    """What of it the score is reckoned from; nothing for what only its words are looked at, nor for staff."""
    if said.kind not in WEIGHED or by.is_staff or not said.main:
        return None
    found = [token.kind for token in tokens(said.main)]
    return Trace(
        account_id=by.id,
        shape=shapes.shape_of(said.main),
        links=found.count("link"),
        mentions=found.count("mention"),
        network=queries.network_of(by.id),
    )


def _is_trusted(trace: Trace, by: Any, now: datetime) -> bool:
    """An account that is older than a month, and quiet, need not be weighed each time."""
    is_quiet = not trace.links and trace.mentions < FEW_MENTIONS and queries.acts_of_late(by.id) < BUSY_FROM
    return is_quiet and now - by.created_at >= TRUSTED_AFTER


def _rewritten(texts: Sequence[str], scope: str, hits: Sequence[Hit]) -> list[str]:
    """The texts of a scope with the words that are replaced."""
    here = [hit for hit in hits if hit.scope == scope and hit.action == "replace"]
    return [
        rules.replaced(text, [hit for hit in here if hit.index == index]) for index, text in enumerate(texts)
    ]  # fmt: skip


def _parts(score: Score) -> list[dict[str, Any]]:
    return [
        {"kind": "risk", "name": part.name, "score": part.points, "value": part.value, "dry": part.is_dry_run}
        for part in score.parts
    ]


def _once(causes: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each cause once, in order."""
    return [cause for place, cause in enumerate(causes) if cause not in causes[:place]]
