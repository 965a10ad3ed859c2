"""Who hears what: reporters the result, the reported every decision about her, staff what waits for it."""

import pytest

from app.kernel import clock
from app.moderation import operations
from app.notifications import queries as notices
from app.notifications.presenters import notice_page
from app.posts import operations as posts


@pytest.fixture
def told(work_off):
    """The codes of what the site has told an account, newest first."""

    def tell(account, *, but=("limit_imposed", "limit_lifted", "limit_ended")):
        work_off()
        found = notices.notices_of(account, kind="system", before=None).items
        return [notice.code for notice in found if notice.code not in but]

    return tell


@pytest.fixture
def case(alice, bob, carol, report):
    post = posts.publish(by=alice, text="你这个人真讨厌", now=clock.now())
    report(post, by=carol)
    return report(post, by=bob)


def test_both_sides_hear_of_what_was_done(app, alice, bob, carol, stranger, case, decide, told):
    made = decide(case)
    assert told(bob) == told(carol) == ["report_decided"]
    assert (told(alice), told(stranger)) == (["decision_made"], [])
    with app.test_request_context():
        (view,) = notice_page(alice, kind="system", before=None).items
    assert (view.url, bool(view.button), bool(view.detail)) == (f"/account/status/{made.id}", True, True)


def test_nobody_is_told_of_a_report_that_came_to_nothing_but_who_made_it(alice, bob, case, decide, told):
    """A report is no accusation: to be told «you were reported» would only frighten, or set people on each other."""
    decide(case, "dismiss")
    assert (told(bob), told(alice)) == (["report_decided"], [])


def test_a_limit_of_the_ladder_is_told_as_such(alice, bob, report, decide, told):
    for post in [posts.publish(by=alice, text=f"第{n}次", now=clock.now()) for n in range(2)]:
        decide(report(post, by=bob))
    assert sorted(told(alice, but=())) == ["decision_made", "decision_made", "limit_imposed"]


def test_appeals(alice, mod, second_mod, operator, admin, case, decide, told):
    made = decide(case)
    appeal = operations.appeal(made, by=alice, words="这不是在说任何一个人。", now=clock.now())
    assert told(second_mod) == told(admin) == ["appeal_filed"]
    assert told(mod) == told(operator) == []
    operations.answer_appeal(appeal, by=second_mod, overturns=True, answer="有道理", now=clock.now())
    assert told(alice) == ["appeal_decided", "decision_made"]


def test_what_is_taken_back_without_an_appeal(alice, second_mod, case, decide, told):
    operations.undo(decide(case), by=second_mod, reason="", now=clock.now())
    assert told(alice) == ["decision_undone", "decision_made"]


def test_proposals(alice, bob, mod, second_mod, operator, admin, report, decide, told):
    post = posts.publish(by=bob, text="转账给我", now=clock.now())
    decide(report(post, by=alice), "ban", reason="fraud")
    assert told(second_mod) == told(admin) == ["proposal_made"]
    assert told(mod) == told(operator) == told(bob) == []


def test_a_case_decided_anew_is_told_anew(bob, mod, case, decide, told):
    decide(case, "dismiss")
    assert told(bob) == ["report_decided"]
    operations.reopen(case, by=mod, now=clock.now())
    decide(case)
    assert told(bob) == ["report_decided", "report_decided"]
