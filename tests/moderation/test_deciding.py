"""One act of staff is decision, effect, strike and audit row; what it did, undoing takes back exactly."""

from datetime import timedelta

import pytest

from app.kernel import clock
from app.kernel.audit import AuditRow
from app.kernel.database import db
from app.moderation import operations, queries, rules
from app.moderation.events import CaseDecided, DecisionMade, DecisionUndone, ProposalMade
from app.moderation.models import Decision, Proposal
from app.posts import operations as posts
from app.posts import queries as posts_known
from app.screening import queries as limits
from tests.moderation.conftest import refusal_of


@pytest.fixture
def publish():
    return lambda by, text="你这个人真讨厌": posts.publish(by=by, text=text, now=clock.now())


class TestTakingDown:
    def test_is_decision_effect_strike_news_and_audit_row_in_one(
        self, alice, bob, mod, publish, report, decide, announced
    ):
        post = publish(alice)
        case = report(post, by=bob)
        made = decide(case, words="请友善发言")
        assert posts_known.post_or_none(post.id, viewer=None) is None
        assert (made.kind, made.account_id, made.reason, made.words) == ("take_down", alice.id, "insult", "请友善发言")
        assert made.snapshot["text"] == "你这个人真讨厌"
        assert [strike.level for strike in queries.strikes_in_force(alice.id, clock.now())] == [1]
        assert (case.decided_by, case.decision_id, case.open_key) == (mod.id, made.id, None)
        assert {CaseDecided(case.id), DecisionMade(made.id, alice.id)} <= set(announced)
        row = db.session.query(AuditRow).one()
        assert (row.act, row.actor_id, row.subject_kind, row.subject_id) == ("decisions.make", mod.id, "post", post.id)
        assert (row.after["kind"], row.after["took_down"], row.reason) == ("take_down", True, "insult")

    def test_without_strikes_where_staff_or_the_reason_says_so(self, alice, bob, publish, report, decide):
        decide(report(publish(alice), by=bob), strikes=False)
        decide(report(publish(alice), by=bob), reason="self_harm")
        assert queries.strikes_in_force(alice.id, clock.now()) == []

    def test_of_two_who_decide_at_once_the_second_is_told(self, alice, bob, second_mod, publish, report, decide):
        case = report(publish(alice), by=bob)
        decide(case, "dismiss")
        assert refusal_of(decide, case, by=second_mod) == "decided_already"
        assert db.session.query(Decision).count() == 1

    def test_the_next_report_opens_a_new_case(self, alice, bob, carol, publish, report, decide):
        post = publish(alice)
        first = report(post, by=bob)
        decide(first, "dismiss")
        assert report(post, by=bob).id != first.id

    def test_who_may_not(self, alice, bob, mod, operator, commerce, publish, report, decide):
        case = report(publish(alice), by=bob)
        for person in (bob, operator, commerce):
            assert refusal_of(decide, case, by=person) == "forbidden"
        own = report(publish(mod), by=bob)
        assert refusal_of(decide, own) == "about_yourself"
        assert refusal_of(decide, case, reason="moon") == "unknown_reason"
        assert refusal_of(decide, case, "praise") == "unknown_kind"


class TestLadder:
    def test_step_by_step(self, alice, bob, publish, report, decide, frozen_clock):
        expected = [(), ("silenced", 1), ("silenced", 3), ("silenced", 7), ("silenced", 30), ("banned", None)]
        for number, brings in enumerate(expected, start=1):
            made = decide(report(publish(alice, f"第{number}次"), by=bob))
            found = limits.limits_from("decision", made.id)
            assert made.effects["level"] == number
            lasts = [(one.kind, (one.ends_at - one.starts_at).days if one.ends_at else None) for one in found]
            assert lasts == ([brings] if brings else [])
            frozen_clock.forward(days=31)
        assert alice.state == "banned"

    def test_strikes_expire_after_a_year(self, alice, bob, publish, report, decide, frozen_clock):
        decide(report(publish(alice), by=bob))
        frozen_clock.forward(days=366)
        assert decide(report(publish(alice), by=bob)).effects["level"] == 1

    def test_a_warning_counts_but_brings_nothing_more(self, alice, bob, publish, report, decide):
        for _ in range(3):
            made = decide(report(publish(alice), by=bob), "warn")
            assert limits.limits_from("decision", made.id) == []
        assert len(queries.strikes_in_force(alice.id, clock.now())) == 3

    def test_the_table(self):
        assert [(step.kind, step.days) for step in rules.LADDER] == [
            ("warn", 0), ("silence", 1), ("silence", 3), ("silence", 7), ("silence", 30), ("ban", 0),
        ]  # fmt: skip
        assert rules.step_after(99).kind == "ban"
        assert timedelta(days=365) == rules.STRIKE_LASTS


