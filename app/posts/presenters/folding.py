"""Folding a long text at 140 characters (展开) and a long chain at its oldest end; tokens are never cut."""

import unicodedata
from collections.abc import Sequence

from app.kernel.text.counting import LINK_WEIGHT
from app.posts.presenters.views import Segment
from app.posts.rules import FOLD_AT

_ZERO_WIDTH_JOINER = "\u200d"
_LONGEST_WORD = 24


def folded(segments: Sequence[Segment], *, at: int = FOLD_AT) -> tuple[list[Segment], list[Segment]]:
    """What is shown at once, within `at` weighted characters, and the rest; together exactly the whole."""
    room = 2 * at
    if sum(map(halves, segments)) <= room:
        return list(segments), []
    for number, segment in enumerate(segments):
        if halves(segment) <= room:
            room -= halves(segment)
            continue
        before, after = list(segments[:number]), list(segments[number:])
        cut = _cut(segment.text, room) if segment.kind == "text" else 0
        if cut:
            before.append(Segment("text", segment.text[:cut]))
            after[0] = Segment("text", segment.text[cut:])
        return before, after
    return list(segments), []


def halves(segment: Segment) -> int:
    """The weight of a run in half characters, counted as kernel.text.weight counts."""
    return 2 * LINK_WEIGHT if segment.kind == "link" else sum(1 if ord(one) < 128 else 2 for one in segment.text)


def _cut(text: str, room: int) -> int:
    """How many characters fit into `room` halves without cutting a word, a flag or a composed emoji apart."""
    cut = 0
    while cut < len(text) and (room := room - (1 if ord(text[cut]) < 128 else 2)) >= 0:
        cut += 1
    while 0 < cut < len(text) and _belongs_together(text, cut):
        cut -= 1
    start = cut
    while 0 < start < len(text) and _is_in_word(text[start - 1]) and _is_in_word(text[start]):
        start -= 1
    return start if start > 0 and cut - start <= _LONGEST_WORD else cut


def _belongs_together(text: str, cut: int) -> bool:
    before, after = text[cut - 1], text[cut]
    if _ZERO_WIDTH_JOINER in (before, after) or unicodedata.combining(after) or _changes_the_one_before(after):
        return True
    flags = len(text[:cut]) - len(text[:cut].rstrip("".join(map(chr, range(0x1F1E6, 0x1F200)))))
    return _is_flag_half(after) and flags % 2 == 1


def _changes_the_one_before(one: str) -> bool:
    """Variation selectors, keycap, skin tones."""
    return "\ufe00" <= one <= "\ufe0f" or one == "\u20e3" or "\U0001f3fb" <= one <= "\U0001f3ff"


def _is_flag_half(one: str) -> bool:
    return "\U0001f1e6" <= one <= "\U0001f1ff"


def _is_in_word(one: str) -> bool:
    return one.isascii() and one.isalnum()
