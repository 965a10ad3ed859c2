"""The word filter written down a second time: slow, without automaton or table, to compare the quick one with.

Chinese words are sought in the folded text; words with letters and digits by going through the whole text token by
token, as the docstring of screening.rules.matching says it.
"""

import functools
import itertools
import unicodedata
from dataclasses import dataclass

from app.screening.rules.folding import folded_character

APOSTROPHES = "'’‘ʼ`´＇"


@dataclass(frozen=True)
class Cell:
    """A folded character: what it is, where in the text it stands, and what is to be seen between it and the last."""

    character: str
    place: int
    gap: str

    @property
    def kind(self) -> str:
        if self.character in "0123456789":
            return "digit"
        code = ord(self.character)
        spaced = code < 0x0E00 or 0x1E00 <= code < 0x2000
        return "letter" if spaced and self.character.isalnum() else ""


def cells(text: str) -> list[Cell]:
    """The folded characters of a text."""
    found, gap = [], ""
    for place, one in enumerate(text):
        became = folded_character(one)
        for character in became:
            found.append(Cell(character, place, gap))
            gap = ""
        if not became and (one.isspace() or unicodedata.category(one) not in ("Cf", "Mn", "Me", "Cc")):
            gap += one
    return found


@functools.cache
def written(word: str) -> tuple[str, list[Cell]]:
    """A word of the filter: the folded characters, and each by itself."""
    own = cells(word)
    return "".join(cell.character for cell in own), own


def naive_hits(text: str, words: list[str]) -> set[tuple[str, int, int]]:
    """(word, start, end) of every place of every word."""
    line = cells(text)
    whole = "".join(cell.character for cell in line)
    found = set()
    for word in words:
        key, own = written(word)
        if key not in whole:
            continue
        for start in range(len(whole) - len(key) + 1):
            if whole.startswith(key, start) and stands(line, start, own):
                end = line[start + len(key) - 1].place + 1
                while end < len(text) and unicodedata.category(text[end]).startswith("M"):
                    end += 1
                found.add((word, line[start].place, end))
    return found


def stands(line: list[Cell], start: int, own: list[Cell]) -> bool:
    """Whether the word may stand at this place: any may, but for what its letters and digits demand."""
    end = start + len(own)
    runs = runs_of(line)
    for edge in (start, end):
        if 0 < edge < len(line) and not line[edge].gap:
            before, after = line[edge - 1].kind, line[edge].kind
            if before and before == after:
                return False
    digits = sum(cell.kind == "digit" for cell in own)
    return all(
        passes(line, runs, k, start, end, digits)
        for k in range(start + 1, end)
        if line[k].gap and line[k].kind and line[k - 1].kind and not own[k - start].gap
    )


def passes(line: list[Cell], runs: list[tuple[int, int]], k: int, start: int, end: int, digits: int) -> bool:
    """Whether the word may go on over the gap before `k`."""
    gap = line[k].gap
    if is_spelling(runs, k):
        return not any(
            0 < edge < len(line) and line[edge].gap and is_spelling(runs, edge)
            and has_space(line[edge].gap) == has_space(gap)
            for edge in (start, end)
        )  # fmt: skip
    beside = {line[k].kind, line[k - 1].kind}
    if digits >= 6 and "digit" in beside:
        return True
    return beside != {"digit"} and not has_space(gap) and not any(one in APOSTROPHES for one in gap)


def runs_of(line: list[Cell]) -> list[tuple[int, int]]:
    """From where to where letters and digits stand together."""
    edges = [k for k in range(len(line)) if k == 0 or line[k].gap or not line[k].kind or not line[k - 1].kind]
    pairs = itertools.pairwise([*edges, len(line)])
    return [(first, last) for first, last in pairs if line[first].kind]


def is_spelling(runs: list[tuple[int, int]], k: int) -> bool:
    """Whether single characters stand on both sides of the place before `k`."""
    return (k - 1, k) in runs and (k, k + 1) in runs


def has_space(gap: str) -> bool:
    return any(one.isspace() for one in gap)
