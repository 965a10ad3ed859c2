"""Numbers, times and money as people read them (features: 1.2万, 5分钟前)."""

from datetime import datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from flask_babel import gettext as _
from flask_babel import ngettext

from app.kernel.i18n import language

ZONE = ZoneInfo("Asia/Shanghai")
_SYMBOLS = {"CNY": "¥", "USD": "US$", "EUR": "€", "GBP": "£", "JPY": "JP¥", "TWD": "NT$", "HKD": "HK$", "KRW": "₩"}
_NO_CENTS = {"JPY", "KRW", "CLP", "VND", "ISK", "HUF"}


def count(number: int) -> str:
    """9999, 1.2万, 3.4亿; 9999, 12K, 3.4M in English. Cut, not rounded: 19,999 is 1.9万, as it is not yet 2万."""
    steps = ((10**8, "亿"), (10**4, "万")) if language() == "zh" else ((10**9, "B"), (10**6, "M"), (10**3, "K"))
    if number < 10_000:
        return str(number)
    for size, suffix in steps:
        if number >= size:
            tenths = number * 10 // size
            whole, rest = divmod(tenths, 10)
            return f"{whole}.{rest}{suffix}" if rest and whole < 1000 else f"{whole}{suffix}"
    return str(number)


def ago(at: datetime, *, now: datetime) -> str:
    """刚刚, 5分钟前, 今天 12:03, 5-12, 2024-5-12 (features §5.5)."""
    passed = now - at
    if passed < timedelta(minutes=1):
        return _("just now")
    if passed < timedelta(hours=1):
        minutes = int(passed.total_seconds() // 60)
        return ngettext("%(num)s minute ago", "%(num)s minutes ago", minutes)
    local, today = at.astimezone(ZONE), now.astimezone(ZONE)
    if local.date() == today.date():
        return _("today %(time)s", time=f"{local:%H:%M}")
    if local.date() == today.date() - timedelta(days=1):
        return _("yesterday %(time)s", time=f"{local:%H:%M}")
    if local.year == today.year:
        return f"{local.month}-{local.day}"
    return f"{local.year}-{local.month}-{local.day}"


def clock_time(at: datetime, *, now: datetime) -> str:
    """12:03 for today, else 5-12: when a price was seen."""
    local = at.astimezone(ZONE)
    if local.date() == now.astimezone(ZONE).date():
        return f"{local:%H:%M}"
    return f"{local.month}-{local.day}"


def day(at: datetime, *, now: datetime) -> str:
    """Today, yesterday, 5月12日, 2024年5月12日; 12 May, 12 May 2024: for what is read day by day."""
    local, today = at.astimezone(ZONE).date(), now.astimezone(ZONE).date()
    if local == today:
        return _("Today")
    if local == today - timedelta(days=1):
        return _("Yesterday")
    if language() == "zh":
        year = "" if local.year == today.year else f"{local.year}年"
        return f"{year}{local.month}月{local.day}日"
    return f"{local.day} {local:%b}" if local.year == today.year else f"{local.day} {local:%b %Y}"


def coming(at: datetime, *, now: datetime) -> str:
    """Today 18:00, tomorrow 08:30, 5月12日 08:30, 12 May 08:30, with the year where it is another: what is to come."""
    local, today = at.astimezone(ZONE), now.astimezone(ZONE).date()
    if local.date() == today:
        return _("today %(time)s", time=f"{local:%H:%M}")
    if local.date() == today + timedelta(days=1):
        return _("tomorrow %(time)s", time=f"{local:%H:%M}")
    return f"{day(at, now=now)} {local:%H:%M}"


def typed_time(at: datetime) -> str:
    """2026-05-12T12:03, as `<input type="datetime-local">` holds it, in the zone of the site."""
    return f"{at.astimezone(ZONE):%Y-%m-%dT%H:%M}"


def time_typed(text: str) -> datetime | None:
    """The moment that such an input has sent; None for anything else."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment.replace(tzinfo=ZONE) if moment.tzinfo is None else None


def full_time(at: datetime) -> str:
    """2026年5月12日 12:03, or 12 May 2026, 12:03: for titles."""
    local = at.astimezone(ZONE)
    if language() == "zh":
        return f"{local.year}年{local.month}月{local.day}日 {local:%H:%M}"
    return f"{local.day} {local:%b %Y, %H:%M}"


def full_day(at: datetime) -> str:
    """2026年5月12日, or 12 May 2026."""
    local = at.astimezone(ZONE)
    return f"{local.year}年{local.month}月{local.day}日" if language() == "zh" else f"{local.day} {local:%B %Y}"


def month(at: datetime) -> str:
    """2026年5月, or May 2026."""
    local = at.astimezone(ZONE)
    return f"{local.year}年{local.month}月" if language() == "zh" else f"{local:%B %Y}"


def money(amount: Decimal | None, currency: str = "") -> str:
    """¥129, US$12.50, 12.50 PLN."""
    sign, number = money_parts(amount, currency)
    return f"{sign}{number}" if sign != currency else f"{number} {currency}".strip()


def money_parts(amount: Decimal | None, currency: str = "") -> tuple[str, str]:
    """Sign and number apart: no more decimals than the price has, two where it has any."""
    if amount is None:
        return "", ""
    cents = amount != amount.to_integral_value() and currency not in _NO_CENTS
    return _SYMBOLS.get(currency, currency), f"{amount:,.2f}" if cents else f"{amount:,.0f}"
