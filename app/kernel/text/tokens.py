"""The parts of a text that mean something: `@name`, `#topic#`, links and `[emoticon]` codes, with their offsets.

Offsets count Unicode code points, as Python does.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.kernel.text.emoticons import EMOTICONS

URL = re.compile(r"https?://[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+", re.IGNORECASE)
NAME = r"[\w\-·]{2,24}"
TOPIC_LENGTH = 32
_TRAILING = ".,;:!?)]'"
_PATTERN = re.compile(
    rf"(?P<link>{URL.pattern})"
    rf"|(?P<topic>#[^#\n@]{{1,{TOPIC_LENGTH}}}#)"
    rf"|(?<![A-Za-z0-9._%+\-])@(?P<mention>{NAME})"
    r"|(?P<emoticon>\[[\u4e00-\u9fffA-Za-z]{1,8}\])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """kind is mention, topic, link or emoticon; `value` is the name, topic, address or code."""

    kind: str
    start: int
    end: int
    value: str


def tokens(text: str) -> Iterator[Token]:
    """All tokens of `text` in order; they never overlap."""
    for match in _PATTERN.finditer(text):
        kind = match.lastgroup or ""
        if token := _token(kind, match.group(kind), match.start(), match.end()):
            yield token


def urls(text: str) -> list[str]:
    """The addresses in `text`, in order, each once."""
    return list(dict.fromkeys(token.value for token in tokens(text) if token.kind == "link"))


def trimmed_url(url: str) -> str:
    """The address without the punctuation of the sentence around it."""
    return url.rstrip(_TRAILING)


def _token(kind: str, found: str, start: int, end: int) -> Token | None:
    if kind == "link":
        url = trimmed_url(found)
        return Token("link", start, start + len(url), url)
    if kind == "topic":
        name = found[1:-1].strip()
        return Token("topic", start, end, name) if name else None
    if kind == "emoticon":
        return Token("emoticon", start, end, found) if found in EMOTICONS else None
    return Token("mention", start, end, found)
