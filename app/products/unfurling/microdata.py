"""Microdata out of a page, by extruct's rules and in linear time."""

import re
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

from extruct.w3cmicrodata import LxmlMicrodataExtractor
from lxml.html import HtmlElement

_MOST_ITEMS = 3000
_MOST_PROPERTIES = 20_000
_MOST_REFERENCES = 100
_SILENT = frozenset({"script", "style", "noscript", "template"})
_BLOCKS = frozenset({"div", "p", "li", "br", "tr", "td", "dd", "dt", "ul", "h1", "h2", "h3"})
#: Not \s: the no-break spaces that divide thousands are kept.
_SPACES = re.compile(r"[ \t\r\n\f]+")
_CENTS_MARK = re.compile(r"cent|fraction|decimal|\bsup\b", re.IGNORECASE)


class _Extractor(LxmlMicrodataExtractor):
    """extruct walks every subtree twice and copies it for every text; a page of 200,000 items would take hours."""

    def __init__(self) -> None:
        super().__init__()
        self._properties_left = _MOST_PROPERTIES
        self._references_left = _MOST_REFERENCES

    def _extract_properties(self, node: HtmlElement, **known: Any) -> Iterator[tuple[str, Any]]:
        yield from self._below(list(reversed(node)), known)

    def _extract_property_refs(self, node: HtmlElement, refid: str, **known: Any) -> Iterator[tuple[str, Any]]:
        self._references_left -= 1
        if self._references_left >= 0:
            yield from self._below(node.xpath("id($refid)[1]", refid=refid), known)

    def _below(self, waiting: list[HtmlElement], known: dict[str, Any]) -> Iterator[tuple[str, Any]]:
        while waiting and self._properties_left > 0:
            element = waiting.pop()
            if not isinstance(element.tag, str):
                continue
            if element.get("itemprop") is not None:
                self._properties_left -= 1
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


def text_inside(node: HtmlElement, limit: int = 2000, without: Callable[[HtmlElement], bool] | None = None) -> str:
    """The text a reader sees inside an element.

    Block borders become line breaks, so that numbers do not grow together, and raised cents get their point back:
    `12<sup>99</sup>` is 12.99. Parts for which `without` is true are left out.
    """
    pieces: list[str] = []
    size = 0
    for piece in _texts(node, without, most_parts=limit):
        piece = _SPACES.sub(_one_space, piece[: 4 * limit])
        pieces.append(piece)
        size += len(piece)
        if size > limit:
            break
    return "\n".join(line.strip() for line in "".join(pieces).split("\n") if line.strip())


def _one_space(found: re.Match[str]) -> str:
    return "\n" if "\n" in found.group() else " "


def _texts(node: HtmlElement, without: Callable[[HtmlElement], bool] | None, most_parts: int) -> Iterator[str]:
    """The pieces of text below a node, in order; on a stack, because pages can be deeper than Python's."""
    waiting: list[HtmlElement | str] = [node]
    is_first, after_digit = True, False
    while waiting and most_parts > 0:
        part = waiting.pop()
        most_parts -= 1
        if isinstance(part, str):
            after_digit = part[-1:].isdigit()
            yield part
            continue
        if not isinstance(part.tag, str) or part.tag in _SILENT or (without and not is_first and without(part)):
            continue
        is_first = False
        if part.tag in _BLOCKS:
            after_digit = False
            yield "\n"
        elif after_digit and _is_cents(part):
            yield "."
        for child in reversed(part):
            if child.tail:
                waiting.append(child.tail)
            waiting.append(child)
        if part.text:
            waiting.append(part.text)


def _is_cents(element: HtmlElement) -> bool:
    is_raised = element.tag == "sup" or bool(_CENTS_MARK.search(element.get("class") or ""))
    return is_raised and bool(re.fullmatch(r"\s*\d\d\s*\D{0,4}", element.text or "")) and len(element) == 0


def _as_jsonld(item: dict[str, Any]) -> dict[str, Any]:
    properties = item.get("properties")
    if not isinstance(properties, dict):
        return {"@type": item.get("type", ""), "value": item.get("value")}
    return {"@type": item.get("type", ""), "@id": item.get("id", ""), **{k: _value(v) for k, v in properties.items()}}


def _value(value: Any) -> Any:
    if isinstance(value, list):
        return [_value(each) for each in value]
    return _as_jsonld(value) if isinstance(value, dict) else value
