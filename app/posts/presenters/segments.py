"""A text as runs that a template can print: words, names, topics, links, emoticons, line breaks."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import quote

from app.kernel.text import EMOTICONS
from app.posts.presenters.views import Segment
from app.products.presenters import leave_url

SHOWN_OF_LINK = 32


def segments(text: str, entities: Iterable[Mapping[str, Any]], *, post_id: int | None = None) -> list[Segment]:
    """The runs of `text` in order; `entities` as posts and comments store them.

    `post_id` goes into the way out of links that we know, so that a click can be told apart later.
    """
    runs: list[Segment] = []
    position = 0
    for entity in entities:
        runs.extend(_plain(text[position : entity["start"]]))
        position = entity["end"]
        runs.append(_token(text[entity["start"] : position], entity, post_id))
    runs.extend(_plain(text[position:]))
    return runs


def topic_url(name: str) -> str:
    """The page of a topic."""
    return "/topic/" + quote(" ".join(name.split()), safe="")


def _plain(text: str) -> Iterator[Segment]:
    for number, line in enumerate(text.split("\n")):
        if number:
            yield Segment("break", "\n")
        if line:
            yield Segment("text", line)


def _token(typed: str, entity: Mapping[str, Any], post_id: int | None) -> Segment:
    kind, value = entity["kind"], entity["value"]
    if kind == "mention":
        return Segment("mention", typed, url=f"/u/{entity['id']}")
    if kind == "topic":
        return Segment("topic", typed, url=topic_url(value))
    if kind == "link":
        known = entity.get("id")
        return Segment("link", _shown(value), url=leave_url("link", known, post_id) if known else value)
    return Segment("emoticon", typed, emoji=EMOTICONS.get(value, ""))


def _shown(url: str) -> str:
    """An address without its scheme, cut off where it becomes noise."""
    bare = url.partition("://")[2].removeprefix("www.").rstrip("/")
    return bare if len(bare) <= SHOWN_OF_LINK else bare[: SHOWN_OF_LINK - 1] + "…"
