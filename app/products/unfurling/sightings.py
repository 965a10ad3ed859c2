"""One walk over a page, noting everything that looks like a price and every buy button."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from lxml.html import HtmlElement

from app.products.unfurling import visible_words as words
from app.products.unfurling.microdata import text_inside
from app.products.unfurling.pages import Page
from app.products.unfurling.prices import text_amount

_MOST_ELEMENTS = 20_000
_LONGEST_PRICE = 60
_BUTTON_REACH = 1500
_FRAME = frozenset(
    {"nav", "footer", "aside", "select", "option", "noscript", "template", "svg", "script", "style", "head"}
)
_STRUCK = frozenset({"del", "s", "strike"})
_NEVER_SKIPPED = frozenset({"html", "body", "main", "h1"})
_ATTRIBUTES = ("data-price", "data-product-price", "price", "data-price-amount", "data-sale-price")
_BUTTONS = frozenset({"button", "a", "input", "div", "span", "form", "li"})
_NUMBER = re.compile(r"\s*\d[\d.,]{0,12}\s*")


@dataclass(frozen=True)
class Sighting:
    """Something that looks like a price. `distance` counts elements below (or, negative, above) the title."""

    text: str
    score: float
    distance: int
    is_attribute: bool = False


@dataclass
class Sightings:
    """All that one walk found."""

    prices: list[Sighting] = field(default_factory=list)
    struck_amounts: list[Decimal] = field(default_factory=list)
    has_buy_button: bool = False


def sightings_in(page: Page, heading: HtmlElement | None) -> Sightings:
    """Walk the page once. Without a heading to go by, nothing counts as being near the title."""
    found = Sightings()
    around = set(heading.iterancestors()) if heading is not None else set()
    walk = list(_own_elements(page.tree, around))
    start = next((position for position, element, _ in walk if element is heading), -1)
    for position, element, is_struck in walk:
        distance = position - start if start >= 0 else -1
        if distance > _BUTTON_REACH:  # too far below the title to be about it
            break
        marks = _marks_of(element)
        if not found.has_buy_button and start >= 0 and distance >= 0:
            found.has_buy_button = _is_buy_button(element, marks)
        if is_struck or _is_struck(element):
            _note_struck(element, page, found)
        else:
            found.prices.extend(_prices_on(element, marks, distance))
    return found


def _own_elements(tree: HtmlElement, around: set[HtmlElement]) -> Iterator[tuple[int, HtmlElement, bool]]:
    """Elements in document order that belong to the page's subject, with whether they are struck out.

    What surrounds the title belongs to it, even where its class says "slider".
    """
    waiting: list[tuple[HtmlElement, bool]] = [(tree, False)]
    position = 0
    while waiting and position < _MOST_ELEMENTS:
        element, is_struck = waiting.pop()
        if not isinstance(element.tag, str) or element.tag in _FRAME:
            continue
        position += 1
        marks = f"{element.get('class') or ''} {element.get('id') or ''}"
        is_exempt = element.tag in _NEVER_SKIPPED or element in around or len(marks) >= 200
        if not is_exempt and words.names_elsewhere(marks):
            continue
        is_struck = is_struck or element.tag in _STRUCK
        yield position, element, is_struck
        waiting.extend((child, is_struck) for child in reversed(element))


def _marks_of(element: HtmlElement) -> str:
    names = ("class", "id", "name", "itemprop", "data-testid", "data-qa", "data-test", "data-automation-id")
    return " ".join(value for name in names if (value := element.get(name)))[:300]


def _is_struck(element: HtmlElement) -> bool:
    """Whether an element holds a price that is not, or no longer, asked for."""
    if element.tag in _STRUCK or "line-through" in (element.get("style") or ""):
        return True
    marks = _marks_of(element)
    return words.names_price(marks) and words.names_other_price(marks)


def _note_struck(element: HtmlElement, page: Page, found: Sightings) -> None:
    if len(found.struck_amounts) < 20 and len(element) < 4:
        amount = text_amount(text_inside(element, _LONGEST_PRICE), None, page.territory)
        if amount:
            found.struck_amounts.append(amount.value)


def _prices_on(element: HtmlElement, marks: str, distance: int) -> Iterator[Sighting]:
    is_marked = words.names_price(marks)
    yield from _in_attributes(element, marks, is_marked, distance)
    if element.tag in ("input", "sup") or len(element) > 8:
        return
    text = text_inside(element, _LONGEST_PRICE + 20, without=_is_struck)
    if len(element) == 0 and _NUMBER.fullmatch(text):
        text = _with_neighbours(element, text)
    if not text or len(text) > _LONGEST_PRICE or words.OTHER_PRICE_TEXT.search(text):
        return
    shape = words.PRICE_TEXT.match(" ".join(text.split()))
    has_sign = bool(shape and (shape.group("before") or shape.group("after")))
    if has_sign or (is_marked and len(element) == 0 and any(c.isdigit() for c in text)):
        score = (2.0 if is_marked else 0.0) + (1.0 if shape else -1.0)
        yield Sighting(text, score + (1.0 if is_marked and words.names_own_price(marks) else 0.0), distance)


def _in_attributes(element: HtmlElement, marks: str, is_marked: bool, distance: int) -> Iterator[Sighting]:
    for name in _ATTRIBUTES:
        value = element.get(name)
        if value and _NUMBER.fullmatch(value):
            yield Sighting(value, 4.0 if words.names_buying(marks) else 2.0, distance, is_attribute=True)
    if element.get("itemprop") == "price" and (content := element.get("content")):
        yield Sighting(content, 6.0, distance, is_attribute=True)
    if element.tag == "input" and is_marked and _NUMBER.fullmatch(element.get("value") or ""):
        yield Sighting(element.get("value"), 2.0, distance, is_attribute=True)


def _with_neighbours(element: HtmlElement, digits: str) -> str:
    """A bare number with the sign that stands outside its element: `<b>¥</b><b>149</b>`, `<b>294</b><i>元</i>`."""
    previous, following, parent = element.getprevious(), element.getnext(), element.getparent()
    before = (
        (previous.tail or previous.text or "")
        if previous is not None
        else (parent.text or "" if parent is not None else "")
    )
    after = element.tail or ""
    if not after.strip() and following is not None:
        after = following.text or ""
    before, after = before.strip()[-4:], after.strip()
    sign = before if words.SIGN.fullmatch(before) else ""
    unit = after if words.SIGN.fullmatch(after) else ""
    return f"{sign}{digits.strip()}{unit}"


def _is_buy_button(element: HtmlElement, marks: str) -> bool:
    if element.tag not in _BUTTONS:
        return False
    href = element.get("href") or ""
    scripted = f"{element.get('onclick') or ''} {href if href.startswith('javascript:') else ''}"
    is_button = element.tag in ("button", "input", "a") and words.names_buying(marks)
    if is_button or words.BUY_CALL.search(scripted[:300]):
        return True
    text = element.get("value") or element.get("title") or ""
    if not text and len(element) < 5:
        text = " ".join(text_inside(element, 60).split())
    return bool(text) and len(text) < 50 and bool(words.BUY_TEXT.match(text.strip()))
