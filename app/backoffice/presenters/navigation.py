"""The pages of the back office, in the order they are listed, and what waits at each."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any

from flask_babel import lazy_gettext as _l

from app.accounts import rules
from app.accounts.models import Account
from app.backoffice import queries
from app.backoffice.queries import Waiting

_TODO, _PEOPLE, _WORDS, _TRADE, _SITE = _l("To do"), _l("Users"), _l("Content"), _l("Trade"), _l("Site")


@dataclass(frozen=True)
class AdminPage:
    """One page: where it is, its name and icon, the permission it takes, its group; `g` and `key` lead there."""

    path: str
    label: Any
    icon: str
    permission: str
    group: Any = ""
    key: str = ""


PAGES = [
    AdminPage("/admin", _l("Dashboard"), "layout-dashboard", "dashboard.see", key="d"),
    AdminPage("/admin/cases", _l("Reports"), "flag", "reports.decide", _TODO, key="r"),
    AdminPage("/admin/review", _l("Content review"), "eye", "review.decide", _TODO, key="c"),
    AdminPage("/admin/appeals", _l("Appeals"), "scale", "appeals.decide", _TODO, key="p"),
    AdminPage("/admin/proposals", _l("Second opinions"), "users", "accounts.ban", _TODO, key="o"),
    AdminPage("/admin/verification", _l("Verification"), "badge-check", "verification.decide", _TODO, key="v"),
    AdminPage("/admin/accounts", _l("Accounts"), "user-search", "accounts.see", _PEOPLE, key="a"),
    AdminPage("/admin/bulk", _l("Bulk acts"), "layers", "bulk.run", _PEOPLE, key="b"),
    AdminPage("/admin/data", _l("Data requests"), "database", "data.see", _PEOPLE),
    AdminPage("/admin/words", _l("Word filter"), "filter", "words.edit", _WORDS, key="w"),
    AdminPage("/admin/risk", _l("Risk rules"), "shield-alert", "risk.see", _WORDS),
    AdminPage("/admin/topics", _l("Topics"), "hash", "topics.edit", _WORDS),
    AdminPage("/admin/announcements", _l("Announcements"), "bell-ring", "announcements.edit", _WORDS),
    AdminPage("/admin/charter", _l("Community rules"), "book-open", "announcements.edit", _WORDS),
    AdminPage("/admin/products", _l("Products"), "package", "products.edit", _TRADE),
    AdminPage("/admin/domains", _l("Domains"), "globe", "products.edit", _TRADE),
    AdminPage("/admin/ads", _l("Ads"), "megaphone", "ads.see", _TRADE),
    AdminPage("/admin/roles", _l("Roles"), "key-round", "roles.see", _SITE),
    AdminPage("/admin/audit", _l("Audit log"), "scroll-text", "audit.see", _SITE, key="l"),
    AdminPage("/admin/jobs", _l("Jobs"), "list-checks", "jobs.retry", _SITE, key="j"),
    AdminPage("/admin/settings", _l("Site settings"), "settings", "settings.edit", _SITE, key="s"),
]

ROLE_WORDS = {
    "member": _l("Member"),
    "moderator": _l("Moderator"),
    "operator": _l("Operator"),
    "commerce": _l("Commerce"),
    "admin": _l("Administrator"),
}


@dataclass(frozen=True)
class NavLink:
    """A page in the navigation, with what waits there; `tone`: calm, soon or late."""

    page: AdminPage
    is_here: bool
    waiting: Waiting | None
    tone: str


@dataclass(frozen=True)
class NavGroup:
    """Pages that stand together under one word."""

    label: Any
    links: list[NavLink]


def pages_for(account: Account) -> list[AdminPage]:
    """The pages that the account's role may open."""
    return [page for page in PAGES if rules.may(account, page.permission)]


def navigation_for(account: Account, *, here: str, now: datetime) -> list[NavGroup]:
    """The pages that the account may open, grouped, each with what waits there; `here` is the path that is open."""
    waiting = queries.waiting_by_path(now)
    links = [
        NavLink(page, _is_here(page.path, here), waiting.get(page.path), tone_of(waiting.get(page.path), now))
        for page in pages_for(account)
    ]
    return [NavGroup(label, list(some)) for label, some in groupby(links, key=lambda link: link.page.group)]


def tone_of(waiting: Waiting | None, now: datetime) -> str:
    """`late` when something is overdue, `soon` when the oldest has waited for four hours, else `calm`."""
    if waiting is None or waiting.oldest_at is None:
        return "calm"
    if waiting.overdue:
        return "late"
    return "soon" if now - waiting.oldest_at >= timedelta(hours=4) else "calm"


def _is_here(path: str, here: str) -> bool:
    return here == path or (path != "/admin" and here.startswith(f"{path}/"))
