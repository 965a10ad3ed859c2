"""What has changed between two texts, as a person would mark it: whole words, names and links, no crumbs."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from app.kernel.text.tokens import tokens

SAME, ADDED, REMOVED = "same", "added", "removed"
_MOST_PAIRS = 40_000  # comparing takes time with the product of both lengths; what is longer is shown as rewritten
_SENTENCE = re.compile(r"[^。!?;！？；\n]*[。!?;！？；\n]+|[^。!?;！？；\n]+")
# A Latin word, a flag, or one character with everything that belongs to it (accents, skin tones, joined emoji).
_EXTENDS = r"[\u0300-\u036f\ufe00-\ufe0f\u20e3\U0001f3fb-\U0001f3ff]"
_PIECE = re.compile(
    rf"[A-Za-z0-9_]+(?:['’.\-][A-Za-z0-9_]+)*|[\U0001f1e6-\U0001f1ff]{{2}}|.(?:{_EXTENDS}|\u200d.)*", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Change:
    """A run of text that was there before, is new, or both."""

    kind: str
    text: str


@dataclass
class _Stretch:
    """What both texts share, and what follows it in the one and in the other."""

    same: str
    removed: str = ""
    added: str = ""


def differences(before: str, after: str) -> list[Change]:
    """The runs of both texts in order: those that are not `added` make up `before`, those not `removed` `after`."""
    stretches = [_Stretch("")]
    for same, removed, added in _compared(_SENTENCE.findall(before), _SENTENCE.findall(after)):
        finer = _compared(_pieces(removed), _pieces(added)) if removed and added else [(same, removed, added)]
        for one in finer:
            _append(stretches, *one)
    return list(_changes(_without_crumbs(stretches)))


def _compared(before: list[str], after: list[str]) -> Iterator[tuple[str, str, str]]:
    """(same, removed, added) in order; of a stretch either the first is filled or the others are."""
    if len(before) * len(after) > _MOST_PAIRS:
        yield "", "".join(before), "".join(after)
        return
    for kind, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        old, new = "".join(before[i:j]), "".join(after[k:m])
        yield (old, "", "") if kind == "equal" else ("", old, new)


def _pieces(text: str) -> list[str]:
    """Names, topics, links and emoticons whole, then words, then characters as people see them."""
    found: list[str] = []
    position = 0
    for token in tokens(text):
        found += [*_PIECE.findall(text[position : token.start]), text[token.start : token.end]]
        position = token.end
    return found + _PIECE.findall(text[position:])


def _append(stretches: list[_Stretch], same: str, removed: str, added: str) -> None:
    last = stretches[-1]
    if same and (last.removed or last.added):
        stretches.append(_Stretch(same))
    else:
        last.same += same
    stretches[-1].removed += removed
    stretches[-1].added += added


def _without_crumbs(stretches: Iterable[_Stretch]) -> list[_Stretch]:
    """Where two changes have less between them than each of them changes, they are one change to the reader."""
    kept: list[_Stretch] = []
    for stretch in stretches:
        kept.append(stretch)
        while len(kept) > 1 and _is_crumb(kept[-2], kept[-1]):
            last = kept.pop()
            kept[-1].removed += last.same + last.removed
            kept[-1].added += last.same + last.added
    return kept


def _is_crumb(before: _Stretch, stretch: _Stretch) -> bool:
    size = len(stretch.same)
    sides = [max(len(one.removed), len(one.added)) for one in (before, stretch)]
    return "\n" not in stretch.same and all(size < side for side in sides)


def _changes(stretches: Iterable[_Stretch]) -> Iterator[Change]:
    for stretch in stretches:
        for kind, text in ((SAME, stretch.same), (REMOVED, stretch.removed), (ADDED, stretch.added)):
            if text:
                yield Change(kind, text)
