"""Deciding: one act is decision, effect, news and a row in the audit log."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.accounts import queries as accounts
from app.accounts.models import Account
from app.kernel import audit, ids
from app.kernel.errors import Refusal
from app.kernel.events import announce
from app.kernel.transactions import add, locked, operation
from app.moderation import events, queries, rules
from app.moderation.models import Case, Decision, Proposal
from app.moderation.operations import effects, evidence


class NotDecided(Refusal):
    """It stays as it is: somebody else was faster, or this member of staff may not decide so."""


@dataclass(frozen=True, slots=True)
class What:
    """What shall be decided about what; `snapshot` is the thing as the person is shown it."""

    kind: str
    subject_kind: str
    subject_id: int
    reason: str
    words: str
    snapshot: dict[str, Any]
    days: int | None = None
    limits: tuple[str, ...] = ()
    strikes: bool = True
    case_id: int | None = None
    bulk_id: int | None = None


@operation
def decide(
    case: Case,
    *,
    kind: str,
    reason: str,
    words: str = "",
    by: Account,
    now: datetime,
    strikes: bool = True,
    days: int | None = None,
    limits: Collection[str] = (),
) -> Decision | Proposal:
    """Decide a case: dismiss, take_down, warn, limit (`limits` for `days`) or ban.

    take_down and warn bring a strike, and what the ladder has for it, unless `strikes` is False or the reason means
    none; a warning itself never brings more than the strike. Banning whoever is verified makes a proposal, and the
    case waits for a second member of staff. Of two who decide at once the second is refused. Raises NotDecided.
    """
    row = locked(case)
    if row.decided_at is not None:
        raise NotDecided(rules.DECIDED_ALREADY)
    owner = accounts.account_or_none(row.account_id) if row.account_id else None
    if owner is not None:
        locked(owner)  # of two bans at the same moment the second finds the first
    what = What(
        kind, row.subject_kind, row.subject_id, reason or row.reason, words.strip(), _as_kept(row), days,
        tuple(limits), strikes, case_id=row.id,
    )  # fmt: skip
    _check(what, owner, by)
    if kind == "ban" and owner is not None and rules.needs_second(owner):
        return propose(owner, what, by=by, now=now)
    made = carry_out(what, owner, by=by, now=now)
    close(row, made, by=by, now=now)
    return made


@operation
def act_on(
    account: Account,
    *,
    kind: str,
    reason: str,
    words: str = "",
    days: int | None = None,
    limits: Collection[str] = (),
    by: Account,
    now: datetime,
    bulk_id: int | None = None,
) -> Decision | Proposal:
    """Decide about an account without a case: take_down (its profile), warn, limit or ban. Raises NotDecided."""
    locked(account)
    subject = queries.subject_or_none("account", account.id)
    snapshot = evidence.kept(queries.portrait_of(subject), with_pictures=bulk_id is None) if subject else {}
    what = What(kind, "account", account.id, reason, words.strip(), snapshot, days, tuple(limits), bulk_id=bulk_id)
    _check(what, account, by)
    if kind == "ban" and rules.needs_second(account):
        return propose(account, what, by=by, now=now)
    return carry_out(what, account, by=by, now=now)


def propose(account: Account, what: What, *, by: Account, now: datetime) -> Proposal:
    """Let a ban wait for a second member of staff; one at a time about each account."""
    locked(account)
    if queries.waiting_proposal_about(account.id) is not None:
        raise NotDecided(rules.PROPOSED_ALREADY)
    values = {"kind": "ban", "case_id": _text(what.case_id), "bulk_id": _text(what.bulk_id)}
    proposal = add(
        Proposal(
            id=ids.new_id(now), account_id=account.id, values=values, reason=what.reason, words=what.words,
            by_id=by.id, created_at=now,
        )
    )  # fmt: skip
    audit.write("proposals.make", by=by, now=now, on=("account", account.id), after={"proposal": str(proposal.id)},
                reason=what.reason)  # fmt: skip
    announce(events.ProposalMade(proposal.id))
    return proposal


def carry_out(
    what: What, owner: Account | None, *, by: Account, now: datetime, second: Account | None = None
) -> Decision:
    """Write the decision and do what it says, inside the act that has checked it."""
    made = add(
        Decision(
            id=ids.new_id(now), kind=what.kind, account_id=owner.id if owner else None, by_id=by.id, created_at=now,
            subject_kind=what.subject_kind, subject_id=what.subject_id, case_id=what.case_id, bulk_id=what.bulk_id,
            reason=what.reason, words=what.words, snapshot=what.snapshot, second_id=second.id if second else None,
        )
    )  # fmt: skip
    if what.kind == "take_down":
        effects.take_down(made, by=by, now=now)
    if what.kind in ("take_down", "warn") and owner is not None and _brings_strike(what, owner):
        _strike(made, what, owner, by=by, now=now)
    if what.kind == "limit" and what.days is not None:
        effects.limit(made, what.limits, what.days, by=by, now=now)
    if what.kind == "ban" and owner is not None:
        effects.ban(made, owner, by=by, now=now)
    done = {name: value for name, value in made.effects.items() if name != "profile"}
    after = {"kind": made.kind, "decision": str(made.id), "second": _text(made.second_id), **done}
    audit.write("decisions.make", by=second or by, now=now, on=(made.subject_kind, made.subject_id), after=after,
                reason=made.reason)  # fmt: skip
    if owner is not None and made.kind != "dismiss":
        announce(events.DecisionMade(made.id, owner.id))
    return made


def close(case: Case, made: Decision, *, by: Account, now: datetime) -> None:
    """The case is decided: its reporters hear of it, and the next report of the thing opens a new one."""
    case.decided_at, case.decided_by, case.decision_id, case.open_key = now, by.id, made.id, None
    case.taken_by = case.taken_at = None
    announce(events.CaseDecided(case.id))


def _check(what: What, owner: Account | None, by: Account) -> None:
    if reason := rules.why_not_decide(
        by, kind=what.kind, reason=what.reason, words=what.words, owner=owner, days=what.days, limits=what.limits
    ):
        raise NotDecided(reason)


def _brings_strike(what: What, owner: Account) -> bool:
    return what.strikes and owner.state != "closed" and rules.REASONS[what.reason].strikes


def _strike(made: Decision, what: What, owner: Account, *, by: Account, now: datetime) -> None:
    step = effects.strike(made, owner, now=now)
    if made.kind != "take_down":
        return
    if step.kind == "silence":
        effects.limit(made, ("silenced",), step.days, by=by, now=now)
    elif step.kind == "ban" and not owner.is_staff:
        if not rules.needs_second(owner):
            effects.ban(made, owner, by=by, now=now)
        elif queries.waiting_proposal_about(owner.id) is None:
            about = What("ban", "account", owner.id, what.reason, what.words, {})
            propose(owner, about, by=by, now=now)


def _as_kept(case: Case) -> dict[str, Any]:
    """The thing as the newest report found it: the person is shown what the decision is about."""
    changed = [report.snapshot for report in queries.reports_of(case) if report.snapshot]
    return changed[-1] if changed else case.snapshot


def _text(number: int | None) -> str:
    return "" if number is None else str(number)
