"""Numbers, times and money as people read them."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from flask_babel import force_locale

from app.kernel import formats

NOW = datetime(2026, 5, 12, 4, 3, tzinfo=UTC)  # 12:03 in China


@pytest.mark.parametrize(
    ("number", "zh", "en"),
    [(0, "0", "0"), (9999, "9999", "9999"), (10_000, "1万", "10K"), (12_345, "1.2万", "12.3K"),
     (19_999, "1.9万", "19.9K"), (340_000_000, "3.4亿", "340M"), (1_000_000, "100万", "1M")],
)  # fmt: skip
def test_count(app, number, zh, en):
    with app.test_request_context():
        with force_locale("zh"):
            assert formats.count(number) == zh
        with force_locale("en"):
            assert formats.count(number) == en


@pytest.mark.parametrize(
    ("passed", "expected"),
    [
        (timedelta(seconds=5), "just now"),
        (timedelta(minutes=5), "5 minutes ago"),
        (timedelta(minutes=1), "1 minute ago"),
        (timedelta(hours=3), "today 09:03"),
        (timedelta(hours=13), "yesterday 23:03"),
        (timedelta(days=30), "4-12"),
        (timedelta(days=365), "2025-5-12"),
    ],
)
def test_ago(app, passed, expected):
    with app.test_request_context(), force_locale("en"):
        assert formats.ago(NOW - passed, now=NOW) == expected


@pytest.mark.parametrize(
    ("amount", "currency", "expected"),
    [("129", "CNY", "¥129"), ("12.5", "USD", "US$12.50"), ("129.0000", "CNY", "¥129"), ("44890", "KZT", "44,890 KZT"),
     ("1980", "JPY", "JP¥1,980"), ("9.99", "", "9.99")],
)  # fmt: skip
def test_money(amount, currency, expected):
    assert formats.money(Decimal(amount), currency) == expected


@pytest.mark.parametrize(
    ("ahead", "zh", "en"),
    [
        (timedelta(hours=6), "今天 18:03", "today 18:03"),
        (timedelta(hours=20), "明天 08:03", "tomorrow 08:03"),
        (timedelta(days=3), "5月15日 12:03", "15 May 12:03"),
        (timedelta(days=300), "2027年3月8日 12:03", "8 Mar 2027 12:03"),
    ],
)
def test_what_is_to_come(app, ahead, zh, en):
    with app.test_request_context():
        for language, said in (("zh", zh), ("en", en)):
            with force_locale(language):
                assert formats.coming(NOW + ahead, now=NOW) == said


def test_typed_times_are_those_of_the_sites_zone():
    assert formats.typed_time(NOW) == "2026-05-12T12:03"
    assert formats.time_typed("2026-05-12T12:03") == NOW
    assert formats.time_typed("2026-05-12T12:03:30") == NOW + timedelta(seconds=30)


@pytest.mark.parametrize("text", ["", "soon", "2026-02-30T10:00", "2026-05-12T12:03+02:00", "9" * 50])
def test_what_is_no_time_is_none(text):
    assert formats.time_typed(text) is None
