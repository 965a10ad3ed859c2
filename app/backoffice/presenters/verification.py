"""The queue of applications, one application with what staff should know, verified accounts, proposed levels."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask_babel import gettext as _

from app.accounts import queries as accounts
from app.accounts.models import Account
from app.accounts.presenters import AccountView, account_view
from app.backoffice import queries as lookups
from app.kernel.pagination import Page, cursor_from
from app.screening.presenters import LimitView, limit_views
from app.verification import presenters, queries
from app.verification.models import Application, LevelProposal
from app.verification.presenters import ApplicationView, FigureView, ProofView, VerificationView
from app.verification.rules import Reach

TABS = ("waiting", "needs_more", "decided", "verified", "levels")


@dataclass(frozen=True)
class Row:
    """One line of a list: an account with its application, its verification or the level proposed for it."""

    account: AccountView
    application: ApplicationView | None = None
    verification: VerificationView | None = None
    level: "LevelView | None" = None


@dataclass(frozen=True)
class LevelView:
    """A proposed level and the figures behind it."""

    id: str
    from_kind: str
    to_kind: str
    from_label: str
    to_label: str
    figures: list[FigureView]
    at: datetime


@dataclass(frozen=True)
class Person:
    """What staff should know of an account: how old, how large, in which state, who looks like it, what was before."""

    account: AccountView
    email: str
    created_at: datetime
    state: str
    limits: list[LimitView]
    lookalikes: list[AccountView]
    verification: VerificationView | None
    before: list[ApplicationView]


@dataclass(frozen=True)
class Paper:
    """A file and how often it was opened."""

    file: ProofView
    looks: int


def tabs(here: str) -> list[dict[str, Any]]:
    """The lists, with what waits in those that wait for somebody."""
    labels = {
        "waiting": (_("Waiting"), queries.count_of("waiting")),
        "needs_more": (_("Asked for more"), queries.count_of("needs_more")),
        "levels": (_("Proposed levels"), queries.count_of_levels()),
        "verified": (_("Verified"), None),
        "decided": (_("Decided"), None),
    }
    return [
        {"label": label, "href": f"/admin/verification?tab={name}", "is_here": name == here, "count": count}
        for name, (label, count) in labels.items()
    ]


def rows(tab: str, cursor: str | None, now: datetime) -> Page[Row]:
    """One page of a list."""
    place = cursor_from(cursor)
    if tab == "verified":
        verified = queries.verified_page(after=place)
        found = [
            Row(account_view(one.account), verification=presenters.verification_view(one, now))
            for one in verified.items
        ]
        return Page(found, verified.next_cursor)
    if tab == "levels":
        levels = queries.level_proposals_page(after=place)
        return Page([Row(account_view(who), level=_level(one)) for one, who in levels.items], levels.next_cursor)
    page = queries.decided_page(before=place) if tab == "decided" else queries.queue_page(tab, after=place)
    views = presenters.application_views(page.items)
    found = [Row(account_view(one.account), view) for one, view in zip(page.items, views, strict=True)]
    return Page(found, page.next_cursor)


def _level(proposal: LevelProposal) -> LevelView:
    reach = Reach(proposal.followers, proposal.interactions, proposal.loyal_fans)
    return LevelView(
        id=str(proposal.id),
        from_kind=proposal.from_kind,
        to_kind=proposal.to_kind,
        from_label=str(presenters.KIND_LABELS[proposal.from_kind]),
        to_label=str(presenters.KIND_LABELS[proposal.to_kind]),
        figures=presenters.figure_views(reach),
        at=proposal.created_at,
    )


def person(account: Account, now: datetime, *, beside: int | None = None) -> Person:
    """What staff should know; `beside` is the application that is open and not listed again."""
    verification = queries.verification_or_none(account.id)
    before = [one for one in queries.applications_of(account.id) if one.id != beside]
    return Person(
        account=account_view(account),
        email=account.email,
        created_at=account.created_at,
        state=account.state,
        limits=[limit for limit in limit_views(account.id, now) if limit.is_in_force],
        lookalikes=[account_view(one) for one in accounts.lookalikes_of(account)],
        verification=presenters.verification_view(verification, now) if verification else None,
        before=presenters.application_views(before),
    )


def papers(application: ApplicationView) -> list[Paper]:
    """The files of an application with the number of times each was opened."""
    looks = lookups.looks_at([int(file.id) for file in application.files])
    return [Paper(file, looks.get(int(file.id), 0)) for file in application.files]


def line_proposed(application: Application) -> str:
    """What the line on the profile could say; staff finds better words where it can."""
    verification = queries.verification_of(application.account_id)
    if verification is not None and verification.name == application.name:
        return verification.reason
    if application.kind == "blue":
        return _("Official account of %(name)s", name=application.name)
    return application.field
