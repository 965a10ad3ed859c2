"""What waits for a second member of staff."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.accounts import queries as accounts
from app.accounts.models import Account
from app.accounts.presenters import AccountView, account_view
from app.backoffice.presenters.portraits import excerpt_of
from app.backoffice.presenters.two_tabs import Listing, listing
from app.kernel.pagination import Page
from app.moderation import queries as moderation
from app.moderation import rules
from app.moderation.models import Case, Proposal

_STATES: dict[str, tuple[Any, str]] = {
    "waiting": (_l("Waiting"), "amber"),
    "carried_out": (_l("Carried out"), "warm"),
    "declined": (_l("Declined"), "grow"),
    "withdrawn": (_l("Withdrawn"), ""),
}


@dataclass(frozen=True)
class ProposalRow:
    """One proposal to ban; `no_second` is why the viewer cannot give the second opinion."""

    id: str
    account: AccountView
    proposer: AccountView
    act: str
    reason: str
    words: str
    excerpt: str
    case_url: str
    created_at: datetime
    state_words: str
    state_tone: str
    is_waiting: bool
    no_second: Any
    decided_by: AccountView | None
    decided_at: datetime | None
    opinion_url: str


def proposal_listing(
    page: Page[Proposal], *, is_waiting: bool, is_later: bool, viewer: Account
) -> Listing[ProposalRow]:
    """The page with its tabs; `is_later`: not the first one."""
    rows, done = proposal_rows(page.items, viewer=viewer), ("decided", _("Decided"))
    return listing(
        rows, "/admin/proposals", done=done, is_waiting=is_waiting, cursor=page.next_cursor, is_later=is_later
    )


def proposal_rows(proposals: Sequence[Proposal], *, viewer: Account) -> list[ProposalRow]:
    """The rows of a page of proposals."""
    ids = {one for proposal in proposals for one in (proposal.by_id, proposal.decided_by) if one}
    people, cases = accounts.accounts_by_ids(ids), moderation.cases_behind(proposals)
    return [_row(proposal, people, cases.get(proposal.id), viewer) for proposal in proposals]


def _row(proposal: Proposal, people: dict[int, Account], case: Case | None, viewer: Account) -> ProposalRow:
    words, tone = _STATES[proposal.state]
    refusal = rules.why_not_second(proposal, viewer)
    return ProposalRow(
        id=str(proposal.id),
        account=account_view(proposal.account),
        proposer=account_view(people[proposal.by_id]),
        act=str(_("ban")),
        reason=rules.label_of(proposal.reason),
        words=proposal.words,
        excerpt=excerpt_of(case.snapshot) if case is not None else "",
        case_url=url_for("backoffice.case_show", case_id=case.id) if case is not None else "",
        created_at=proposal.created_at,
        state_words=str(words),
        state_tone=tone,
        is_waiting=proposal.state == "waiting",
        no_second=refusal.message if refusal is not None else None,
        decided_by=account_view(people[proposal.decided_by]) if proposal.decided_by else None,
        decided_at=proposal.decided_at,
        opinion_url=url_for("backoffice.opinion_create", proposal_id=proposal.id),
    )
