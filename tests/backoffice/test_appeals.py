"""Appeals and second opinions: the lists, who may answer, and what comes of it."""

import pytest

from app.kernel import clock
from app.kernel.database import db
from app.moderation import operations, queries
from app.moderation.models import Decision
from tests.support.queries import asked_by

SCRIPT = {"X-Fragment": "1"}
WORDS = "这是我自己写的，没有骂人的意思。"


@pytest.fixture
def appealed(alice):
    """`appealed(by=mod)`: alice was warned and objects."""

    def act(*, by):
        decision = operations.act_on(alice, kind="warn", reason="insult", by=by, now=clock.now())
        return operations.appeal(decision, by=alice, words=WORDS, now=clock.now())

    return act


@pytest.fixture
def proposed(bob, mod):
    """bob is verified; mod proposes to ban him."""
    return operations.act_on(bob, kind="ban", reason="fraud", words="骗了三个人", by=mod, now=clock.now())


def test_who_decided_sees_why_she_cannot_answer(client, staff_login, appealed, mod):
    appeal, desk = appealed(by=mod), staff_login(client, mod)
    assert WORDS in desk.get("/admin/appeals").text
    page = desk.get(f"/admin/appeals/{appeal.id}").text
    assert page.count(" disabled aria-describedby=") == 3
    assert 'id="no-answer"' in page
    answer = desk.post(
        f"/admin/appeals/{appeal.id}/answer", data={"outcome": "upheld", "answer": "不行"}, headers=SCRIPT
    )
    assert answer.status_code == 409
    assert appeal.state == "waiting"


@pytest.mark.parametrize("outcome", ["upheld", "overturned"])
def test_somebody_else_answers(client, staff_login, appealed, mod, second_mod, outcome):
    appeal, desk = appealed(by=mod), staff_login(client, second_mod)
    data = {"outcome": outcome, "answer": "看过了。"}
    answer = desk.post(f"/admin/appeals/{appeal.id}/answer", data=data, headers=SCRIPT)
    assert answer.status_code == 200
    assert 'data-role="empty"' in answer.text
    assert (appeal.state, appeal.answer, appeal.decided_by) == (outcome, "看过了。", second_mod.id)
    assert (db.session.get_one(Decision, appeal.decision_id).undone_at is not None) == (outcome == "overturned")
    assert "看过了。" in desk.get(f"/admin/appeals/{appeal.id}").text
    assert WORDS not in desk.get("/admin/appeals").text
    assert WORDS in desk.get("/admin/appeals?state=answered").text


def test_an_appeal_of_somebody_who_has_left_can_still_be_opened(client, staff_login, appealed, mod, second_mod, alice):
    appeal, desk = appealed(by=mod), staff_login(client, second_mod)
    operations.forget(alice.id)
    db.session.expire_all()
    assert desk.get("/admin/appeals?state=answered").status_code == 200
    page = desk.get(f"/admin/appeals/{appeal.id}")
    assert page.status_code == 200
    assert "已撤回" in page.text


@pytest.mark.parametrize(("data", "status"), [({}, 400), ({"outcome": "x"}, 400), ({"outcome": "upheld"}, 409)])
def test_an_answer_says_what_and_why(client, staff_login, appealed, mod, second_mod, data, status):
    appeal = appealed(by=mod)
    answer = staff_login(client, second_mod).post(f"/admin/appeals/{appeal.id}/answer", data=data, headers=SCRIPT)
    assert answer.status_code == status
    assert appeal.state == "waiting"


def test_the_next_appeal_is_one_that_can_be_answered(client, staff_login, appealed, mod, second_mod):
    first, _own, third = appealed(by=mod), appealed(by=second_mod), appealed(by=mod)
    desk = staff_login(client, second_mod)
    assert desk.get(f"/admin/appeals/{first.id}/next").location == f"/admin/appeals/{third.id}"
    assert desk.get(f"/admin/appeals/{third.id}/next").location == f"/admin/appeals/{first.id}"


def test_nobody_seconds_herself(client, staff_login, proposed, mod, bob):
    desk = staff_login(client, mod)
    assert "骗了三个人" in desk.get("/admin/proposals").text
    answer = desk.post(f"/admin/proposals/{proposed.id}/opinion", data={"agrees": "yes"}, headers=SCRIPT)
    assert answer.status_code == 409
    assert bob.state == "active"


@pytest.mark.parametrize(
    ("agrees", "state", "account"), [("yes", "carried_out", "banned"), ("no", "declined", "active")]
)
def test_a_second_member_of_staff_decides(client, staff_login, proposed, second_mod, bob, agrees, state, account):
    desk = staff_login(client, second_mod)
    answer = desk.post(f"/admin/proposals/{proposed.id}/opinion", data={"agrees": agrees})
    assert answer.status_code == 303
    assert (proposed.state, bob.state) == (state, account)
    assert "骗了三个人" not in desk.get("/admin/proposals").text
    assert "骗了三个人" in desk.get("/admin/proposals?state=decided").text


def test_an_opinion_is_yes_or_no(client, staff_login, proposed, second_mod):
    desk = staff_login(client, second_mod)
    assert desk.post(f"/admin/proposals/{proposed.id}/opinion", data={"agrees": "x"}).status_code == 400
    assert desk.post("/admin/proposals/1/opinion", data={"agrees": "yes"}).status_code == 404


def test_a_case_whose_ban_is_proposed_leaves_the_queue(client, staff_login, make_post, alice, bob, mod):
    made = operations.report("post", make_post(by=bob).id, by=alice, reason="fraud", now=clock.now())
    desk = staff_login(client, mod)
    answer = desk.post(f"/admin/cases/{made.case_id}/decision", data={"kind": "ban"}, headers=SCRIPT)
    assert answer.status_code == 200
    assert 'data-role="empty"' in answer.text
    assert queries.case_or_404(made.case_id).decided_at is None
    assert queries.waiting_proposals().items[0].account_id == bob.id


def test_the_list_of_proposals_costs_the_same_however_long(
    client, staff_login, make_post, make_account, alice, mod, app
):
    def propose():
        person = make_account(badge="orange")
        made = operations.report("post", make_post(by=person).id, by=alice, reason="fraud", now=clock.now())
        case = queries.case_or_404(made.case_id)
        operations.decide(case, kind="ban", reason="fraud", words="骗了人", by=mod, now=clock.now())

    desk = staff_login(client, mod)
    propose()
    db.session.expunge_all()
    asked = len(asked_by(app, desk, "/admin/proposals"))
    for _ in range(3):
        propose()
    db.session.expunge_all()
    assert len(asked_by(app, desk, "/admin/proposals")) == asked
