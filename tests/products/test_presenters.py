"""Cards and plots as the pages show them."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

from app.products.models import PriceObservation
from app.products.presenters import card_view, product_view


def seen(day, price):
    at = datetime(2026, 5, 1, tzinfo=UTC) + timedelta(days=day)
    return PriceObservation(price=Decimal(price), currency="CNY", seen_at=at)


def test_a_price_that_moved_is_shown_beside_the_one_at_posting(make_product):
    card = card_view(make_product(price="99"), posted_price=Decimal(129), posted_currency="CNY")
    assert (card.price_changed, card.state) == (True, "changed")
    assert (card.price_at_posting, card.price) == (Decimal(129), Decimal(99))


def test_a_difference_below_one_percent_is_none(make_product):
    assert not card_view(make_product(price="99.50"), posted_price=Decimal(99), posted_currency="CNY").price_changed


def test_a_declared_list_price_is_not_struck_without_proof(make_product):
    assert card_view(make_product(price="99", list_price=Decimal(999))).list_price is None


def test_a_product_without_a_price_shows_none(make_product):
    assert card_view(make_product(price=None)).price is None


def test_the_way_out_is_signed(app, client, make_product):
    product = make_product()
    token = card_view(product).leave_url
    assert client.get(token + "x").status_code == 404
    answer = client.get(token + "?go=1")
    assert (answer.status_code, answer.headers["Location"]) == (302, product.url)


def test_the_plot_steps_from_price_to_price(make_product):
    plot = product_view(make_product(), [seen(0, "129"), seen(10, "99"), seen(20, "109")]).plot
    assert (plot.low, plot.high) == (Decimal(99), Decimal(129))
    assert plot.path.startswith("M0.0 8.0H280.0V112.0H560.0V")


def test_one_sighting_is_no_history(make_product):
    assert product_view(make_product(), [seen(0, "129")]).plot is None
