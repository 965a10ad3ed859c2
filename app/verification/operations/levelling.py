"""Levels: the site proposes by its figures, staff decides."""

from collections.abc import Sequence
from datetime import datetime

from app.accounts import operations as accounts
from app.accounts.models import Account
from app.kernel import audit, cache, ids
from app.kernel.database import db
from app.kernel.events import announce
from app.kernel.formats import ZONE
from app.kernel.transactions import add, locked, operation
from app.verification import queries, rules
from app.verification.events import VerificationGranted
from app.verification.models import LevelProposal, Verification
from app.verification.operations.deciding import NotDecided
from app.verification.rules import Reach

_BATCH = 50
_A_DAY = 24 * 3600


@operation
def change_level(verification: Verification, *, kind: str, reason: str, by: Account, now: datetime) -> None:
    """Give a verified person the other level; what was proposed is settled with it. Raises NotDecided."""
    reason = rules.tidy_words(reason)
    row = locked(verification)
    if why := rules.why_not_level(row, kind, by) or rules.why_not_answer(reason):
        raise NotDecided(why)
    if proposal := queries.open_level_proposals([row.account_id]).get(row.account_id):
        _settle(proposal, "taken" if proposal.to_kind == kind else "lapsed", by, now)
    _level(row, kind, reason, by, now)


@operation
def decide_level(proposal: LevelProposal, *, agrees: bool, by: Account, now: datetime) -> None:
    """Take or decline what the figures propose. Raises NotDecided."""
    verification = queries.verification_of(proposal.account_id)
    if verification is not None:
        locked(verification)  # first, as whoever revokes it does: it may have ended meanwhile, the proposal with it
    row = locked(proposal)
    why = rules.why_not_level(verification, row.to_kind, by)
    if row.state != "waiting":
        why = rules.DECIDED
    if why or verification is None:
        raise NotDecided(why or rules.DECIDED)
    _settle(row, "taken" if agrees else "declined", by, now)
    if agrees:
        _level(verification, row.to_kind, "", by, now)
    else:
        audit.write("levels.decline", by=by, now=now, on=("account", row.account_id), after={"kind": row.from_kind})


def _level(verification: Verification, kind: str, reason: str, by: Account, now: datetime) -> None:
    audit.write(
        "levels.change", by=by, now=now, on=("account", verification.account_id),
        before={"kind": verification.kind}, after={"kind": kind}, reason=reason,
    )  # fmt: skip
    verification.kind = kind
    account = db.session.get_one(Account, verification.account_id)
    accounts.set_badge(account, kind=kind, reason=verification.reason, now=now)
    announce(VerificationGranted(account.id, kind, "level"))


def _settle(proposal: LevelProposal, state: str, by: Account, now: datetime) -> None:
    proposal.state, proposal.decided_at, proposal.decided_by = state, now, by.id


def propose_levels(now: datetime) -> int:
    """Once a day: propose another level where the figures ask for it; returns how many proposals wait now."""
    if not cache.add(f"levels-proposed:{now.astimezone(ZONE).date()}", seconds=_A_DAY):
        return 0
    return sum(_propose(people, now) for people in queries.verified_people(size=_BATCH))


@operation
def _propose(people: Sequence[Verification], now: datetime) -> int:
    ids_of_people = [one.account_id for one in people]
    reaches = queries.reach_of(ids_of_people, now)
    waiting, declined = queries.open_level_proposals(ids_of_people), queries.recently_declined(ids_of_people, now)
    needed, keeps = queries.thresholds()
    proposed = 0
    for one in people:
        reach = reaches[one.account_id]
        level = rules.level_for(one.kind, reach, needed=needed, keeps=keeps)
        there = waiting.get(one.account_id)
        if level == one.kind:
            if there is not None:
                there.state, there.decided_at = "lapsed", now
        elif there is not None:
            _write(there, reach)
            proposed += 1
        elif (one.account_id, level) not in declined:
            row = LevelProposal(
                id=ids.new_id(now), account_id=one.account_id, from_kind=one.kind, to_kind=level, created_at=now
            )
            add(_write(row, reach))
            proposed += 1
    return proposed


def _write(row: LevelProposal, reach: Reach) -> LevelProposal:
    row.followers, row.interactions, row.loyal_fans = reach.followers, reach.interactions, reach.loyal_fans
    return row
