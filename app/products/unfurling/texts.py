"""Cleaning the words that pages carry."""

import html
import re
from urllib.parse import urljoin, urlsplit

_TAG = re.compile(r"<[^<>]{1,400}>")
_INVISIBLE = re.compile(r"[\u200b-\u200f\u2028-\u202e\u2060\ufeff\x00-\x08\x0b-\x1f\x7f]")
_NO_PRODUCT_PICTURE = re.compile(
    r"\.svg(?:$|\?)|(?:^|[/_.-])(?:logo|sprite|placeholder|blank|spacer|pixel|favicon|no[_-]?image|1x1)(?:[/_.-]|$)",
    re.IGNORECASE,
)
LONGEST_TITLE = 300
LONGEST_DESCRIPTION = 600


def plain(text: str, limit: int = LONGEST_TITLE) -> str:
    """One line of text without tags, entities (also doubled ones) or invisible characters."""
    text = text[: limit * 8]
    if "&" in text:
        text = html.unescape(html.unescape(text))
    if "<" in text:
        text = _TAG.sub(" ", text)
    text = " ".join(_INVISIBLE.sub("", text).split())
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def words_of(text: str) -> frozenset[str]:
    """What two titles are compared by: words, or single characters where a script does not part words."""
    return frozenset(re.findall(r"[\u2e80-\u9fff\uac00-\ud7a3]|[^\W_\u2e80-\u9fff\uac00-\ud7a3]+", text.lower()))


def likeness(one: str, other: str) -> float:
    """How much of the shorter of two titles is found in the other, 0 to 1."""
    first, second = words_of(one), words_of(other)
    return len(first & second) / min(len(first), len(second)) if first and second else 0.0


def picture_url(candidates: list[str], base: str) -> str | None:
    """The first usable picture address, absolute. Logos and drawings come last, data: URLs never."""
    found = []
    for candidate in candidates:
        try:
            url = urljoin(base, candidate.strip().replace(" ", "%20"))
            parts = urlsplit(url)
        except ValueError:
            continue
        if candidate.strip() and parts.scheme in ("http", "https") and parts.netloc:
            found.append(url)
    return next((url for url in found if not _NO_PRODUCT_PICTURE.search(url)), found[0] if found else None)
