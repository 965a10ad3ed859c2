"""Who may do what in the back office: one table, asked by every door there."""

from app.accounts.models import Account

ROLES = ("member", "moderator", "operator", "commerce", "admin")
"""Ordinary people, 审核, 运营, 商务, 超管."""
STAFF = ROLES[1:]

PERMISSIONS: dict[str, tuple[str, ...]] = {
    "dashboard.see": STAFF,
    "reports.decide": ("moderator", "admin"),
    "review.decide": ("moderator", "admin"),
    "appeals.decide": ("moderator", "admin"),
    "accounts.see": ("moderator", "operator", "admin"),
    "accounts.see_log_ins": ("moderator", "admin"),
    "accounts.limit": ("moderator", "admin"),
    "accounts.ban": ("moderator", "admin"),
    "bulk.run": ("moderator", "admin"),
    "verification.decide": ("operator", "admin"),
    "words.edit": ("moderator", "admin"),
    "risk.edit": ("admin",),
    "risk.see": ("moderator", "admin"),
    "products.edit": ("commerce", "admin"),
    "ads.see": ("commerce", "moderator", "admin"),
    "ads.edit": ("commerce", "moderator", "admin"),
    "topics.edit": ("operator", "admin"),
    "announcements.edit": ("operator", "admin"),
    "data.see": ("admin",),
    "roles.see": STAFF,
    "roles.edit": ("admin",),
    "audit.see": ("admin",),
    "jobs.retry": ("admin",),
    "settings.edit": ("admin",),
}
"""Permission -> roles that have it. A page or act of the back office names exactly one."""


def may(account: Account | None, permission: str) -> bool:
    """Whether the account's role has this permission; raises KeyError for one that is not in the table."""
    return account is not None and account.state == "active" and account.role in PERMISSIONS[permission]
