"""Many report, decide and appeal at the same moment, committed for real: one case, one decision, one strike a step."""

import functools

import pytest

from app.accounts.models import Account
from app.kernel import audit, clock
from app.kernel.database import db
from app.moderation import operations, queries
from app.moderation.models import Appeal, Case, Decision, Proposal, Report, Strike
from app.posts import operations as posts
from app.posts import queries as posts_known
from tests.support import makers
from tests.support.threads import at_once, committed

pytestmark = pytest.mark.real_commits
FIFTY = 50


@pytest.fixture(autouse=True)
def real_database(app):
    with committed(app):
        yield
        db.session.rollback()
        assert posts_known.miscounts() == []
        assert audit.broken_at() is None


@pytest.fixture
def counters_agree():
    """This file looks at them itself, while its rows are still there."""


def reported(post_id, by_id, reason="insult"):
    by = db.session.get(Account, by_id)
    return operations.report("post", post_id, by=by, reason=reason, now=clock.now()).case_id


def decided(case_id, by_id, kind="take_down"):
    case, by = db.session.get(Case, case_id), db.session.get(Account, by_id)
    return operations.decide(case, kind=kind, reason="insult", by=by, now=clock.now()).id


def run(app, acts):
    """What was done, and with which codes the others were refused; anything else that was raised fails the test."""
    results = at_once(app, acts)
    db.session.rollback()
    db.session.expire_all()
    done = [one for one in results if not isinstance(one, BaseException)]
    assert [one for one in results if isinstance(one, BaseException) and not hasattr(one, "reason")] == []
    return done, [one.reason.code for one in results if isinstance(one, BaseException)]


def test_fifty_reports_of_one_thing_are_one_case(app):
    author = makers.make_account()
    post_id = posts.publish(by=author, text="举报我吧", now=clock.now()).id
    people = [makers.make_account().id for _ in range(FIFTY)]
    done, refused = run(app, [functools.partial(reported, post_id, one) for one in people])
    case = db.session.query(Case).one()
    assert (set(done), refused) == ({case.id}, [])
    assert case.report_count == db.session.query(Report).count() == FIFTY
    assert case.snapshot["text"] == "举报我吧"


def test_one_person_who_presses_fifty_times_has_reported_once(app):
    author, reporter_id = makers.make_account(), makers.make_account().id
    post_id = posts.publish(by=author, text="再按一下", now=clock.now()).id
    _done, refused = run(app, [functools.partial(reported, post_id, reporter_id)] * FIFTY)
    assert (db.session.query(Case).one().report_count, db.session.query(Report).count(), refused) == (1, 1, [])


def test_of_many_moderators_one_decides(app):
    author, reporter_id = makers.make_account(), makers.make_account().id
    staff = [makers.make_account(role="moderator").id for _ in range(8)]
    post_id = posts.publish(by=author, text="归谁处理", now=clock.now()).id
    case_id = reported(post_id, reporter_id)
    done, refused = run(app, [functools.partial(decided, case_id, one) for one in staff])
    assert (len(done), set(refused)) == (1, {"decided_already"})
    assert db.session.query(Decision).count() == db.session.query(Strike).count() == 1


def banned(account_id, by_id):
    account, by = db.session.get(Account, account_id), db.session.get(Account, by_id)
    return operations.act_on(account, kind="ban", reason="insult", by=by, now=clock.now()).id


def test_of_many_bans_one_counts(app):
    author, reporter_id = makers.make_account(), makers.make_account().id
    staff = [makers.make_account(role="moderator").id for _ in range(8)]
    case_ids = [reported(posts.publish(by=author, text=f"第{n}条", now=clock.now()).id, reporter_id) for n in range(4)]
    by_case = [functools.partial(decided, *pair, "ban") for pair in zip(case_ids, staff[:4], strict=True)]
    done, refused = run(app, [*by_case, *(functools.partial(banned, author.id, one) for one in staff[4:])])
    assert (len(done), refused) == (1, ["banned_already"] * 7)


def test_strikes_at_the_same_moment_are_steps_of_the_ladder(app):
    author, reporter_id = makers.make_account(), makers.make_account().id
    staff = [makers.make_account(role="moderator").id for _ in range(5)]
    written = [posts.publish(by=author, text=f"第{n}条", now=clock.now()).id for n in range(5)]
    cases = [reported(post_id, reporter_id) for post_id in written]
    done, refused = run(app, [functools.partial(decided, *pair) for pair in zip(cases, staff, strict=True)])
    assert (len(done), refused) == (5, [])
    assert sorted(strike.level for strike in db.session.query(Strike)) == [1, 2, 3, 4, 5]


def test_appealed_answered_and_seconded_by_many_once(app):
    author, reporter_id = makers.make_account(badge="gold"), makers.make_account().id
    staff = [makers.make_account(role="moderator").id for _ in range(6)]
    post_id = posts.publish(by=author, text="金V也一样", now=clock.now()).id
    made_id, author_id = decided(reported(post_id, reporter_id), staff[0]), author.id

    def appealed():
        by, made = db.session.get(Account, author_id), db.session.get(Decision, made_id)
        return operations.appeal(made, by=by, words="我不同意这个处理决定", now=clock.now()).id

    assert run(app, [appealed] * 8)[1] == ["appealed_already"] * 7
    appeal_id = db.session.query(Appeal).one().id

    def answered(by_id):
        by, appeal = db.session.get(Account, by_id), db.session.get(Appeal, appeal_id)
        operations.answer_appeal(appeal, by=by, overturns=True, answer="确实", now=clock.now())

    assert run(app, [functools.partial(answered, one) for one in staff[1:]])[1] == ["answered_already"] * 4
    assert queries.strikes_in_force(author_id, clock.now()) == []

    def proposed(by_id):
        by, account = db.session.get(Account, by_id), db.session.get(Account, author_id)
        return operations.act_on(account, kind="ban", reason="fraud", by=by, now=clock.now()).id

    assert run(app, [functools.partial(proposed, one) for one in staff[:3]])[1] == ["proposed_already"] * 2
    proposal = db.session.query(Proposal).one()
    others, proposal_id = [one for one in staff if one != proposal.by_id], proposal.id

    def seconded(by_id):
        by, found = db.session.get(Account, by_id), db.session.get(Proposal, proposal_id)
        return operations.second(found, by=by, agrees=True, now=clock.now()).id

    assert run(app, [functools.partial(seconded, one) for one in others])[1] == ["seconded_already"] * 4
    assert db.session.get(Account, author_id).state == "banned"
