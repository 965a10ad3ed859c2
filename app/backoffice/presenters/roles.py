"""The staff, and the table of permissions, as the page of roles shows them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask_babel import lazy_gettext as _l

from app.accounts import rules
from app.accounts.presenters import AccountView, account_view
from app.backoffice.queries.staff import staff_members

PERMISSION_WORDS: dict[str, Any] = {
    "dashboard.see": _l("See the dashboard"),
    "reports.decide": _l("Decide reports"),
    "review.decide": _l("Review content"),
    "appeals.decide": _l("Answer appeals"),
    "accounts.see": _l("Look for accounts"),
    "accounts.see_log_ins": _l("See log-in logs"),
    "accounts.limit": _l("Warn and limit accounts"),
    "accounts.ban": _l("Ban accounts"),
    "bulk.run": _l("Act on many accounts"),
    "verification.decide": _l("Decide verification"),
    "words.edit": _l("Edit the word filter"),
    "risk.edit": _l("Edit risk rules"),
    "risk.see": _l("See risk rules"),
    "products.edit": _l("Edit products and domains"),
    "ads.see": _l("See the archive of ads"),
    "ads.edit": _l("Add the ad label"),
    "topics.edit": _l("Edit topics"),
    "announcements.edit": _l("Edit announcements and rules"),
    "data.see": _l("See data requests"),
    "roles.see": _l("See roles"),
    "roles.edit": _l("Give and take roles"),
    "audit.see": _l("See the audit log"),
    "jobs.retry": _l("See and retry jobs"),
    "settings.edit": _l("Change site settings"),
}


@dataclass(frozen=True)
class StaffView:
    """One member of staff: with which second factors, and when it was last shown to be her."""

    account: AccountView
    role: str
    apps: int
    passkeys: int
    last_seen_at: datetime | None
    is_away: bool


@dataclass(frozen=True)
class PermissionRow:
    """One permission, and which roles have it, in the order of rules.STAFF."""

    name: str
    word: Any
    has: list[bool]


def staff() -> list[StaffView]:
    """Everybody with a role, by role."""
    members = staff_members()
    views = [
        StaffView(account_view(one.account), one.account.role, one.apps, one.passkeys, one.last_seen_at,
                  one.account.state != "active")
        for one in members
    ]  # fmt: skip
    return sorted(views, key=lambda view: (-rules.ROLES.index(view.role), view.account.handle))


def matrix() -> list[PermissionRow]:
    """The one table of permissions."""
    return [
        PermissionRow(name, PERMISSION_WORDS.get(name, name), [role in roles for role in rules.STAFF])
        for name, roles in rules.PERMISSIONS.items()
    ]
