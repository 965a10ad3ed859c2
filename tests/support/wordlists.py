"""Ten thousand words for a word filter, out of the shared data: what is really looked for, and what is often hit."""

import gzip
import json
import random
from pathlib import Path

from app.screening.rules.folding import compact

LISTS = ("profanity_zh.txt", "profanity_en.txt", "ads_zh.txt")
PIECES = 4_000
HOW_MANY = 10_000


def ten_thousand_words(shared_data: Path) -> list[str]:
    """Lists of abuse and advertising, pieces of real posts, and rare words; every fifth written in a disguise."""
    chance = random.Random(20)
    words = [word for name in LISTS for word in _lines(shared_data, name)]
    words += _pieces(shared_data, chance)
    words += _lines(shared_data, "throughput_words_10k.txt")
    kept = {key: word for word in words if 2 <= len(key := compact(word)) <= 120}
    chosen = list(kept.values())[:HOW_MANY]
    return [_disguised(word, chance) if number % 5 == 0 else word for number, word in enumerate(chosen)]


def _lines(shared_data: Path, name: str) -> list[str]:
    text = (shared_data / "lexicon" / name).read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line.strip()]


def _pieces(shared_data: Path, chance: random.Random) -> list[str]:
    with gzip.open(shared_data / "posts" / "weibo_posts.jsonl.gz", "rt", encoding="utf-8") as lines:
        posts = [json.loads(line)["text"] for line in lines]
    pieces: dict[str, None] = {}
    while len(pieces) < PIECES:
        text, size = chance.choice(posts), chance.choice((3, 4, 4, 5, 6, 7))
        start = chance.randrange(max(1, len(text) - size))
        if len(compact(piece := text[start : start + size])) >= 3:
            pieces[piece] = None
    return list(pieces)


def _disguised(word: str, chance: random.Random) -> str:
    """The same word to the filter: wide, in capitals, or with a separator between two Chinese characters."""
    way = chance.randrange(3)
    if way == 0:
        return "".join(chr(ord(one) + 0xFEE0) if "!" <= one <= "~" else one for one in word)
    if way == 1 or any(one.isascii() for one in word):
        return word.upper()
    return word[0] + chance.choice(" .·-|") + word[1:]
