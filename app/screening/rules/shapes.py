"""The shape of a text: a 64-bit SimHash of its 4-grams, by which the same words are known again.

After Charikar, "Similarity Estimation Techniques from Rounding Algorithms" (STOC 2002). Links, names, numbers and
everything the word filter does not compare either are left out first: they are what copies of one text differ in.
"""

import re
from hashlib import blake2b

from app.kernel.text import tokens
from app.screening.rules.folding import compact

SHORTEST = 12
"""Folded characters below which a text has no shape: everybody says good morning."""
LONGEST = 2_000
NEAR = 6
"""Bits in which two shapes of one text may differ."""
_GRAM = 4
_BITS = 64
_LANE = 16
# A byte as eight lanes of 16 bits, so that one addition counts eight bits.
_SPREAD = [sum(((byte >> bit) & 1) << (_LANE * bit) for bit in range(8)) for byte in range(256)]
_DIGITS = re.compile(r"\d+")


def shape_of(text: str) -> int | None:
    """The shape as a signed number of 64 bits; None for texts too short to have one."""
    bare = _DIGITS.sub("", compact(_without_tokens(text)))[:LONGEST]
    if len(bare) < SHORTEST:
        return None
    counts = [0] * 8
    grams = {bare[start : start + _GRAM] for start in range(len(bare) - _GRAM + 1)}
    for gram in grams:
        for place, byte in enumerate(blake2b(gram.encode(), digest_size=8).digest()):
            counts[place] += _SPREAD[byte]
    half = len(grams) / 2
    bits = 0
    for place, count in enumerate(counts):
        for bit in range(8):
            if (count >> (_LANE * bit)) & 0xFFFF > half:
                bits |= 1 << (place * 8 + bit)
    return bits - (1 << _BITS) if bits >> (_BITS - 1) else bits


def distance(one: int, other: int) -> int:
    """In how many bits two shapes differ."""
    return ((one ^ other) & ((1 << _BITS) - 1)).bit_count()


def neighbours(shape: int) -> list[int]:
    """The shape and all that differ from it in one bit: what an index can be asked for."""
    unsigned = shape & ((1 << _BITS) - 1)
    near = [unsigned, *(unsigned ^ (1 << bit) for bit in range(_BITS))]
    return [one - (1 << _BITS) if one >> (_BITS - 1) else one for one in near]


def _without_tokens(text: str) -> str:
    parts, position = [], 0
    for token in tokens(text):
        parts.append(text[position : token.start])
        position = token.end
    return "".join([*parts, text[position:]])
