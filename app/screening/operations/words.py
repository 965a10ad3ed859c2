"""Looking after the word filter."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from flask_babel import lazy_gettext as _l
from sqlalchemy import func, insert, select, text, update

from app.kernel import audit, cache, ids
from app.kernel.database import db
from app.kernel.errors import Reason, Refusal
from app.kernel.transactions import add, current_unit, if_refused, operation
from app.screening.models import WordRule
from app.screening.queries import words as known
from app.screening.rules.matching import Hit
from app.screening.rules.wordlists import (
    ROWS_MAX,
    TOO_MANY_ROWS,
    TWICE,
    Line,
    Wording,
    tidied,
    why_not_word,
    wording_of,
)

_ONE_AT_A_TIME = 0x776F7264
_IDS_A_MILLISECOND = 2_000  # there are 4096 to be had in one


class NotAWord(Refusal):
    """The filter cannot have this rule."""

    status = 422


@dataclass(frozen=True, slots=True)
class WrongLine:
    """A line of a list that did not become a rule, and why."""

    line: Line
    reason: Reason


@dataclass
class Imported:
    """What came of a list: how many rules are new, changed, as they were; and the lines that are none."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    wrong: list[WrongLine] = field(default_factory=list)


@operation
def add_rule(wording: Wording, *, by: Any, now: datetime) -> WordRule:
    """Look for a word from now on. Raises NotAWord."""
    wording = _checked(wording)
    at = _moment(now)
    if standing := known.rules_by_keys([wording.key]).get(wording.key):
        raise NotAWord(_there_already(standing))
    rule = add(WordRule(**_row(wording, by=by, now=now, at=at)))
    audit.write("words.add", by=by, now=now, on=("word", rule.id), after=_facts(rule))
    return rule


@operation
def edit_rule(rule: WordRule, wording: Wording, *, by: Any, now: datetime) -> WordRule:
    """Change a rule; the same again changes nothing. Raises NotAWord."""
    wording = _checked(wording)
    at = _moment(now)
    standing = known.rules_by_keys([wording.key]).get(wording.key)
    if standing is not None and standing.id != rule.id:
        raise NotAWord(_there_already(standing))
    before = _facts(rule)
    if _apply(rule, wording, at=at):
        audit.write("words.edit", by=by, now=now, on=("word", rule.id), before=before, after=_facts(rule))
    return rule


@operation
def remove_rule(rule: WordRule, *, by: Any, now: datetime) -> None:
    """No longer look for a word."""
    _moment(now)
    audit.write("words.remove", by=by, now=now, on=("word", rule.id), before=_facts(rule))
    db.session.delete(rule)


@operation
def import_rules(lines: Sequence[Line], *, by: Any, now: datetime) -> Imported:
    """Take in a list in one act: new words are added, known ones changed, what is wrong is answered line by line.

    Raises NotAWord for more than 20,000 lines.
    """
    if len(lines) > ROWS_MAX:
        raise NotAWord(TOO_MANY_ROWS)
    outcome, at = Imported(), _moment(now)
    standing = known.rules_by_keys({line.wording.key for line in lines})
    seen: set[str] = set()
    rows: list[dict[str, Any]] = []
    for line in lines:
        wording, key = line.wording, line.wording.key
        if reason := why_not_word(wording) or (TWICE if key in seen else None):
            outcome.wrong.append(WrongLine(line, reason))
            continue
        seen.add(key)
        if rule := standing.get(key):
            is_new = _apply(rule, wording, at=at)
            outcome.changed, outcome.unchanged = outcome.changed + is_new, outcome.unchanged + (not is_new)
        else:
            minted = now + timedelta(milliseconds=len(rows) // _IDS_A_MILLISECOND)
            rows.append(_row(wording, by=by, now=now, at=at) | {"id": ids.new_id(minted)})
    if rows:
        db.session.execute(insert(WordRule), rows)
    outcome.added = len(rows)
    if outcome.added or outcome.changed:
        audit.write("words.import", by=by, now=now, after={"added": outcome.added, "changed": outcome.changed})
    return outcome


@operation
def count_hits(hits: Iterable[Hit], *, now: datetime) -> None:
    """Count, for each rule, the texts in which it was found; counted all the same when the act is refused."""
    texts = {(hit.rule_id, hit.scope, hit.index) for hit in hits}
    if counts := Counter(rule_id for rule_id, _scope, _index in texts):
        _count(counts, now)
        if_refused(lambda: _count_alone(counts, now))


@operation
def _count_alone(counts: Counter[int], now: datetime) -> None:
    _count(counts, now)


def _count(counts: Counter[int], now: datetime) -> None:
    for rule_id in sorted(counts):  # in the order of ids, so that two acts cannot wait for each other
        db.session.execute(
            update(WordRule).where(WordRule.id == rule_id)
            .values(hit_count=WordRule.hit_count + counts[rule_id], last_hit_at=now)
            .execution_options(synchronize_session=False)
        )  # fmt: skip


def _checked(wording: Wording) -> Wording:
    wording = tidied(wording)
    if reason := why_not_word(wording):
        raise NotAWord(reason)
    return wording


def _there_already(standing: WordRule) -> Reason:
    return Reason("there_already", _l("The filter has this word already, as “%(word)s”.", word=standing.word))


def _moment(now: datetime) -> datetime:
    """When the rules are changed: one act at a time, each later than all before it, so that the version grows."""
    current_unit()
    if db.session.get_bind().dialect.name == "postgresql":
        db.session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ONE_AT_A_TIME})
    cache.forget(known.VERSION)
    last = db.session.scalar(select(func.max(WordRule.updated_at)))
    return max(now, last + timedelta(microseconds=1)) if last else now


def _row(wording: Wording, *, by: Any, now: datetime, at: datetime) -> dict[str, Any]:
    return {
        "id": ids.new_id(now), "word": wording.word, "key": wording.key, "action": wording.action,
        "scopes": list(wording.scopes), "replacement": wording.replacement, "note": wording.note, "hit_count": 0,
        "last_hit_at": None, "created_by": by.id, "created_at": now, "updated_at": at,
    }  # fmt: skip


def _apply(rule: WordRule, wording: Wording, *, at: datetime) -> bool:
    """Write a wording into a rule; whether that changed anything."""
    if wording == wording_of(rule):
        return False
    rule.word, rule.key, rule.action = wording.word, wording.key, wording.action
    rule.scopes, rule.replacement, rule.note = list(wording.scopes), wording.replacement, wording.note
    rule.updated_at = at
    db.session.flush()
    return True


def _facts(rule: WordRule) -> dict[str, Any]:
    return {"word": rule.word, "action": rule.action, "scopes": list(rule.scopes), "replacement": rule.replacement}
