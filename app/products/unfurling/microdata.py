"""Microdata out of a page, by extruct's rules and in linear time."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from extruct.w3cmicrodata import LxmlMicrodataExtractor
from lxml.html import HtmlElement

_MOST_ITEMS = 3000
_MOST_PIECES = 400
_SILENT = frozenset({"script", "style", "noscript", "template"})


class _Extractor(LxmlMicrodataExtractor):  # type: ignore[misc]
    """extruct walks every subtree twice and copies it for every text; a page of 200,000 items would take hours."""

    def _extract_properties(self, node: HtmlElement, **known: Any) -> Iterator[tuple[str, Any]]:
        waiting = list(reversed(node))
        while waiting:
            element = waiting.pop()
            if not isinstance(element.tag, str):
                continue
            if element.get("itemprop") is not None:
                yield from self._extract_property(element, **known)
            if element.get("itemscope") is None:
                waiting.extend(reversed(element))

    def _extract_textContent(self, node: HtmlElement) -> str:  # noqa: N802 (extruct's name)
        return text_inside(node)


def microdata_items(tree: HtmlElement, url: str) -> list[dict[str, Any]]:
    """Every outermost microdata item, in the shape of JSON-LD: `@type`, then properties by name."""
    if len(list(islice(tree.iterfind(".//*[@itemscope]"), _MOST_ITEMS + 1))) > _MOST_ITEMS:
        return []
    try:
        items = _Extractor().extract_items(tree, url)
    except (ValueError, RecursionError):
        return []
    return [_as_jsonld(item) for item in items]


def text_inside(node: HtmlElement, limit: int = 2000) -> str:
    """The text a reader sees inside an element; block borders become line breaks so that numbers do not grow together."""
    pieces: list[str] = []
    size = 0
    for piece in islice(_texts(node), _MOST_PIECES):
        pieces.append(piece)
        size += len(piece)
        if size > limit:
            break
    return "\n".join(line for line in (" ".join(part.split(" ")) for part in "".join(pieces).split("\n")) if line.strip())


def _texts(node: HtmlElement) -> Iterator[str]:
    if node.text:
        yield node.text
    for child in node:
        if isinstance(child.tag, str) and child.tag not in _SILENT:
            is_block = child.tag in ("div", "p", "li", "br", "tr", "td", "dd", "dt", "ul", "h1", "h2", "h3")
            yield "\n" if is_block else ""
            yield from _texts(child)
        if child.tail:
            yield child.tail


def _as_jsonld(item: dict[str, Any]) -> dict[str, Any]:
    properties = item.get("properties")
    if not isinstance(properties, dict):
        return {"@type": item.get("type", ""), "value": item.get("value")}
    return {"@type": item.get("type", ""), "@id": item.get("id", ""), **{k: _value(v) for k, v in properties.items()}}


def _value(value: Any) -> Any:
    if isinstance(value, list):
        return [_value(each) for each in value]
    return _as_jsonld(value) if isinstance(value, dict) else value
