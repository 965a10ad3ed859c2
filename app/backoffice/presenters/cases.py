"""One reported case on one screen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any
from urllib.parse import quote

from flask import url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.accounts import queries as accounts
from app.accounts.models import Account
from app.accounts.presenters import AccountView, account_view
from app.backoffice import queries
from app.backoffice.presenters.case_list import case_url, list_url, taker_of
from app.backoffice.presenters.clocks import Clock, clock_of
from app.backoffice.presenters.done import DecidedView, decided_view
from app.backoffice.presenters.owners import OwnerView, limit_words, owner_view, step_words
from app.backoffice.presenters.portraits import KIND_ICONS, KIND_WORDS, PortraitView, excerpt_of, portrait_view
from app.backoffice.presenters.reasons import Pick, PickGroup, keyed_picks, other_groups
from app.backoffice.queries import CaseFilter
from app.moderation import queries as moderation
from app.moderation import rules
from app.moderation.models import Case, Report

VOICES = 12
ACCEPT_WORDS: dict[str, Any] = {"account": _l("Empty the profile"), "topic": _l("Withhold")}


@dataclass(frozen=True)
class Voice:
    """One person's report."""

    account: AccountView
    reason: str
    words: str
    at: datetime


@dataclass(frozen=True)
class Version:
    """The thing at one moment."""

    title: str
    at: datetime | None
    thing: PortraitView


@dataclass(frozen=True)
class Standing:
    """What has become of the reported thing since; `now` is how it looks where that is something else."""

    words: str
    tone: str
    now: Version | None = None


@dataclass(frozen=True)
class CaseView:
    """A case with all that a decision needs: what was said, what it is now, who objects, whose it is, what follows."""

    id: str
    url: str
    list_url: str
    skip_url: str
    decide_url: str
    thing_url: str
    icon: str
    title: str
    announcement: str
    is_severe: bool
    waiting: int
    clock: Clock
    created_at: datetime
    taken_by: AccountView | None
    versions: list[Version]
    standing: Standing
    report_count: int
    voices: list[Voice]
    more_voices: int
    owner: OwnerView | None
    picks: list[Pick]
    all_reasons: list[PickGroup]
    accept_label: str
    outcome: str
    ban_label: str
    ban_question: str
    limits: list[tuple[str, str]]
    no_decision: Any
    decided: DecidedView | None


def case_view(case: Case, chosen: CaseFilter, *, viewer: Account, now: datetime) -> CaseView:
    """One case as `viewer`, who may decide, needs it."""
    reports = moderation.reports_of(case)
    given = queries.reasons_given([case.id])[case.id]
    strikes = len(moderation.strikes_in_force(case.account_id, now)) if case.account_id else 0
    picks = keyed_picks(case.subject_kind, given, case.reason)
    owner = case.account
    takers = accounts.accounts_by_ids([case.taken_by] if case.taken_by else [])
    standing = _standing(case, reports)
    title = str(_("Report: %(what)s", what=str(KIND_WORDS[case.subject_kind]).lower()))
    return CaseView(
        id=str(case.id),
        url=case_url(case, chosen),
        list_url=list_url(chosen),
        skip_url=url_for("backoffice.case_next", case_id=case.id, **chosen.words),
        decide_url=url_for("backoffice.decision_create", case_id=case.id, **chosen.words),
        thing_url=thing_url(case),
        icon=KIND_ICONS[case.subject_kind],
        title=title,
        announcement=". ".join((title, rules.label_of(case.reason), excerpt_of(case.snapshot, 120))),
        is_severe=rules.severity_of(case.reason) == "severe",
        waiting=moderation.open_count(),
        clock=clock_of(case.due_at, now),
        created_at=case.created_at,
        taken_by=taker_of(case, takers, viewer, now),
        versions=[*_kept_versions(case, reports), *([standing.now] if standing.now else [])],
        standing=standing,
        report_count=case.report_count,
        voices=[Voice(account_view(one.reporter), rules.label_of(one.reason), one.words, one.created_at)
                for one in reports[:VOICES]],
        more_voices=max(0, len(reports) - VOICES),
        owner=owner_view(owner, strikes=strikes, history=moderation.history_of(owner).decisions, now=now)
        if owner else None,
        picks=picks,
        all_reasons=other_groups(case.subject_kind, picks),
        accept_label=str(ACCEPT_WORDS.get(case.subject_kind, _("Take down"))),
        outcome=_outcome(owner, strikes),
        ban_label=str(_("Propose a ban")) if owner and rules.needs_second(owner) else str(_("Ban")),
        ban_question=_ban_question(owner),
        limits=[(code, limit_words(code)) for code in rules.CHOOSABLE_LIMITS],
        no_decision=_why_not(case, viewer),
        decided=decided_view(case, chosen, viewer=viewer),
    )  # fmt: skip


