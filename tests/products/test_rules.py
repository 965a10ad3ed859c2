"""Which posts are advertising."""

import pytest

from app.products.models import Link
from app.products.rules import needs_ad_label


def test_a_card_makes_an_ad(make_product):
    assert needs_ad_label([make_product()], [], [])


def test_a_link_to_an_offer_makes_an_ad():
    assert needs_ad_label([], [Link(status="product")], ["https://shop.example/kettle"])


@pytest.mark.parametrize(
    "url", ["https://www.amazon.com/dp/B01?tag=me-20", "https://u.jd.com/abc", "https://x.example/?aff_id=7"]
)
def test_earning_on_a_link_makes_an_ad(url):
    assert needs_ad_label([], [], [url])


def test_plain_words_and_plain_links_are_none():
    assert not needs_ad_label([], [Link(status="page")], ["https://news.example/story?page=2"])
