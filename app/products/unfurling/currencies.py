"""Which currency a sign means, which depends on where the shop is."""

import re
from urllib.parse import urlsplit

from babel import Locale, UnknownLocaleError
from babel.numbers import get_territory_currencies, list_currencies

_ISO = frozenset(list_currencies()) - {"XXX", "XTS"}
#: Signs with one meaning everywhere.
_SIGNS = {
    "€": "EUR", "euro": "EUR", "£": "GBP", "us$": "USD", "usd$": "USD", "nt$": "TWD", "hk$": "HKD", "mop$": "MOP",
    "s$": "SGD", "a$": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD", "nz$": "NZD", "mx$": "MXN", "cl$": "CLP",
    "co$": "COP", "ar$": "ARS", "r$": "BRL", "rmb": "CNY", "cn¥": "CNY", "人民币": "CNY", "新台幣": "TWD", "港幣":
    "HKD",
    "円": "JPY", "₩": "KRW", "원": "KRW", "₫": "VND", "đ": "VND", "฿": "THB", "₱": "PHP", "rp": "IDR", "rm": "MYR",
    "₹": "INR", "₽": "RUB", "₴": "UAH", "грн": "UAH", "₸": "KZT", "тг": "KZT", "тңг": "KZT", "₺": "TRY", "₼": "AZN",
    "₾": "GEL", "₪": "ILS", "₦": "NGN", "₡": "CRC", "₲": "PYG", "₮": "MNT", "₭": "LAK", "៛": "KHR", "৳": "BDT",
    "zł": "PLN", "kč": "CZK", "ft": "HUF", "lei": "RON", "lv": "BGN", "лв": "BGN", "дин": "RSD", "din": "RSD",
    "chf": "CHF", "tl": "TRY", "s/": "PEN", "s/.": "PEN", "dhs": "AED", "درهم": "AED", "ريال": "SAR", "تومان": "IRT",
    "р": "RUB", "б.р": "BYN", "б. р": "BYN", "b.р": "BYN", "br": "BYN",
}  # fmt: skip
#: Signs shared by several countries: the place decides, else the fallback.
_SHARED = {
    "$": ({"TW", "HK", "CA", "AU", "NZ", "SG", "MX", "CL", "CO", "AR", "UY", "US", "BN", "JM", "DO"}, "USD"),
    "¥": ({"CN", "JP"}, "CNY"),
    "元": ({"CN", "TW", "HK", "MO"}, "CNY"),
    "块": ({"CN"}, "CNY"),
    "圓": ({"TW", "HK"}, "TWD"),
    "kr": ({"SE", "NO", "DK", "IS", "FO"}, None),
    "руб": ({"RU", "BY"}, "RUB"),
    "rs": ({"IN", "PK", "LK", "NP", "MU"}, "INR"),
    "₨": ({"IN", "PK", "LK", "NP", "MU"}, "INR"),
    "r": ({"ZA"}, None),
    "fr": ({"CH"}, None),
    "km": ({"BA"}, None),
}
_NO_CENTS = frozenset({"CLP", "JPY", "KRW", "VND", "IDR", "PYG", "ISK", "COP", "HUF", "XAF", "XOF", "UGX", "RWF"})
_MILLS = frozenset({"KWD", "BHD", "OMR", "JOD", "TND", "IQD", "LYD"})
_OLD_CODES = {"RMB": "CNY", "BYR": "BYN", "NTD": "TWD", "TRL": "TRY", "RUR": "RUB", "STG": "GBP", "UKP": "GBP"}


def currency_of(sign: str | None, territory: str | None) -> str | None:
    """The ISO 4217 code of a sign, name or code; None where it cannot be told."""
    if not sign:
        return None
    sign = sign.strip().strip("\u200f\u200e").replace("￥", "¥")
    code = sign.upper()
    code = _OLD_CODES.get(code, code)
    if code in _ISO:
        return code
    folded = sign.lower().rstrip(".")
    if folded in _SIGNS:
        return _SIGNS[folded]
    if folded in _SHARED:
        countries, fallback = _SHARED[folded]
        return local_currency(territory) if territory in countries else fallback
    return None


def local_currency(territory: str | None) -> str | None:
    """What is paid with in a country."""
    if not territory:
        return None
    found = get_territory_currencies(territory)
    return str(found[0]) if found else None


def has_no_cents(currency: str | None) -> bool:
    """Whether a point in an amount of this currency can only divide thousands."""
    return currency in _NO_CENTS


def has_mills(currency: str | None) -> bool:
    """Whether three decimals are usual."""
    return currency in _MILLS


def territory_of(url: str, language: str | None) -> str | None:
    """The country of a shop: its top-level domain, a path such as /en-gb/, or the page's language tag."""
    parts = urlsplit(url)
    ending = (parts.hostname or "").rsplit(".", 1)[-1].upper()
    if len(ending) == 2 and ending not in ("IO", "ME", "TV", "CC", "CO", "AI", "EU", "SU", "TO", "FM", "GG", "LY"):
        return {"UK": "GB"}.get(ending, ending)
    if found := re.match(r"/(?:[a-z]{2}[-_])([a-z]{2})(?:/|$)", parts.path, re.IGNORECASE):
        return found.group(1).upper()
    try:
        return Locale.parse(language.replace("-", "_")).territory if language else None
    except (UnknownLocaleError, ValueError):
        return None
