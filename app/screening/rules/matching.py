"""Where the words of the filter stand in a text.

A word of Chinese stands wherever its characters follow each other, whatever separators are between them (微.信, 微 信).
Words of scripts with spaces stand by themselves: neither end may touch another letter (or digit, where the end is one),
so `ass` is not in `class`, but in `ass2` and 你ass好. Within such a word, separators are passed over

- where the word itself has them (`buy followers`),
- between single characters: f.u.c.k and f u c k, but not inside a longer spelling: `ass` is not in `c.l.a.s.s`;
- where neither a space nor an apostrophe is among them: fu*ck, but `hell` is not in `he'll`, `ass` not in `as s`;
- and beside the digits of words that have six and more: 138-0000 0000, QQ 1234 5678.

What has no width (zero-width spaces, soft hyphens) parts nothing: c\u200blass with one inside is still one word.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import ahocorasick

from app.screening.models import ACTIONS
from app.screening.rules.folding import Folded, compact, folded, is_mark, is_unseen, kind_of

STAND_IN = "＊"
LONG_NUMBER = 6
_APOSTROPHES = frozenset("'’‘ʼ`´＇")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A rule as it is looked for. `key` is the folded word; `gaps` are the places in it before which it has separators
    itself; `is_spaced`: it has letters or digits that must stand by themselves."""

    rule_id: int
    word: str
    action: str
    scopes: frozenset[str]
    replacement: str
    key: str
    gaps: frozenset[int]
    is_spaced: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """A word of the filter in a text: from `start` to `end` of the original; `index` is which text of its scope."""

    rule_id: int
    word: str
    action: str
    scope: str
    start: int
    end: int
    index: int = 0
    replacement: str = ""


def pattern(rule_id: int, word: str, action: str, scopes: Iterable[str], replacement: str = "") -> Pattern:
    """A rule made ready for a Matcher."""
    form = folded(word)
    places = form.places
    gaps = frozenset(k for k in range(1, len(form.text)) if _gap(form.original, places, k))
    is_spaced = any(map(kind_of, form.text))
    return Pattern(rule_id, word, action, frozenset(scopes), replacement, form.text, gaps, is_spaced)


@dataclass
class Matcher:
    """All patterns in one automaton (Aho–Corasick): a text is read once, however many words there are."""

    patterns: Sequence[Pattern]
    _is_empty: bool = field(init=False, repr=False)
    _automaton: Any = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._automaton = ahocorasick.Automaton(ahocorasick.STORE_ANY)
        by_key: dict[str, list[Pattern]] = {}
        for one in self.patterns:
            if one.key:
                by_key.setdefault(one.key, []).append(one)
        for key, same in by_key.items():
            self._automaton.add_word(key, (len(key), same))
        self._automaton.make_automaton()
        self._is_empty = not by_key

    def hits(self, text: str, scope: str, index: int = 0) -> list[Hit]:
        """All places of all words that are looked for in this scope, overlapping ones too, in the order they end."""
        if self._is_empty:
            return []
        short = compact(text)
        found = [(end + 1 - size, end + 1, one)
                 for end, (size, same) in self._automaton.iter(short)
                 for one in same if scope in one.scopes]  # fmt: skip
        return _confirmed(Folded(text, short), found, scope, index) if found else []


def strictest(hits: Iterable[Hit]) -> str:
    """The strictest action among hits, '' where there are none: no rule makes another one weaker."""
    return min((hit.action for hit in hits), key=ACTIONS.index, default="")


def replaced(text: str, hits: Iterable[Hit]) -> str:
    """The text with the words whose action is `replace` replaced: by their replacement, else ＊ for each character.

    Of places that overlap the first counts, of those the longest; all other characters stay as they are.
    """
    parts, position = [], 0
    for hit in sorted((one for one in hits if one.action == "replace"), key=lambda one: (one.start, -one.end)):
        if hit.start >= position:
            parts += [text[position : hit.start], hit.replacement or STAND_IN * (hit.end - hit.start)]
            position = hit.end
    return "".join([*parts, text[position:]])


def _confirmed(form: Folded, found: list[tuple[int, int, Pattern]], scope: str, index: int) -> list[Hit]:
    places = form.places
    return [
        Hit(one.rule_id, one.word, one.action, scope, *_span(form.original, places, start, end), index, one.replacement)
        for start, end, one in found
        if not one.is_spaced or _stands_alone(form, places, start, end, one)
    ]


def _span(original: str, places: Sequence[int], start: int, end: int) -> tuple[int, int]:
    """From the first character to behind the last one with its accents."""
    after = places[end - 1] + 1
    while after < len(original) and is_mark(original[after]):
        after += 1
    return places[start], after


def _stands_alone(form: Folded, places: Sequence[int], start: int, end: int, word: Pattern) -> bool:
    """Whether a word with letters or digits is a word here, not a part of other words."""
    text, original = form.text, form.original
    if _grows_on(text, original, places, start) or _grows_on(text, original, places, end):
        return False
    if places[end - 1] - places[start] == end - 1 - start:
        return True  # nothing was dropped between its characters
    inside = [k for k in range(start + 1, end) if _is_between(text, k) and k - start not in word.gaps]
    gaps = {k: gap for k in inside if (gap := _gap(original, places, k))}
    is_long_number = sum(kind_of(one) == "digit" for one in word.key) >= LONG_NUMBER
    for k, gap in gaps.items():
        if _is_spelt(text, original, places, k):
            if any(_spelt_on(text, original, places, edge, gap) for edge in (start, end)):
                return False
        elif not _is_passed_over(gap, {kind_of(text[k - 1]), kind_of(text[k])}, is_long_number):
            return False
    return True


def _is_passed_over(gap: str, kinds: set[str], is_long_number: bool) -> bool:
    """Whether separators between two parts of a word, of these kinds, are passed over."""
    if is_long_number and "digit" in kinds:
        return True
    return kinds != {"digit"} and not any(one.isspace() or one in _APOSTROPHES for one in gap)


def _is_between(text: str, k: int) -> bool:
    """Whether letters or digits stand on both sides of the place before `k`."""
    return 0 < k < len(text) and bool(kind_of(text[k - 1]) and kind_of(text[k]))


def _grows_on(text: str, original: str, places: Sequence[int], edge: int) -> bool:
    """Whether the word goes on across the edge: two letters, or two digits, with nothing to be seen between them."""
    if not _is_between(text, edge) or kind_of(text[edge - 1]) != kind_of(text[edge]):
        return False
    return not _gap(original, places, edge)


def _is_spelt(text: str, original: str, places: Sequence[int], k: int) -> bool:
    """Whether single characters stand on both sides of the gap before `k`."""
    return _is_end(text, original, places, k - 1) and _is_end(text, original, places, k + 1)


def _spelt_on(text: str, original: str, places: Sequence[int], edge: int, gap: str) -> bool:
    """Whether spelling with single characters goes on across the edge, with gaps of the same kind."""
    if not _is_between(text, edge) or not (other := _gap(original, places, edge)):
        return False
    return _is_spelt(text, original, places, edge) and _has_space(gap) == _has_space(other)


def _is_end(text: str, original: str, places: Sequence[int], k: int) -> bool:
    """Whether no word goes on across the place before `k`."""
    return not _is_between(text, k) or bool(_gap(original, places, k))


def _has_space(gap: str) -> bool:
    return any(map(str.isspace, gap))


def _gap(original: str, places: Sequence[int], k: int) -> str:
    """The separators that can be seen between two folded characters, `k` being the second."""
    return "".join(one for one in original[places[k - 1] + 1 : places[k]] if not is_unseen(one))
