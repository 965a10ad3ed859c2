"""Appeals and second opinions, as those who answer them need them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from flask import url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.accounts import queries as accounts
from app.accounts.models import Account
from app.accounts.presenters import AccountView, account_view
from app.backoffice.presenters.clocks import Clock, clock_of
from app.backoffice.presenters.owners import ACT_WORDS, OwnerView, owner_view
from app.backoffice.presenters.portraits import PortraitView, portrait_view
from app.backoffice.presenters.two_tabs import Listing, listing
from app.kernel.pagination import Page
from app.moderation import queries as moderation
from app.moderation import rules
from app.moderation.models import Appeal, Decision

OUTCOMES: dict[str, Any] = {
    "upheld": _l("The decision stands"),
    "overturned": _l("Taken back"),
    "withdrawn": _l("Withdrawn"),
}
EXCERPT = 80
# Asked as if the answer were written: only who asks and what about is of interest here.
_ANSWER = "…"


@dataclass(frozen=True)
class AppealRow:
    """One appeal in the list; `no_answer` is why the viewer cannot answer it."""

    id: str
    url: str
    account: AccountView
    act: str
    reason: str
    excerpt: str
    decider: AccountView
    no_answer: Any
    created_at: datetime
    clock: Clock


@dataclass(frozen=True)
class AppealPage:
    """One appeal on one screen."""

    id: str
    url: str
    title: str
    announcement: str
    words: str
    created_at: datetime
    clock: Clock
    act: str
    reason: str
    decision_words: str
    decided_at: datetime
    deciders: list[AccountView]
    effects: list[str]
    case_url: str
    then: PortraitView | None
    owner: OwnerView
    is_waiting: bool
    no_answer: Any
    outcome: str
    answer: str
    answered_by: AccountView | None
    answered_at: datetime | None
    answer_url: str
    skip_url: str


def appeal_listing(
    page: Page[Appeal], *, is_waiting: bool, is_later: bool, viewer: Account, now: datetime
) -> Listing[AppealRow]:
    """The page with its tabs; `is_later`: not the first one."""
    rows, done = appeal_rows(page.items, viewer=viewer, now=now), ("answered", _("Answered"))
    return listing(rows, "/admin/appeals", done=done, is_waiting=is_waiting, cursor=page.next_cursor, is_later=is_later)


def appeal_rows(appeals: Sequence[Appeal], *, viewer: Account, now: datetime) -> list[AppealRow]:
    """The rows of a page of appeals."""
    deciders = accounts.accounts_by_ids({appeal.decision.by_id for appeal in appeals})
    return [
        AppealRow(
            id=str(appeal.id),
            url=url_for("backoffice.appeal_show", appeal_id=appeal.id),
            account=account_view(appeal.account),
            act=str(ACT_WORDS[appeal.decision.kind]),
            reason=rules.label_of(appeal.decision.reason),
            excerpt=_short(appeal.words),
            decider=account_view(deciders[appeal.decision.by_id]),
            no_answer=why_not_answer(appeal, viewer),
            created_at=appeal.created_at,
            clock=_clock(appeal, now),
        )
        for appeal in appeals
    ]


def appeal_page(appeal: Appeal, *, viewer: Account, now: datetime) -> AppealPage:
    """One appeal with the decision it is against."""
    decision = appeal.decision
    people = accounts.accounts_by_ids({one for one in (decision.by_id, decision.second_id, appeal.decided_by) if one})
    title = str(_("Appeal of @%(name)s", name=appeal.account.nickname))
    strikes = len(moderation.strikes_in_force(appeal.account_id, now))
    history = moderation.history_of(appeal.account).decisions
    return AppealPage(
        id=str(appeal.id),
        url=url_for("backoffice.appeal_show", appeal_id=appeal.id),
        title=title,
        announcement=". ".join((title, str(ACT_WORDS[decision.kind]), _short(appeal.words))),
        words=appeal.words,
        created_at=appeal.created_at,
        clock=_clock(appeal, now),
        act=str(ACT_WORDS[decision.kind]),
        reason=rules.label_of(decision.reason),
        decision_words=decision.words,
        decided_at=decision.created_at,
        deciders=[account_view(people[one]) for one in (decision.by_id, decision.second_id) if one],
        effects=effects_of(decision),
        case_url=url_for("backoffice.case_show", case_id=decision.case_id) if decision.case_id else "",
        then=_snapshot(decision),
        owner=owner_view(appeal.account, strikes=strikes, history=history, now=now),
        is_waiting=appeal.state == "waiting",
        no_answer=why_not_answer(appeal, viewer),
        outcome=str(OUTCOMES.get(appeal.state, "")),
        answer=appeal.answer,
        answered_by=account_view(people[appeal.decided_by]) if appeal.decided_by else None,
        answered_at=appeal.decided_at,
        answer_url=url_for("backoffice.answer_create", appeal_id=appeal.id),
        skip_url=url_for("backoffice.appeal_next", appeal_id=appeal.id),
    )


def effects_of(decision: Decision) -> list[str]:
    """What a decision has done, in words: just that is taken back with it."""
    words: Mapping[str, Any] = {
        "took_down": _("what was taken down"),
        "strike_id": _("one strike"),
        "limit_ids": _("limits"),
        "banned": _("the ban"),
    }
    return [str(word) for name, word in words.items() if decision.effects.get(name)]


def why_not_answer(appeal: Appeal, viewer: Account) -> Any:
    """Why the viewer cannot answer: she has decided it, or it is about her; None when she can."""
    reason = rules.why_not_answer(appeal, appeal.decision, viewer, answer=_ANSWER)
    return reason.message if reason is not None else None


def _snapshot(decision: Decision) -> PortraitView | None:
    if not decision.snapshot:
        return None
    return portrait_view(decision.snapshot, partial(_evidence_url, decision))


def _evidence_url(decision: Decision, at: int, picture: Mapping[str, Any]) -> str:
    shown = "backoffice.decided_evidence_show"
    return url_for(shown, decision_id=decision.id, number=at) if picture.get("key") else ""


def _clock(appeal: Appeal, now: datetime) -> Clock:
    if appeal.state == "waiting":
        return clock_of(appeal.due_at, now)
    return Clock(str(OUTCOMES[appeal.state]), "grow" if appeal.state == "overturned" else "")


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= EXCERPT else line[:EXCERPT] + "…"
