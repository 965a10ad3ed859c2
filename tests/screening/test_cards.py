"""What a shop's page says goes through the filter before it is a card."""

from typing import Any

import pytest

from app.kernel import clock
from app.products import listeners, operations, presenters
from app.products.events import LinkPasted
from app.products.unfurling import PageReading


@pytest.fixture
def pasted(monkeypatch: pytest.MonkeyPatch, alice: Any, frozen_clock: Any) -> Any:
    """`pasted("title")`: the link to a page with this title, read."""

    def paste(title: str) -> Any:
        reading = PageReading(
            kind="page", title=title, description="", price=None, currency=None, list_price=None,
            price_confidence="high",
            availability="unknown", shop_name="", brand="", sku="", gtin="", image_url=None,
            canonical_url="https://shop.example/1", domain="shop.example",
        )  # fmt: skip
        monkeypatch.setattr(listeners.queries, "page_behind", lambda *_args, **_more: reading)
        link = operations.paste_link("https://shop.example/1", by=alice, now=clock.now())
        listeners.fetch_link(LinkPasted(link.id))
        return link

    return paste


def test_a_refused_word_gives_no_card(pasted: Any, rule: Any) -> None:
    rule("假货", "refuse")
    link = pasted("全是假货的店")
    assert (link.status, link.failure, link.title) == ("failed", "refused_words", "")
    assert presenters.link_view(link).message


def test_a_word_is_replaced(pasted: Any, rule: Any) -> None:
    rule("全网最低", "replace", replacement="＊＊")
    assert pasted("全网最低手冲壶").title == "＊＊手冲壶"
