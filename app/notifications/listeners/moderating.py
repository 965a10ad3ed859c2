"""Reporters, the reported and staff hear what comes of reports, decisions and appeals. Nothing is decided in secret."""

from app.kernel import clock
from app.kernel.events import slow
from app.moderation import queries as moderation
from app.moderation.events import (
    AppealDecided,
    AppealFiled,
    CaseDecided,
    DecisionMade,
    DecisionUndone,
    ProposalMade,
)
from app.notifications import operations

AT_ONCE = 500


@slow
def tell_reporters(event: CaseDecided) -> None:
    """All who reported a thing hear what came of it, once, in batches: the first do not wait for the last."""
    case = moderation.case_or_none(event.case_id)
    decision = moderation.decision_or_none(case.decision_id) if case is not None and case.decision_id else None
    if case is None or decision is None:
        return
    reporters = moderation.reporter_ids(case.id)
    data = {"subject": case.subject_kind, "result": decision.kind}
    for start in range(0, len(reporters), AT_ONCE):
        some = reporters[start : start + AT_ONCE]
        operations.give_system("report_decided", to=some, now=clock.now(), key=str(decision.id), data=data)


def tell_about_decision(event: DecisionMade) -> None:
    """Whom a decision is about hears of it, with the reason and the way to appeal."""
    made = moderation.decision_or_none(event.decision_id)
    if made is not None:
        data = {"decision": str(made.id), "kind": made.kind, "subject": made.subject_kind, "reason": made.reason}
        operations.give_system("decision_made", to=[event.account_id], now=clock.now(), key=str(made.id), data=data)


def tell_about_undone_decision(event: DecisionUndone) -> None:
    """Whom it was about hears that it is taken back; after an appeal the answer to that says so."""
    made = moderation.decision_or_none(event.decision_id)
    if made is not None and moderation.appeal_against(made) is None:
        _tell("decision_undone", event.account_id, event.decision_id, {"decision": str(event.decision_id)})


def tell_appellant(event: AppealDecided) -> None:
    """Who has appealed hears the answer."""
    appeal = moderation.appeal_or_none(event.appeal_id)
    if appeal is not None:
        data = {"decision": str(appeal.decision_id), "state": appeal.state}
        _tell("appeal_decided", event.account_id, event.appeal_id, data)


def tell_staff_about_appeal(event: AppealFiled) -> None:
    """Staff who may answer hear that an appeal waits."""
    appeal = moderation.appeal_or_none(event.appeal_id)
    if appeal is None or appeal.state != "waiting":
        return
    parties = (appeal.decision.by_id, appeal.decision.second_id, appeal.account_id)
    staff = moderation.staff_ids("appeals.decide", but=parties)
    operations.give_system("appeal_filed", to=staff, now=clock.now(), key=str(appeal.id))


def tell_staff_about_proposal(event: ProposalMade) -> None:
    """Staff who may agree hear that a ban waits for a second pair of eyes."""
    proposal = moderation.proposal_or_none(event.proposal_id)
    if proposal is not None and proposal.state == "waiting":
        staff = moderation.staff_ids("accounts.ban", but=(proposal.by_id, proposal.account_id))
        operations.give_system("proposal_made", to=staff, now=clock.now(), key=str(proposal.id))


def _tell(code: str, account_id: int, key: int, data: dict[str, str]) -> None:
    operations.give_system(code, to=[account_id], now=clock.now(), key=str(key), data=data)
