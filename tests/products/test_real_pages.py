"""What the reader makes of pages that real shops served. Skipped where the shared data is absent."""

import csv
import gzip
import json
import os
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app.products.unfurling import PageReading, read_page
from app.products.unfurling.prices import text_amount

SHARED = Path(os.environ.get("SHARED_DATA", Path(__file__).parents[2].parent / "shared" / "data"))
PAGES = SHARED / "pages"
pytestmark = pytest.mark.skipif(not PAGES.is_dir(), reason=f"no real pages in {PAGES}")


@pytest.fixture(scope="module")
def read() -> list[tuple[dict[str, Any], PageReading]]:
    expected = [json.loads(line) for line in (PAGES / "expected.jsonl").read_text("utf-8").splitlines()]
    return [(page, read_page(gzip.decompress((PAGES / page["file"]).read_bytes()), page["url"])) for page in expected]


def has_right_title(page: dict[str, Any], reading: PageReading) -> bool:
    titles = [page["title"], *page["title_alternatives"]]
    return any(_folded(title) in _folded(reading.title) for title in titles)


def has_right_price(page: dict[str, Any], reading: PageReading) -> bool:
    prices = [page["price"], *page["price_tolerated"]]
    return reading.price in [Decimal(price.split("-")[0]) if price else None for price in prices]


def test_titles_are_right(read: list[tuple[dict[str, Any], PageReading]]) -> None:
    wrong = [page["file"] for page, reading in read if not has_right_title(page, reading)]
    assert len(read) == 69
    assert len(wrong) <= 1, wrong


def test_prices_and_their_currencies_are_right(read: list[tuple[dict[str, Any], PageReading]]) -> None:
    """The one difference is a page labelled as priceless that does show its price in its text."""
    wrong = [page["file"] for page, reading in read if not has_right_price(page, reading)]
    assert len(wrong) <= 1, wrong
    right = [(page, reading) for page, reading in read if reading.price and has_right_price(page, reading)]
    strange = [p["file"] for p, r in right if r.currency not in [p["currency"], *p.get("currency_tolerated", [])]]
    assert strange == []


def test_no_price_is_invented_for_what_is_no_product(read: list[tuple[dict[str, Any], PageReading]]) -> None:
    others = [reading for page, reading in read if page["kind"] == "page"]
    assert len(others) == 11
    assert {(reading.kind, reading.price, reading.currency) for reading in others} == {("page", None, None)}


def test_products_are_told_from_pages(read: list[tuple[dict[str, Any], PageReading]]) -> None:
    assert [page["file"] for page, reading in read if reading.kind != page["kind"]] == []


def test_pictures_are_right(read: list[tuple[dict[str, Any], PageReading]]) -> None:
    labelled = [(page, reading) for page, reading in read if page["images"]]
    right = [p for p, r in labelled if _path(r.image_url or "") in {_path(image) for image in p["images"]}]
    assert len(right) >= len(labelled) - 2


def test_words_are_decoded(read: list[tuple[dict[str, Any], PageReading]]) -> None:
    assert [page["file"] for page, reading in read if "\ufffd" in reading.title] == []


def test_snippets_with_broken_markup_are_survived() -> None:
    for snippet in sorted((PAGES / "snippets").glob("*.html")):
        reading = read_page(snippet.read_bytes(), "https://shop.test/item/1")
        assert reading.title
    anvil = read_page((PAGES / "snippets" / "misc-product_microdata.html").read_bytes(), "https://shop.test/item/1")
    assert (anvil.title, anvil.price, anvil.currency) == ("Executive Anvil", Decimal("119.99"), "USD")


def test_examples_of_the_vocabulary_are_products() -> None:
    lines = (PAGES / "schemaorg_product_examples.jsonl").read_text("utf-8").splitlines()
    examples = [json.loads(line) for line in lines]
    kenmore = next(example for example in examples if example["id"] == "eg-0010")
    for markup in (kenmore["microdata"], kenmore["jsonld"]):
        reading = read_page(f"<title>Microwave</title>{markup}".encode(), "https://shop.test/item/1")
        assert reading.kind == "product"
        assert reading.title == 'Kenmore White 17" Microwave'
        assert reading.price is not None


def test_price_strings_are_read_as_well_as_the_library_reads_them() -> None:
    counted: Counter[bool] = Counter()
    with (PAGES / "price_strings.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["group"].startswith("xfail"):
                continue
            amount = text_amount(row["price_text"])
            wanted = Decimal(row["amount"] or 0) or None  # nothing costs nothing
            value = amount.value if amount else None
            counted[value == (wanted.quantize(Decimal("0.01")) if wanted else None)] += 1
    assert counted[True] >= 520
    assert counted[False] <= 5


def _folded(text: str) -> str:
    return "".join(text.split()).lower()


def _path(url: str) -> str:
    return url.split("?", maxsplit=1)[0].rsplit("://", maxsplit=1)[-1].rstrip("/")