class TestUndoing:
    def test_takes_back_just_what_was_done(self, alice, bob, second_mod, publish, report, decide, announced):
        decide(report(publish(alice, "先前的"), by=bob))
        post = publish(alice)
        repost = posts.repost(post, by=bob, text="看", now=clock.now())
        made = decide(report(post, by=bob))
        assert limits.is_limited(alice.id, "silenced", clock.now())
        operations.undo(made, by=second_mod, reason="看错了", now=clock.now())
        assert posts_known.post_or_none(post.id, viewer=None) is post
        assert (post.repost_count, repost.is_deleted, alice.post_count) == (1, False, 1)
        assert [strike.level for strike in queries.strikes_in_force(alice.id, clock.now())] == [1]
        assert limits.limits_in_force(alice.id, clock.now()) == []
        assert DecisionUndone(made.id, alice.id) in announced
        assert refusal_of(operations.undo, made, by=second_mod, reason="", now=clock.now()) == "undone_already"

    def test_a_ban(self, alice, mod, second_mod):
        made = operations.act_on(alice, kind="ban", reason="spam", by=mod, now=clock.now())
        assert (alice.state, limits.is_limited(alice.id, "banned", clock.now())) == ("banned", True)
        operations.undo(made, by=second_mod, reason="", now=clock.now())
        assert (alice.state, limits.is_limited(alice.id, "banned", clock.now())) == ("active", False)

    def test_a_profile_as_far_as_nothing_was_chosen_since(self, alice, bob, mod, report, decide):
        nickname, bio = alice.nickname, alice.bio
        made = decide(report(alice, by=bob, kind="account", reason="as_brand"), reason="as_brand")
        assert (alice.nickname != nickname, alice.bio) == (True, "")
        assert made.snapshot["nickname"] == nickname
        operations.undo(made, by=mod, reason="", now=clock.now())
        assert (alice.nickname, alice.bio) == (nickname, bio)


class TestLimiting:
    def test_chosen_limits_for_days(self, alice, mod):
        made = operations.act_on(
            alice, kind="limit", reason="spam", limits=["no_hot", "no_search"], days=7, by=mod, now=clock.now()
        )
        found = limits.limits_from("decision", made.id)
        assert [(limit.kind, (limit.ends_at - limit.starts_at).days) for limit in found] == [
            ("no_hot", 7), ("no_search", 7),
        ]  # fmt: skip

    @pytest.mark.parametrize("values", [
        {"limits": [], "days": 7}, {"limits": ["banned"], "days": 7}, {"limits": ["no_hot"], "days": 0},
        {"limits": ["no_hot"]}, {"limits": ["no_hot"], "days": 400},
    ])  # fmt: skip
    def test_needs_limits_and_days(self, alice, mod, values):
        act = operations.act_on
        assert refusal_of(act, alice, kind="limit", reason="spam", by=mod, now=clock.now(), **values) == "no_limits"

    def test_staff_is_neither_limited_nor_banned(self, mod, second_mod):
        act = operations.act_on
        assert refusal_of(act, second_mod, kind="ban", reason="spam", by=mod, now=clock.now()) == "about_staff"


class TestSecondOpinion:
    @pytest.fixture
    def proposal(self, bob, alice, publish, report, decide):
        return decide(report(publish(bob), by=alice), "ban", reason="fraud")

    def test_a_ban_of_somebody_verified_waits(self, announced, bob, mod, proposal):
        assert isinstance(proposal, Proposal)
        assert (bob.state, proposal.state, ProposalMade(proposal.id) in announced) == ("active", "waiting", True)
        assert queries.open_cases().items == []
        assert refusal_of(operations.second, proposal, by=mod, agrees=True, now=clock.now()) == "own_proposal"

    def test_agreed(self, bob, mod, second_mod, proposal, announced):
        made = operations.second(proposal, by=second_mod, agrees=True, now=clock.now())
        assert (bob.state, made.by_id, made.second_id, proposal.state) == (
            "banned", mod.id, second_mod.id, "carried_out",
        )  # fmt: skip
        assert queries.case_or_none(made.case_id).decided_at
        assert refusal_of(operations.second, proposal, by=second_mod, agrees=True, now=clock.now())

    def test_declined_the_case_waits_again(self, bob, second_mod, proposal):
        assert operations.second(proposal, by=second_mod, agrees=False, now=clock.now()) is None
        assert (bob.state, len(queries.open_cases().items)) == ("active", 1)

    def test_one_at_a_time(self, bob, second_mod, proposal):
        act = operations.act_on
        assert refusal_of(act, bob, kind="ban", reason="spam", by=second_mod, now=clock.now()) == "proposed_already"

    def test_the_last_step_of_the_ladder_too(self, bob, alice, publish, report, decide):
        for post in [publish(bob, f"第{number}次") for number in range(6)]:
            made = decide(report(post, by=alice))
        assert (made.kind, made.effects["level"], bob.state) == ("take_down", 6, "active")
        assert queries.waiting_proposal_about(bob.id) is not None
