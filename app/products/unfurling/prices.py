"""Amounts as shops write them."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from price_parser import Price

from app.products.unfurling.currencies import currency_of, has_mills, has_no_cents

#: Dearer than any card should show; above it, a number is an article number.
_DEAREST = Decimal(10) ** 10
_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_THOUSANDS_OR_MILLS = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_GROUP_GAP = re.compile(r"(?<=\d)[ \u00a0\u2009\u202f'’](?=\d{3}(?!\d))")
_WAN = re.compile(r"(\d+(?:\.\d+)?)\s*[万萬]")
_RANGE = re.compile(r"(?<=[\d€$£¥])\s*(?:[-–—~～至]|to)\s*(?=[^\d]{0,6}\d)")
_LINES = re.compile(r"[\r\n\t]+| {3,}")
#: A currency sign right beside a number, or a three-letter code that price-parser would overlook.
_EXTRA_SIGN = re.compile(r"(元|円|원|块|圓|тг|RMB|NT\$|HK\$|S/\.?|б\.\s?р\.)", re.IGNORECASE)


@dataclass(frozen=True)
class Amount:
    """A positive sum. `is_certain` is False where the same characters could mean another number."""

    value: Decimal
    currency: str | None
    is_certain: bool = True


def machine_amount(value: object, currency: str | None, territory: str | None) -> Amount | None:
    """An amount from markup, where the point is the decimal mark, except where that makes no sense.

    "24.990" Chilean pesos are twenty-five thousand, not twenty-five; "1.299" euros are read the same way but marked as
    uncertain. Anything but a plain number is read as text.
    """
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return _sum(str(value), currency)
    text = str(value).strip()
    if text.startswith("-"):
        return None
    code = currency_of(currency, territory) or currency
    if _THOUSANDS_OR_MILLS.fullmatch(text) and not has_mills(code):
        found = _sum(text.replace(".", ""), code)
        return found and Amount(found.value, code, is_certain=has_no_cents(code))
    if _PLAIN.fullmatch(text):
        return _sum(text, code)
    return text_amount(text, code, territory)


def text_amount(text: str, currency: str | None = None, territory: str | None = None) -> Amount | None:
    """The first amount in a text meant for people: "€ 97,39 - 128,72" is 97.39 EUR, "1.2万元" is 12000 CNY."""
    text = unicodedata.normalize("NFKC", _LINES.sub("\n", text.strip())[:400])
    line = next((line for line in text.split("\n") if any(c.isdigit() for c in line)), "")
    line = _GROUP_GAP.sub("", _ascii_digits(line))
    extra = _EXTRA_SIGN.search(line)  # looked for in the whole line: a range may name its currency at the end only
    hint = currency or Price.fromstring(line).currency
    line = _RANGE.split(line, maxsplit=1)[0]
    parsed = Price.fromstring(line, currency_hint=hint)
    code = currency_of(extra.group(1) if extra else parsed.currency, territory) or currency
    if wan := _WAN.search(line):
        return _sum(str(Decimal(wan.group(1)) * 10000), code or "CNY")
    if parsed.amount is None or not re.search(r"\d", line):
        return None
    if has_no_cents(code) and parsed.amount_text and re.fullmatch(r"\d{1,3}([.,]\d{3})+", parsed.amount_text):
        return _sum(re.sub(r"[.,]", "", parsed.amount_text), code)
    return _sum(str(parsed.amount), code)


def _ascii_digits(text: str) -> str:
    return "".join(str(unicodedata.digit(c)) if c.isdigit() and not c.isascii() else c for c in text)


def _sum(digits: str, currency: str | None) -> Amount | None:
    try:
        value = Decimal(digits)
    except InvalidOperation:
        return None
    if not value.is_finite() or not 0 < value < _DEAREST:
        return None  # 0.00 is what shops write when they have no price
    rounded = value.quantize(Decimal("0.01"))
    return Amount(value if value == rounded else rounded, currency)
