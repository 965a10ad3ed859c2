"""Objecting to a decision: once, in time, in words; and somebody else answers."""

import pytest

from app.kernel import clock
from app.kernel.database import db
from app.moderation import operations, queries
from app.moderation.events import AppealDecided, AppealFiled
from app.posts import operations as posts_can
from app.posts import queries as posts
from tests.moderation.conftest import refusal_of

WORDS = "这是我自己的作品，有草稿为证。"


@pytest.fixture
def decision(alice, bob, report, decide):
    """Alice's post was taken down by the moderator."""
    return decide(report(posts_can.publish(by=alice, text="一幅画", now=clock.now()), by=bob))


@pytest.fixture
def appeal(alice, decision):
    return operations.appeal(decision, by=alice, words=WORDS, now=clock.now())


def answer(appeal, by, *, overturns=False, words="已核对", now=None):
    operations.answer_appeal(appeal, by=by, overturns=overturns, answer=words, now=now or clock.now())


class TestFiling:
    def test_waits_for_an_answer(self, announced, alice, decision, appeal):
        assert (appeal.state, appeal.account_id, AppealFiled(appeal.id) in announced) == ("waiting", alice.id, True)
        assert queries.waiting_appeals().items == [appeal]

    def test_only_ones_own_and_only_once(self, alice, bob, decision, appeal):
        act = operations.appeal
        assert refusal_of(act, decision, by=alice, words=WORDS, now=clock.now()) == "appealed_already"
        assert refusal_of(act, decision, by=bob, words=WORDS, now=clock.now()) == "not_yours"

    def test_in_words_and_in_time(self, alice, second_mod, decision, frozen_clock):
        act = operations.appeal
        assert refusal_of(act, decision, by=alice, words="不服！", now=clock.now()) == "too_short"
        assert refusal_of(act, decision, by=alice, words="不" * 1001, now=clock.now()) == "too_long"
        frozen_clock.forward(days=31)
        assert refusal_of(act, decision, by=alice, words=WORDS, now=clock.now()) == "too_late"
        operations.undo(decision, by=second_mod, reason="", now=clock.now())
        assert refusal_of(act, decision, by=alice, words=WORDS, now=clock.now()) == "undone"


class TestAnswering:
    def test_never_by_who_has_decided_or_seconded(self, alice, bob, mod, second_mod, operator, admin, appeal):
        assert refusal_of(answer, appeal, mod) == "own_decision"
        assert refusal_of(answer, appeal, operator) == refusal_of(answer, appeal, bob) == "forbidden"
        appeal.decision.second_id = admin.id
        db.session.commit()
        assert refusal_of(answer, appeal, admin) == "own_decision"
        assert refusal_of(answer, appeal, second_mod, words=" ") == "answer_needed"

    def test_overturned_all_is_as_before(self, alice, second_mod, decision, appeal, announced):
        answer(appeal, second_mod, overturns=True, words="确实是原创")
        assert (appeal.state, appeal.answer, decision.undone_by) == ("overturned", "确实是原创", second_mod.id)
        assert posts.post_or_none(decision.subject_id, viewer=None) is not None
        assert queries.strikes_in_force(alice.id, clock.now()) == []
        assert announced.count(AppealDecided(appeal.id, alice.id)) == 1
        assert refusal_of(answer, appeal, second_mod) == "answered_already"

    def test_upheld_all_stays(self, alice, second_mod, decision, appeal):
        answer(appeal, second_mod)
        assert (appeal.state, decision.undone_at) == ("upheld", None)
        assert posts.post_or_none(decision.subject_id, viewer=None) is None

    def test_a_decision_that_staff_takes_back_answers_it(self, second_mod, decision, appeal, announced):
        operations.undo(decision, by=second_mod, reason="", now=clock.now())
        assert (appeal.state, AppealDecided(appeal.id, appeal.account_id) in announced) == ("overturned", True)
