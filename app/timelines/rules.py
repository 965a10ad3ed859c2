"""What a reader does not want to meet in feeds, and what may be put on her lists."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from flask_babel import lazy_gettext as _l

from app.kernel.errors import Reason

WORDS_MAX = 200
WORD_MAX = 30
KEY_MAX = 60
TOPICS_MAX = 200

_WORD_MISSING = Reason("word_missing", _l("Write the word you do not want to meet."))
_WORD_TOO_LONG = Reason("word_too_long", _l("A word has room for 30 characters."))
_TOO_MANY_WORDS = Reason("too_many_words", _l("Your list holds 200 words already. Take one off first."))
_TOO_MANY_TOPICS = Reason("too_many_topics", _l("Your list holds 200 topics already. Take one off first."))


@dataclass(frozen=True, slots=True)
class Unwanted:
    """What a reader has chosen to leave out of all her feeds; muted people are left out anyway.

    `words` are compared as `key_of` writes them. `topics` and `reposts` say whether there is any such choice.
    """

    words: tuple[str, ...] = ()
    topics: bool = False
    reposts: bool = False
    products: bool = False

    def __bool__(self) -> bool:
        return bool(self.words or self.topics or self.reposts or self.products)


def key_of(text: str) -> str:
    """A text as words are compared: full and half width, capitals, and how many spaces there are make no difference."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return " ".join(folded.split())


def names_any(words: Iterable[str], *texts: str | None) -> bool:
    """Whether one of the words (as keys) stands in one of the texts."""
    keys = [key_of(text) for text in texts if text]
    return any(word in key for word in words for key in keys)


def why_not_mute_word(word: str, *, count: int) -> Reason | None:
    """Why a word cannot be put on a list that has `count` already."""
    if not key_of(word):
        return _WORD_MISSING
    if len(word) > WORD_MAX or len(key_of(word)) > KEY_MAX:
        return _WORD_TOO_LONG
    return _TOO_MANY_WORDS if count >= WORDS_MAX else None


def why_not_mute_topic(*, count: int) -> Reason | None:
    """Why a topic cannot be put on a list that has `count` already."""
    return _TOO_MANY_TOPICS if count >= TOPICS_MAX else None
