"""The price that a reader sees, on pages that state none in their markup.

Only for pages that show themselves to be about one thing on sale (a buy button below the heading, or markup that says
product). Candidates are weighed by what surrounds them; where no candidate convinces, there is no price.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from re import Pattern

from lxml.html import HtmlElement

from app.products.unfurling import visible_words as words
from app.products.unfurling.currencies import local_currency
from app.products.unfurling.pages import Page
from app.products.unfurling.prices import machine_amount, text_amount
from app.products.unfurling.readings import Finding
from app.products.unfurling.sightings import Sighting, sightings_in
from app.products.unfurling.texts import likeness

_CONVINCING = 5.0
#: How many elements below the title cost a candidate one point.
_STEPS_A_POINT = 30
_MOST_SCRIPT_TEXT = 600_000
_MOST_MENTIONS = 400
_MOST_PLACES = 8000
_SHORTEST_TITLE = 6


@dataclass
class _Candidate:
    score: float
    currency: str | None
    distance: int
    seen: int = 0


def visible_finding(page: Page, title: str, *, is_product: bool) -> Finding | None:
    """The visible price of the page's product; None where the page is not plainly about one thing on sale."""
    sightings = sightings_in(page, _heading_element(page, title))
    if not is_product and not sightings.has_buy_button:
        return None
    mentions = _mentions(page)
    candidates: dict[Decimal, _Candidate] = {}
    for sighting in sightings.prices:
        _weigh(sighting, candidates, page, mentions)
    if not candidates:
        return Finding() if is_product else None
    value, best = max(candidates.items(), key=lambda pair: (pair[1].score, -pair[1].distance))
    if best.score < _CONVINCING:
        return Finding() if is_product else None
    currency = best.currency or local_currency(page.territory)
    dearer = [struck for struck in sightings.struck_amounts if value < struck < value * 20]
    return Finding(price=value, currency=currency, list_price=dearer[0] if dearer else None)


def _weigh(sighting: Sighting, candidates: dict[Decimal, _Candidate], page: Page, mentions: dict[Decimal, int]) -> None:
    if sighting.is_attribute:
        amount = machine_amount(sighting.text, None, page.territory)
    else:
        amount = text_amount(sighting.text, None, page.territory)
    if amount is None:
        return
    score = sighting.score + (2.0 if amount.currency else 0.0)
    score += max(0.0, 4.0 - sighting.distance / _STEPS_A_POINT) if sighting.distance >= 0 else 0.5
    score += 2.0 if mentions.get(amount.value) else 0.0
    distance = abs(sighting.distance)
    known = candidates.get(amount.value)
    if known is None:
        candidates[amount.value] = _Candidate(score, amount.currency, distance)
        return
    known.currency = known.currency or amount.currency
    known.distance = min(known.distance, distance)
    known.seen += 1
    known.score = max(known.score, score + min(known.seen, 4) * 0.25)


def _heading_element(page: Page, title: str) -> HtmlElement | None:
    """The element that carries the title: prices below it belong to the product, prices above to the frame."""
    best, best_likeness = None, 0.5
    for heading in page.headings:
        text = "".join(heading.itertext())[:400]
        alike = likeness(text, title) + (0.1 if heading.tag == "h1" else 0.0) if title else 0.0
        if alike > best_likeness and len(text.strip()) > 2:
            best, best_likeness = heading, alike
    return best if best is not None else _title_without_heading(page, title)


def _title_without_heading(page: Page, title: str) -> HtmlElement | None:
    """An element whose text is most of the title; some shops write it in a plain `div`."""
    body = page.tree.find("body")
    folded = title.casefold()
    for element in (
        islice(body.iter("div", "p", "span", "strong", "b", "font", "td", "h4"), _MOST_PLACES)
        if body is not None
        else ()
    ):
        text = " ".join((element.text or "").split()).casefold()
        if len(text) >= _SHORTEST_TITLE and len(text) * 4 >= len(folded) and (text in folded or folded in text):
            return element
    return None


def _mentions(page: Page) -> dict[Decimal, int]:
    """Amounts that scripts and descriptions name as a price: witnesses, never a source of their own."""
    found: dict[Decimal, int] = defaultdict(int)
    for text, pattern in _sources(page):
        for number, match in enumerate(pattern.finditer(text)):
            if number > _MOST_MENTIONS:
                break
            groups = match.groupdict()
            amount = text_amount(groups.get("price") or groups["digits"], None, page.territory)
            if amount:
                found[amount.value] += 1
    return found


def _sources(page: Page) -> Iterator[tuple[str, Pattern[str]]]:
    left = _MOST_SCRIPT_TEXT
    for script in page.tree.iter("script"):
        text = script.text or ""
        if script.get("src") or not text or left <= 0:
            continue
        left -= len(text)
        yield text[:left] if left < 0 else text, words.EMBEDDED_PRICE
    yield page.first_meta("og:description", "description"), words.LABELLED_PRICE
