"""Texts as they are compared: without width, case, accents, the traditional forms of characters, and separators.

Every character is folded by itself, so each folded one knows where it came from and texts of any length cost the same
per character: compatibility decomposition (NFKD), casefold, then OpenCC's `t2s` on single characters. Words for which
`t2s` looks at the whole phrase (乾隆, 著作 against 着) come out as their characters do alone: 乾 is 干 everywhere.
What is no letter, digit or symbol with a look of its own is dropped: spaces, punctuation, mathematical signs, arrows,
boxes and stars, accents, what cannot be seen at all. Emoji stay.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import opencc

_DROPPED = {"Zs", "Zl", "Zp", "Cc", "Cf", "Mn", "Me", "Mc", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Sk", "Sm", "Sc"}
_UNSEEN = {"Cf", "Mn", "Me", "Cc"}
_BLANKS = "\u115f\u1160\u2800"  # letters by category, but nothing is drawn: Hangul fillers, empty Braille
_KEPT_WHOLE = range(0xAC00, 0xD7A4)  # a Hangul syllable is one character to its readers; decomposed it were three
_DRAWN = [range(0x2190, 0x2200), range(0x2300, 0x231A), range(0x2400, 0x2600), range(0x2605, 0x2607)]
_SPACED_END = 0x0E00  # scripts from Thai on write words without spaces, but for later blocks of Latin and Greek
_MORE_SPACED = range(0x1E00, 0x2000)
_simplified = opencc.OpenCC("t2s").convert


class _Table(dict[int, int | str]):
    """For str.translate: what a character becomes; worked out when it is met for the first time."""

    def __missing__(self, code: int) -> int | str:
        became = folded_character(chr(code))
        self[code] = ord(became) if len(became) == 1 else became
        return self[code]


class _Sizes(dict[str, int]):
    """How many characters one becomes."""

    def __missing__(self, character: str) -> int:
        self[character] = len(folded_character(character))
        return self[character]


_table = _Table()
_sizes = _Sizes()


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as it is compared. `places` says, for each character of `text`, which one of the `original` it is from."""

    original: str
    text: str

    @property
    def places(self) -> Sequence[int]:
        sizes = _sizes
        if len(self.text) == len(self.original) and all(map(_is_one, map(sizes.__getitem__, self.original))):
            return range(len(self.original))
        return [place for place, one in enumerate(self.original) for _ in range(sizes[one])]


def folded(text: str) -> Folded:
    """The text as it is compared; where its characters stood is reckoned only when asked."""
    return Folded(text, compact(text))


def compact(text: str) -> str:
    """The folded characters alone."""
    return text.translate(_table)


def folded_character(character: str) -> str:
    """What one character becomes: nothing, itself, or up to 18 others."""
    if ord(character) in _KEPT_WHOLE:
        return character
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold())
    return "".join(_simplified(part) for part in parts if not _is_dropped(part))


def is_unseen(character: str) -> bool:
    """Whether a separator has no width, so that the letters beside it stand together for the eye."""
    return unicodedata.category(character) in _UNSEEN and not character.isspace()


def is_mark(character: str) -> bool:
    """Whether it belongs to the character before it: an accent, a variation selector."""
    return unicodedata.category(character)[0] == "M"


def kind_of(character: str) -> str:
    """`letter` or `digit` of a script that parts words by spaces; `` for everything else, Chinese above all."""
    if "0" <= character <= "9":
        return "digit"
    code = ord(character)
    return "letter" if character.isalnum() and (code < _SPACED_END or code in _MORE_SPACED) else ""


def _is_dropped(character: str) -> bool:
    if unicodedata.category(character) in _DROPPED or character in _BLANKS:
        return True
    return any(ord(character) in block for block in _DRAWN)


def _is_one(size: int) -> bool:
    return size == 1
