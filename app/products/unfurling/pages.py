"""A page parsed once, with the facts that every source asks for."""

from dataclasses import dataclass, field
from itertools import islice

import lxml.etree
import lxml.html
from lxml.html import HtmlElement

from app.products.unfurling.currencies import territory_of
from app.products.unfurling.microdata import text_inside
from app.products.unfurling.texts import plain

_MOST_META = 500
_MOST_HEADINGS = 40


@dataclass(frozen=True)
class Page:
    """The tree of a page and what its head says."""

    url: str
    tree: HtmlElement
    #: Lower-case meta names to their contents in document order; repeated tags are common.
    meta: dict[str, list[str]]
    title_tag: str
    headings: list[HtmlElement] = field(default_factory=list)
    canonical: str = ""
    territory: str | None = None

    def first_meta(self, *names: str) -> str:
        """The first non-empty content among these meta names, in the order of the names."""
        return next((value for name in names for value in self.meta.get(name, ()) if value), "")

    @property
    def heading(self) -> str:
        """The text of the first first-level heading that has one."""
        texts = (plain(text_inside(heading, 400)) for heading in self.headings if heading.tag == "h1")
        return next((text for text in texts if text), "")


def page_of(text: str, url: str) -> Page:
    """Parse a page. Anything can be parsed: an empty or broken document gives an empty page."""
    # The text goes in as UTF-8 bytes, because libxml2 would believe an encoding named inside a str.
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    document = text.replace("\x00", "").encode("utf-8", "replace")
    try:
        tree = lxml.html.document_fromstring(document or b"<html></html>", parser=parser)
    except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError):
        tree = lxml.html.document_fromstring(b"<html></html>")
    meta = _meta_of(tree)
    language = tree.get("lang") or next(iter(meta.get("og:locale", ())), None)
    return Page(
        url=url,
        tree=tree,
        meta=meta,
        title_tag=_title_of(tree),
        headings=list(islice(tree.iter("h1", "h2", "h3"), _MOST_HEADINGS)),
        canonical=_canonical_of(tree),
        territory=territory_of(url, language),
    )


def _meta_of(tree: HtmlElement) -> dict[str, list[str]]:
    """All meta tags, wherever they stand: extruct's reader wants `property` and a place in the head, many shops use
    `name`, and a stray tag can push the rest into the body."""
    found: dict[str, list[str]] = {}
    for element in islice(tree.iter("meta"), _MOST_META):
        name = (element.get("property") or element.get("name") or "").strip().lower()
        content = (element.get("content") or element.get("value") or "").strip()
        if name and content:
            found.setdefault(name, []).append(content)
    return found


def _title_of(tree: HtmlElement) -> str:
    for element in tree.iter("title"):
        parent = element.getparent()
        is_drawing = parent is not None and parent.tag in ("svg", "symbol", "g")
        if not is_drawing and (title := plain(element.text_content())):
            return title
    return ""


def _canonical_of(tree: HtmlElement) -> str:
    for element in islice(tree.iter("link"), _MOST_META):
        if (element.get("rel") or "").strip().lower() == "canonical" and element.get("href"):
            return str(element.get("href")).strip()
    return ""
