"""What has just been done, and how it is taken back: said above the case that comes next."""

from dataclasses import dataclass
from datetime import datetime

from flask import url_for
from flask_babel import gettext as _

from app.accounts import queries as accounts
from app.accounts.models import Account
from app.accounts.presenters import AccountView, account_view
from app.backoffice.presenters.owners import ACT_WORDS
from app.backoffice.queries import CaseFilter
from app.moderation import queries as moderation
from app.moderation import rules
from app.moderation.models import Case


@dataclass(frozen=True)
class Done:
    """One sentence about the last act; `undo_url` is '' where nothing can be taken back."""

    said: str
    undo_url: str = ""


@dataclass(frozen=True)
class DecidedView:
    """How a case was decided."""

    act: str
    reason: str
    words: str
    by: AccountView | None
    at: datetime
    is_undone: bool
    undo_url: str


def done_view(case: Case, chosen: CaseFilter, *, viewer: Account) -> Done:
    """What came of a case: it is decided, or waits for a second member of staff."""
    decided = decided_view(case, chosen, viewer=viewer)
    if decided is None:
        return Done(str(_("Proposed. A second member of staff decides.")))
    return Done(str(_("Done: %(act)s", act=decided.act)), decided.undo_url)


def reopened_view() -> Done:
    """A decision was taken back."""
    return Done(str(_("Taken back. Decide anew.")))


def answered_view(outcome: str) -> Done:
    """An appeal was answered."""
    is_right = outcome == "overturned"
    return Done(str(_("Taken back; the person is told.") if is_right else _("It stands; the person is told.")))


def decided_view(case: Case, chosen: CaseFilter, *, viewer: Account) -> DecidedView | None:
    """How a case was decided; None while it is open."""
    if case.decided_at is None:
        return None
    decision = moderation.decision_or_none(case.decision_id or 0)
    decider = accounts.account_or_none(case.decided_by) if case.decided_by else None
    return DecidedView(
        act=str(ACT_WORDS[decision.kind if decision else "dismiss"]),
        reason=rules.label_of(decision.reason) if decision and decision.kind != "dismiss" else "",
        words=decision.words if decision else "",
        by=account_view(decider) if decider else None,
        at=case.decided_at,
        is_undone=decision is not None and decision.undone_at is not None,
        undo_url=_undo_url(case, chosen, viewer),
    )


def _undo_url(case: Case, chosen: CaseFilter, viewer: Account) -> str:
    newer = moderation.open_case_of(case.subject_kind, case.subject_id)
    if rules.why_not_reopen(case, viewer, has_newer=newer) is not None:
        return ""
    address = url_for("backoffice.decision_delete", case_id=case.id, **chosen.words)
    return f"{address}{'&' if '?' in address else '?'}_method=DELETE"
