"""JSON-LD out of a page, also where it is not quite JSON."""

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from extruct.jsonld import JsonLdExtractor
from lxml.html import HtmlElement

_LARGEST_SCRIPT = 1_000_000
_MOST_SCRIPTS = 60
_COMMENT = re.compile(r"<!--|-->|<!\[CDATA\[|\]\]>|^[ \t]*//.*$", re.MULTILINE)
_TRAILING_COMMA = re.compile(r",(?=\s{0,80}[}\]])")
_CONTROL = re.compile(r"[\x00-\x1f]+")
_LONE_BACKSLASH = re.compile(r'\\(?!["\\/bfnrtu])')


def jsonld_values(tree: HtmlElement) -> list[Any]:
    """Every top-level JSON-LD value of a page, in document order. One broken script does not spoil the others."""
    values: list[Any] = []
    for script in _scripts(tree):
        found = _values_in(script)
        values.extend(_without_half_characters(found) if "\\ud" in (script.text or "").lower() else found)
    return values


def _without_half_characters(values: list[Any]) -> list[Any]:
    r"""`\ud800` alone is half of a character: JSON lets it through, no database and no address can hold it."""
    whole: list[Any] = json.loads(json.dumps(values, ensure_ascii=False).encode("utf-8", "ignore"))
    return whole


def _scripts(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Scripts that say they are JSON-LD, and JSON scripts that are without saying so."""
    for seen, script in enumerate(tree.iter("script")):
        if seen > _MOST_SCRIPTS * 5:
            return
        if not script.get("src") and _is_jsonld((script.get("type") or "").lower(), script.text or ""):
            yield script


def _is_jsonld(kind: str, text: str) -> bool:
    if len(text) > _LARGEST_SCRIPT:
        return False
    if "json" in kind and "ld" in kind:
        return True
    return not kind.endswith("javascript") and text.lstrip()[:1] in ("{", "[") and '"@type"' in text


def _values_in(script: HtmlElement) -> list[Any]:
    if script.get("type") == "application/ld+json":
        try:
            return list(JsonLdExtractor().extract_items(script))
        except (ValueError, RecursionError, TypeError):
            pass  # read it once more, less strictly
    return _mended(script.text or "")


def _mended(text: str) -> list[Any]:
    """Read what people write: comments, trailing commas and semicolons, entities, several objects in a row."""
    for mend in (_without_comments, _without_controls, lambda text: html.unescape(_without_controls(text))):
        mended = mend(text).strip().rstrip(";")
        try:
            return list(_objects(mended))
        except (ValueError, RecursionError):
            continue
    return []


def _without_comments(text: str) -> str:
    return _TRAILING_COMMA.sub("", _COMMENT.sub("", _without_block_comments(text)))


def _without_block_comments(text: str) -> str:
    """Only comments that have an end: looking for a missing one from every beginning would take for ever."""
    kept: list[str] = []
    position = 0
    while (start := text.find("/*", position)) >= 0 and (end := text.find("*/", start + 2)) >= 0:
        kept.append(text[position:start])
        position = end + 2
    return "".join((*kept, text[position:]))


def _without_controls(text: str) -> str:
    return _CONTROL.sub(" ", _LONE_BACKSLASH.sub(r"\\\\", _without_comments(text)))


def _objects(text: str) -> Iterator[Any]:
    decoder = json.JSONDecoder(strict=False)
    position = 0
    while position < len(text):
        value, position = decoder.raw_decode(text, position)
        yield from value if isinstance(value, list) else [value]
        while position < len(text) and text[position] in " \t\r\n,;":
            position += 1
