"""The pages of the back office, in the order they are listed."""

from dataclasses import dataclass
from typing import Any

from flask_babel import lazy_gettext as _l

from app.accounts import rules
from app.accounts.models import Account


@dataclass(frozen=True)
class AdminPage:
    """One page: where it is, what it is called, its icon, and the permission it takes."""

    path: str
    label: Any
    icon: str
    permission: str


PAGES = [
    AdminPage("/admin", _l("Dashboard"), "layout-dashboard", "dashboard.see"),
    AdminPage("/admin/cases", _l("Reports"), "flag", "reports.decide"),
    AdminPage("/admin/review", _l("Content review"), "eye", "review.decide"),
    AdminPage("/admin/appeals", _l("Appeals"), "scale", "appeals.decide"),
    AdminPage("/admin/proposals", _l("Second opinions"), "users", "accounts.ban"),
    AdminPage("/admin/accounts", _l("Accounts"), "user-search", "accounts.see"),
    AdminPage("/admin/bulk", _l("Bulk acts"), "layers", "bulk.run"),
    AdminPage("/admin/verification", _l("Verification"), "badge-check", "verification.decide"),
    AdminPage("/admin/words", _l("Word filter"), "filter", "words.edit"),
    AdminPage("/admin/risk", _l("Risk rules"), "shield-alert", "risk.see"),
    AdminPage("/admin/products", _l("Products"), "package", "products.edit"),
    AdminPage("/admin/domains", _l("Domains"), "globe", "products.edit"),
    AdminPage("/admin/ads", _l("Ads"), "megaphone", "ads.see"),
    AdminPage("/admin/topics", _l("Topics"), "hash", "topics.edit"),
    AdminPage("/admin/announcements", _l("Announcements"), "bell-ring", "announcements.edit"),
    AdminPage("/admin/charter", _l("Community rules"), "book-open", "announcements.edit"),
    AdminPage("/admin/data", _l("Data requests"), "database", "data.see"),
    AdminPage("/admin/roles", _l("Roles"), "key-round", "roles.see"),
    AdminPage("/admin/audit", _l("Audit log"), "scroll-text", "audit.see"),
    AdminPage("/admin/jobs", _l("Jobs"), "list-checks", "jobs.retry"),
    AdminPage("/admin/settings", _l("Site settings"), "settings", "settings.edit"),
]


def pages_for(account: Account) -> list[AdminPage]:
    """The pages that the account's role may open."""
    return [page for page in PAGES if rules.may(account, page.permission)]
