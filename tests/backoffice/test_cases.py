"""The queue of reports: the list, one case, deciding, taking back, many at once; what is kept, and who looks at it."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from app.backoffice import queries
from app.backoffice.queries import CaseFilter
from app.kernel import audit, clock, vault
from app.kernel.database import db
from app.kernel.transactions import operation
from app.moderation import operations
from app.moderation.models import Case, Decision, Strike

SCRIPT = {"X-Fragment": "1"}


@pytest.fixture
def report(app):
    """`report(post, by=…)`: the case of the thing."""

    def act(thing, *, by, kind="post", reason="insult", words="", now=None):
        made = operations.report(kind, thing.id, by=by, reason=reason, words=words, now=now or clock.now())
        return db.session.get_one(Case, made.case_id)

    return act


@pytest.fixture
def desk(client, staff_login, mod):
    return staff_login(client, mod)


def test_reports_of_one_thing_are_one_row(desk, report, make_post, alice, bob, carol):
    post = make_post(by=alice, text="谁都没有我懂")
    report(post, by=bob)
    report(post, by=carol, reason="flooding")
    page = desk.get("/admin/cases").text
    assert page.count("<tr data-case-id") == 1
    assert "谁都没有我懂" in page
    assert "爱丽丝" in page


@pytest.mark.parametrize(
    ("words", "shown"),
    [("", 2), ("kind=post", 1), ("kind=comment", 0), ("reason=insult", 1), ("due=overdue", 1), ("kind=x&after=x", 2)],
)
def test_the_list_is_narrowed(desk, report, make_post, make_product, alice, bob, words, shown):
    report(make_post(by=alice), by=bob, now=clock.now() - timedelta(days=3))
    report(make_product(), by=bob, kind="product", reason="fake_goods")
    assert desk.get(f"/admin/cases?{words}").text.count("<tr data-case-id") == shown


def test_the_list_costs_the_same_however_long(desk, report, make_post, make_account, bob, budget):
    desk.get("/admin/cases")
    for _number in range(9):
        report(make_post(by=make_account()), by=bob)
    with budget(17):  # eight of them for the page, the others for what waits elsewhere
        desk.get("/admin/cases")


def test_one_case_shows_words_reporters_and_what_would_follow(desk, report, make_post, alice, bob, carol):
    post = make_post(by=alice, text="原来的话")
    report(post, by=bob, words="他一直这样")
    case = report(post, by=carol, reason="flooding")
    page = desk.get(f"/admin/cases/{case.id}").text
    assert "原来的话" in page
    assert "他一直这样" in page
    assert "鲍勃大V" in page
    assert "卡萝" in page
    assert 'data-step="next">警告' in page
    assert desk.get("/admin/cases/999").status_code == 404


def test_nobody_decides_about_herself(desk, report, make_post, mod, bob):
    case = report(make_post(by=mod), by=bob)
    page = desk.get(f"/admin/cases/{case.id}").text
    assert "这件事与你有关" in page
    assert 'name="kind"' not in page


def test_what_was_changed_since_stands_beside_it(desk, report, make_post, alice, bob):
    post = make_post(by=alice, text="原来的话")
    case = report(post, by=bob)
    reword(post, "后来的话")
    page = desk.get(f"/admin/cases/{case.id}").text
    assert "原来的话" in page
    assert "后来的话" in page


def test_a_decision_answers_with_the_next_case(desk, report, make_post, alice, bob, carol):
    first, second = report(make_post(by=alice), by=carol), report(make_post(by=bob, text="下一条"), by=carol)
    answer = desk.post(f"/admin/cases/{first.id}/decision", data={"kind": "take_down", "reason": "vulgar"},
                       headers=SCRIPT)  # fmt: skip
    assert answer.status_code == 200
    assert f'data-case-id="{second.id}"' in answer.text
    assert "data-said=" in answer.text
    decision = db.session.get_one(Decision, first.decision_id)
    assert (decision.kind, decision.reason) == ("take_down", "vulgar")
    last = desk.post(f"/admin/cases/{second.id}/decision", data={"kind": "dismiss"}, headers=SCRIPT)
    assert 'data-role="empty"' in last.text
    assert f"/admin/cases/{second.id}/decision?_method=DELETE" in last.text


def test_a_plain_form_leads_to_the_page_of_the_next(desk, report, make_post, alice, bob, carol):
    first, second = report(make_post(by=alice), by=carol), report(make_post(by=bob), by=carol)
    answer = desk.post(f"/admin/cases/{first.id}/decision?kind=post", data={"kind": "dismiss"})
    assert answer.status_code == 303
    assert answer.location == f"/admin/cases/{second.id}?kind=post&last={first.id}"
    assert "data-said=" in desk.get(answer.location).text


def test_no_strike_where_none_is_wanted(desk, report, make_post, alice, bob):
    case = report(make_post(by=alice), by=bob)
    desk.post(f"/admin/cases/{case.id}/decision", data={"kind": "take_down", "no_strike": "on"}, headers=SCRIPT)
    assert case.decided_at is not None
    assert db.session.scalar(select(Strike)) is None


@pytest.mark.parametrize("data", [{}, {"kind": "x"}, {"kind": "limit"}, {"kind": "warn", "reason": "x"}])
def test_a_bad_decision_is_refused(desk, report, make_post, alice, bob, data):
    case = report(make_post(by=alice), by=bob)
    answer = desk.post(f"/admin/cases/{case.id}/decision", data=data, headers=SCRIPT)
    assert answer.status_code == 409
    assert case.decided_at is None


def test_taking_back_shows_the_case_again(desk, report, make_post, alice, bob):
    post = make_post(by=alice)
    case = report(post, by=bob)
    desk.post(f"/admin/cases/{case.id}/decision", data={"kind": "take_down"}, headers=SCRIPT)
    assert post.is_deleted
    answer = desk.delete(f"/admin/cases/{case.id}/decision", headers=SCRIPT)
    assert f'data-case-id="{case.id}"' in answer.text
    assert "deciding__reasons" in answer.text
    assert not post.is_deleted
    assert case.decided_at is None
    assert db.session.scalar(select(Strike)).voided_at is not None
    assert [row.act for row in db.session.scalars(select(audit.AuditRow).order_by(audit.AuditRow.number))][-3:] == [
        "decisions.make", "decisions.undo", "cases.reopen"
    ]  # fmt: skip


def test_what_was_dismissed_can_be_decided_anew(desk, report, make_post, alice, bob):
    case = report(make_post(by=alice), by=bob)
    desk.post(f"/admin/cases/{case.id}/decision", data={"kind": "dismiss"})
    desk.delete(f"/admin/cases/{case.id}/decision")
    assert case.decided_at is None
    desk.post(f"/admin/cases/{case.id}/decision", data={"kind": "take_down"})
    assert db.session.get_one(Decision, case.decision_id).kind == "take_down"


def test_a_case_is_not_opened_again_beside_a_newer_one(desk, report, make_post, alice, bob, carol):
    post = make_post(by=alice)
    case = report(post, by=bob)
    desk.post(f"/admin/cases/{case.id}/decision", data={"kind": "dismiss"})
    assert report(post, by=carol).id != case.id
    assert desk.delete(f"/admin/cases/{case.id}/decision", headers=SCRIPT).status_code == 409


def test_many_are_decided_at_once(desk, report, make_post, alice, bob, mod):
    cases = [report(make_post(by=alice), by=bob) for _number in range(3)]
    own = report(make_post(by=mod), by=bob)
    ticked = [str(case.id) for case in (*cases[:2], own)]
    answer = desk.post("/admin/cases/decisions", data={"kind": "dismiss", "case_id": [*ticked, "x"]}, headers=SCRIPT)
    assert answer.status_code == 409  # one is about the moderator herself; the others are done
    assert [case.decided_at is not None for case in (*cases, own)] == [True, True, False, False]
    assert desk.post("/admin/cases/decisions", data={"kind": "ban"}).status_code == 400


def test_who_else_looks_at_it_is_shown_and_left_alone(desk, report, make_post, alice, bob, mod, second_mod):
    first, second = report(make_post(by=alice), by=bob), report(make_post(by=alice), by=bob)
    operations.take(first, by=second_mod, now=clock.now())
    assert "二管家" in desk.get(f"/admin/cases/{first.id}").text
    chosen, now = CaseFilter(), clock.now()
    assert queries.case_after(None, chosen, by=mod, now=now) == second
    assert queries.case_after(second, chosen, by=mod, now=now) is None
    assert queries.case_after(second, chosen, by=mod, now=now + timedelta(minutes=6)) == first


def test_skipping_lets_go_and_comes_round(desk, report, make_post, alice, bob, mod):
    cases = [report(make_post(by=alice), by=bob) for _number in range(3)]
    at = cases[0]
    for expected in (*cases[1:], cases[0]):
        answer = desk.get(f"/admin/cases/{at.id}/next", headers=SCRIPT)
        assert f'data-case-id="{expected.id}"' in answer.text
        assert at.taken_by is None
        assert expected.taken_by == mod.id
        at = expected


def test_a_kept_picture_is_looked_at_by_staff_and_noted(desk, report, make_post, alice, bob, mod):
    case = report(make_post(by=alice), by=bob)
    keep_picture(case)
    with desk.get(f"/admin/cases/{case.id}/evidence/0") as answer:
        assert answer.data == b"picture"
        assert answer.headers["Cache-Control"] == "private, no-store"
    row = audit.last_row()
    assert (row.act, row.actor_id, row.subject_kind, row.subject_id) == ("evidence.see", mod.id, "case", case.id)
    for number in (1, 99):
        assert desk.get(f"/admin/cases/{case.id}/evidence/{number}").status_code == 404


@operation
def reword(post, text):
    post.text = text


@operation
def keep_picture(case):
    case.snapshot = {**case.snapshot, "pictures": [{"key": vault.keep(b"picture"), "alt": "一张图"}]}
