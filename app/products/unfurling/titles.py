"""Choosing the title: the product's own name, unless it is too short to tell anything."""

import re

from app.products.unfurling.pages import Page
from app.products.unfurling.readings import Finding
from app.products.unfurling.texts import likeness, words_of
from app.products.unfurling.urls import domain_of

_SEPARATOR = re.compile(r"\s+[|–—·•:›»-]\s+|\s*[|｜]\s*|-(?=[^-]{1,8}(?:网|店|官网|商城|京东|天猫|淘宝)[^-]{0,4}$)")
_FEW_WORDS = 2


def best_title(page: Page, found: list[Finding], opengraph: Finding, shop: Finding | None) -> str:
    """The best title of what is known: product name, shop's own place, og:title, heading, title tag.

    A name of one or two words ("BILLY") gives way to a longer title that contains it; an og:title that is only the
    name of the shop gives way to the heading.
    """
    heading = page.heading
    outer = [
        title for title in (opengraph.title, heading, page.title_tag) if title and not _is_shop(title, page, opengraph)
    ]
    names = [finding.title for finding in (*found, *([shop] if shop else [])) if finding.title]
    for name in names:
        if _is_shop(name, page, opengraph):
            continue
        if len(words_of(name)) > _FEW_WORDS:
            return name
        fuller = next((title for title in outer if name.lower() in title.lower()), "")
        return without_shop(fuller, page, opengraph) or name
    if not outer:
        return next((title for title in (opengraph.title, page.title_tag, heading) if title), "")
    if outer[0] == page.title_tag and (found or shop):
        return without_shop(outer[0], page, opengraph)
    return outer[0]


def without_shop(title: str, page: Page, opengraph: Finding) -> str:
    """The title without the shop's name at its end: "Kettle | Example Shop" is "Kettle"."""
    cuts = list(_SEPARATOR.finditer(title))
    if cuts and _names_shop(title[cuts[-1].end() :], page, opengraph):
        return title[: cuts[-1].start()].strip() or title
    return title


def _is_shop(title: str, page: Page, opengraph: Finding) -> bool:
    """Whether a title names the shop rather than what it sells: nothing of it is in the page's other titles."""
    if opengraph.seller and title.strip().lower() == opengraph.seller.lower():
        return True
    others = [other for other in (page.heading, page.title_tag) if other and other != title]
    if title != opengraph.title or not others:
        return _names_shop(title, page, opengraph) and len(words_of(title)) <= _FEW_WORDS
    return max(likeness(title, other) for other in others) < 0.34 or _names_shop(title, page, opengraph)


def _names_shop(words: str, page: Page, opengraph: Finding) -> bool:
    plain_words = re.sub(r"[\W_]+", "", words.lower())
    domain = re.sub(r"[\W_]+", "", domain_of(page.url))
    seller = re.sub(r"[\W_]+", "", opengraph.seller.lower())
    label = re.sub(r"[\W_]+", "", domain_of(page.url).split(".")[0])
    return bool(plain_words) and (
        plain_words in (domain, seller, label)
        or (len(plain_words) < 24 and (plain_words.startswith(label) and len(label) > 3))
        or bool(re.search(r"(?:淘宝网|天猫|京东|商城)", words))
    )
