"""A thousand accounts at once: every count exact, however it is cancelled, undone, killed or worked off twice."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from app.kernel import audit, clock
from app.kernel.database import db
from app.kernel.outbox import OutboxRow
from app.moderation import events, operations, queries
from app.moderation.models import Decision
from app.moderation.operations import bulk
from app.moderation.operations.bulk import STEP
from app.notifications.models import Notice
from app.screening.models import Limit
from tests.support.bulk import THOUSAND, acts, banned, counts, how_many, make_crowd, start, steps


@pytest.fixture
def crowd(app):
    return make_crowd(THOUSAND)


def test_a_thousand_are_banned_step_by_step_each_with_decision_notice_and_audit_row(crowd, mod, work_off, announced):
    job = start(crowd, mod, words="批量注册")
    assert (job.total, banned(), queries.bulk_states(job)) == (THOUSAND, 0, {"waiting": THOUSAND})
    seen = []
    while operations.work_off_bulk(job.id, now=clock.now()):
        db.session.refresh(job)
        seen.append((job.done_count, banned()))
    db.session.refresh(job)
    assert seen == [(count, count) for count in range(STEP, THOUSAND + 1, STEP)]
    assert counts(job) == ("done", THOUSAND, 0, 0, 0)
    assert job.ended_at is not None
    assert banned() == how_many(Decision, Decision.bulk_id == job.id, Decision.kind == "ban") == THOUSAND
    assert how_many(Limit, Limit.kind == "banned", Limit.lifted_at.is_(None)) == THOUSAND
    assert (acts()["bulk.start"], acts()["decisions.make"], acts()["bulk.finish"]) == (1, THOUSAND, 1)
    assert audit.broken_at() is None
    told = {event.account_id for event in announced if isinstance(event, events.DecisionMade)}
    assert told == set(crowd)


def test_cancelled_in_the_middle_what_is_done_stays_and_is_undone_exactly(crowd, mod):
    job = start(crowd, mod)
    steps(job, 20)
    operations.cancel_bulk(job, by=mod, now=clock.now())
    assert steps(job) == 1
    assert counts(job) == ("cancelled", 400, 0, 0, 0)
    assert (banned(), queries.bulk_states(job)) == (400, {"done": 400, "waiting": 600})
    operations.undo_bulk(job, by=mod, reason="弄错了名单", now=clock.now())
    assert job.state == "undoing"
    steps(job, 5)
    assert (job.undone_count, banned()) == (100, 300)
    steps(job)
    assert counts(job) == ("undone", 400, 0, 0, 400)
    assert (banned(), queries.bulk_states(job)) == (0, {"undone": 400, "waiting": 600})
    assert how_many(Limit, Limit.lifted_at.is_(None)) == 0
    assert how_many(Decision, Decision.undone_at.is_(None)) == 0
    assert (acts()["bulk.cancel"], acts()["bulk.undo"], acts()["decisions.undo"]) == (1, 1, 400)


def test_the_listener_works_it_off_and_every_one_is_told(mod, work_off):
    crowd = make_crowd(45)
    job = start(crowd, mod, kind="warn")
    work_off()
    job = queries.bulk_or_none(job.id)
    assert counts(job) == ("done", 45, 0, 0, 0)
    assert how_many(Notice, Notice.account_id.in_(crowd)) == 45
    assert how_many(OutboxRow) == 0


def test_limits_last_so_many_days_and_undoing_lifts_them(mod, alice, carol):
    job = start([alice.id, carol.id], mod, kind="limit", days=7, limits=("silenced", "no_hot"))
    steps(job)
    assert how_many(Limit, Limit.lifted_at.is_(None)) == 4
    lasting = [limit.ends_at - limit.starts_at for limit in db.session.scalars(select(Limit))]
    assert lasting == [timedelta(days=7)] * 4
    operations.undo_bulk(job, by=mod, reason="误伤", now=clock.now())
    steps(job)
    assert how_many(Limit, Limit.lifted_at.is_(None)) == 0


def test_staff_is_refused_and_the_verified_wait_for_a_second_member(mod, second_mod, operator, alice, bob):
    job = start([mod.id, operator.id, alice.id, bob.id], mod)
    steps(job)
    assert counts(job) == ("done", 1, 2, 1, 0)
    reasons = {item.account_id: (item.state, item.reason) for item in queries.bulk_items(job).items}
    assert reasons == {
        mod.id: ("refused", "about_yourself"), operator.id: ("refused", "about_staff"),
        alice.id: ("done", ""), bob.id: ("proposed", ""),
    }  # fmt: skip
    proposal = queries.waiting_proposal_about(bob.id)
    operations.second(proposal, by=second_mod, agrees=True, now=clock.now())
    db.session.refresh(bob)
    assert bob.state == "banned"
    operations.undo_bulk(job, by=mod, reason="误伤", now=clock.now())
    steps(job)
    db.session.refresh(bob)
    assert (bob.state, counts(job)) == ("active", ("undone", 1, 2, 1, 2))


def test_undoing_withdraws_what_nobody_has_seconded_yet(mod, bob):
    job = start([bob.id], mod)
    steps(job)
    operations.undo_bulk(job, by=mod, reason="误伤", now=clock.now())
    steps(job)
    assert queries.waiting_proposal_about(bob.id) is None
    assert counts(job) == ("undone", 0, 0, 1, 1)


def test_what_was_taken_back_one_by_one_counts_as_undone(mod, alice, carol):
    job = start([alice.id, carol.id], mod)
    steps(job)
    operations.undo(queries.history_of(alice).decisions[0], by=mod, reason="申诉成立", now=clock.now())
    operations.undo_bulk(job, by=mod, reason="误伤", now=clock.now())
    steps(job)
    assert (banned(), job.undone_count) == (0, 2)
    assert acts()["decisions.undo"] == 2


def test_a_step_that_breaks_leaves_nothing_half_done(mod, alice, carol, monkeypatch):
    job = start([alice.id, carol.id], mod)
    act_on, calls = bulk.act_on, []

    def break_at_the_second(account, **values):
        calls.append(account.id)
        if len(calls) == 2:
            raise LookupError
        return act_on(account, **values)

    monkeypatch.setattr(bulk, "act_on", break_at_the_second)
    with pytest.raises(LookupError):
        operations.work_off_bulk(job.id, now=clock.now())
    db.session.refresh(job)
    assert (banned(), job.done_count, queries.bulk_states(job)) == (0, 0, {"waiting": 2})
    assert steps(job) == 1
    assert (banned(), counts(job)) == (2, ("done", 2, 0, 0, 0))