def thing_url(case: Case) -> str:
    """Where the thing itself is on the site; '' where it has no page."""
    snapshot = case.snapshot
    addresses = {
        "post": f"/posts/{case.subject_id}",
        "comment": f"/posts/{snapshot['post']['id']}#comment-{case.subject_id}" if snapshot.get("post") else "",
        "account": f"/u/{case.subject_id}",
        "product": f"/p/{case.subject_id}",
        "topic": f"/topic/{quote(str(snapshot.get('title') or ''), safe='')}",
    }
    return addresses.get(case.subject_kind, "")


def _kept_versions(case: Case, reports: Sequence[Report]) -> list[Version]:
    """As it was first reported, and as later reports found it changed; pictures are counted through all of them."""
    kept = [(case.created_at, case.snapshot)] + [(one.created_at, one.snapshot) for one in reports if one.snapshot]
    versions: list[Version] = []
    before = 0
    for at, snapshot in kept:
        title = _("As it was reported") if not versions else _("Reported again, after a change")
        versions.append(Version(str(title), at, portrait_view(snapshot, partial(_evidence_url, case, before))))
        before += len(moderation.kept_pictures(snapshot))
    return versions


def _evidence_url(case: Case, before: int, at: int, picture: Mapping[str, Any]) -> str:
    """Where a kept picture is looked at; '' when none was kept."""
    return url_for("backoffice.evidence_show", case_id=case.id, number=before + at) if picture.get("key") else ""


def _standing(case: Case, reports: Sequence[Report]) -> Standing:
    subject = moderation.subject_or_none(case.subject_kind, case.subject_id)
    if subject is None:
        return Standing(str(_("No longer there")), "")
    row = subject.row
    if _is_down(row):
        return Standing(str(_("Taken down")), "warm")
    if getattr(row, "deleted_at", None) or getattr(row, "taken_back_at", None):
        return Standing(str(_("Deleted by its author")), "amber")
    portrait = moderation.portrait_of(subject)
    if portrait["print"] == moderation.newest_print(case, reports):
        return Standing(str(_("Unchanged")), "")
    now = portrait_view(portrait, lambda _at, picture: f"/media/{picture['media']}")
    return Standing(str(_("Changed since")), "amber", Version(str(_("As it is now")), None, now))


def _is_down(row: Any) -> bool:
    marks = ("taken_down_at", "withheld_at")
    return getattr(row, "deleted_by", "") == "staff" or any(getattr(row, mark, None) for mark in marks)


def _outcome(owner: Account | None, strikes: int) -> str:
    """What the main act would bring its author."""
    if owner is None:
        return ""
    step = rules.step_after(strikes)
    return str(_("This will be strike %(n)s: %(step)s", n=strikes + 1, step=step_words(step)))


def _ban_question(owner: Account | None) -> str:
    if owner is None:
        return ""
    if rules.needs_second(owner):
        return str(_("Propose to ban @%(name)s? A second member of staff decides.", name=owner.nickname))
    return str(_("Ban @%(name)s? It takes effect at once.", name=owner.nickname))


def _why_not(case: Case, viewer: Account) -> Any:
    """Why the viewer may not decide this case; None when she may."""
    return _l("This is about you. Somebody else has to decide.") if case.account_id == viewer.id else None
