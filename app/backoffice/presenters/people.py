"""Accounts as staff sees them in a list, and what can be chosen to narrow it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.accounts import queries as accounts
from app.accounts import rules
from app.accounts.models import Account
from app.accounts.presenters import AccountView, account_view
from app.backoffice import queries
from app.backoffice.presenters.navigation import ROLE_WORDS
from app.backoffice.queries.people import LIMITED, Marks, Wanted
from app.kernel.pagination import Page, mapped
from app.screening.presenters import LABELS

STATE_WORDS: dict[str, tuple[Any, str]] = {
    "active": (_l("Active"), ""),
    "banned": (_l("Banned"), "warm"),
    "closing": (_l("Leaving"), "amber"),
    "closed": (_l("Closed"), ""),
}
BADGE_WORDS: dict[str, Any] = {"orange": _l("Orange V"), "gold": _l("Gold V"), "blue": _l("Blue V")}
SINCE_WORDS: dict[str, Any] = {"1d": _l("24 hours"), "7d": _l("7 days"), "30d": _l("30 days")}


@dataclass(frozen=True)
class Chip:
    """A word with a tone."""

    word: Any
    tone: str = ""


@dataclass(frozen=True)
class PersonRow:
    """One account of the list."""

    account: AccountView
    chips: list[Chip]
    strikes: int
    open_cases: int
    posts: int
    followers: int
    network: str
    created_at: datetime
    is_staff: bool
    is_verified: bool


@dataclass(frozen=True)
class Choices:
    """What the list can be narrowed by: pairs of value and word, '' for anything."""

    since: list[tuple[str, Any]]
    state: list[tuple[str, Any]]
    badge: list[tuple[str, Any]]
    role: list[tuple[str, Any]]
    limit: list[tuple[str, Any]]


@dataclass(frozen=True)
class Tab:
    """A choice of filters that is often wanted."""

    label: Any
    href: str
    is_here: bool


def wanted_from(args: Any) -> Wanted:
    """What an address asks for."""
    return Wanted(
        q=args.get("q", "").strip()[:100],
        since=args.get("since", ""),
        state=args.get("state", ""),
        badge=args.get("badge", ""),
        role=args.get("role", ""),
        limit=args.get("limit", ""),
        flagged=args.get("flagged", "") == "1",
    )


def address_of(wanted: Wanted, **more: str) -> str:
    """The address of the list so narrowed."""
    values = {"q": wanted.q, "since": wanted.since, "state": wanted.state, "badge": wanted.badge}
    values |= {"role": wanted.role, "limit": wanted.limit, "flagged": "1" if wanted.flagged else ""}
    return "/admin/accounts?" + urlencode({key: value for key, value in {**values, **more}.items() if value})


def person_page(
    wanted: Wanted, *, before: int | None, now: datetime, viewer: Account
) -> Page[PersonRow]:  # fmt: skip
    """A page of accounts that fit."""
    page = queries.accounts_wanted(wanted, before=before, now=now)
    with_networks = rules.may(viewer, "accounts.see_log_ins")
    marks = queries.marks_of([account.id for account in page.items], now=now, with_networks=with_networks)
    return mapped(page, lambda rows: [_row(account, marks[account.id]) for account in rows])


def choices() -> Choices:
    """What can be chosen."""
    anything = [("", _("Any"))]
    limits = [(kind, _("Any limit") if kind == "any" else LABELS[kind]) for kind in LIMITED]
    return Choices(
        since=[*anything, *SINCE_WORDS.items()],
        state=[*anything, *((state, words[0]) for state, words in STATE_WORDS.items())],
        badge=[*anything, ("any", _("Any V")), *BADGE_WORDS.items()],
        role=[*anything, ("staff", _("Staff")), *((role, ROLE_WORDS[role]) for role in rules.STAFF)],
        limit=[*anything, *limits],
    )


def tabs(wanted: Wanted) -> list[Tab]:
    """What is often wanted; it keeps the words that are searched for."""
    usual = [
        (_("All"), Wanted(wanted.q)),
        (_("New in 24 hours"), Wanted(wanted.q, since="1d")),
        (_("New in 7 days"), Wanted(wanted.q, since="7d")),
        (_("Flagged"), Wanted(wanted.q, flagged=True)),
        (_("Limited"), Wanted(wanted.q, limit="any")),
        (_("Banned"), Wanted(wanted.q, state="banned")),
        (_("Verified"), Wanted(wanted.q, badge="any")),
        (_("Staff"), Wanted(wanted.q, role="staff")),
    ]
    return [Tab(label, address_of(one), one == wanted) for label, one in usual]


def chips_of(account: Account, limits: tuple[str, ...] = ()) -> list[Chip]:
    """What stands out about an account: its state, V, role and limits."""
    chips = [Chip(*STATE_WORDS[account.state])] if account.state != "active" else []
    if account.badge:
        chips.append(Chip(BADGE_WORDS[account.badge], "blue"))
    if account.is_staff:
        chips.append(Chip(ROLE_WORDS[account.role], "grow"))
    return [*chips, *(Chip(LABELS[kind], "amber") for kind in limits)]


def _row(account: Account, marks: Marks) -> PersonRow:
    return PersonRow(
        account=account_view(account),
        chips=chips_of(account, marks.limits),
        strikes=marks.strikes,
        open_cases=marks.open_cases,
        posts=account.post_count,
        followers=account.follower_count,
        network=marks.network,
        created_at=account.created_at,
        is_staff=account.is_staff,
        is_verified=account.badge != "",
    )


def neighbours(networks: set[str], *, beside: Account) -> list[tuple[str, list[AccountView]]]:
    """Who else was seen on these networks, by network; networks with nobody else are left out."""
    found = []
    for network in sorted(networks):
        others = [account for account in accounts.accounts_on_network(network, limit=9) if account.id != beside.id]
        if others:
            found.append((network, [account_view(account) for account in others[:8]]))
    return found
