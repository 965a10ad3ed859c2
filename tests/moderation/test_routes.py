"""The doors for people: the report form, their reports, their status, one decision, the appeal."""

import pytest

from app.kernel import clock, i18n, vault
from app.kernel.database import db
from app.moderation import operations
from app.moderation.models import Appeal, Case, Report
from app.posts import operations as posts
from app.relationships import queries as relationships
from app.screening.presenters import LABELS

FRAGMENT = {"X-Fragment": "1"}


@pytest.fixture
def post(alice):
    return posts.publish(by=alice, text="今晚八点，全场五折", now=clock.now())


def form(post, **values):
    return {"kind": "post", "id": str(post.id), "reason": "unlabelled_ad", **values}


class TestReporting:
    def test_the_form_is_a_dialog_or_a_page(self, client, login, bob, post):
        login(client, bob)
        address = f"/reports/new?kind=post&id={post.id}"
        page = client.get(address).text
        assert all(part in page for part in ("<html", "今晚八点", 'value="unlabelled_ad"', 'name="block"'))
        assert client.get(address, headers=FRAGMENT).text.lstrip().startswith("<dialog")

    def test_sent_in_the_dialog_and_as_a_plain_form(self, client, login, bob, carol, post):
        answer = login(client, bob).post(
            "/reports", data=form(post), headers={**FRAGMENT, "Accept": "application/json"}
        )
        assert (answer.status_code, bool(answer.json["message"])) == (201, True)
        answer = login(client, carol).post("/reports", data=form(post, block="1"))
        assert (answer.status_code, answer.location) == (303, "/account/reports")
        assert (db.session.query(Case).count(), db.session.query(Report).count()) == (1, 2)
        assert relationships.blocks_between(post.author_id, carol.id)

    def test_what_is_missing_is_said_and_what_was_typed_stays(self, client, login, bob, post):
        login(client, bob)
        answer = client.post("/reports", data=form(post, reason="", words="看第二张图"))
        assert (answer.status_code, "看第二张图" in answer.text) == (422, True)
        answer = client.post("/reports", data=form(post, reason=""), headers={"Accept": "application/json"})
        assert (answer.status_code, answer.json["error"]["code"]) == (422, "bad_reason")

    def test_what_one_cannot_see_is_not_there(self, client, login, bob, enemy, post):
        login(client, enemy)
        assert client.get(f"/reports/new?kind=post&id={post.id}").status_code == 404
        assert client.post("/reports", data=form(post)).status_code == 404
        login(client, bob)
        for kind, number in (("moon", "1"), ("post", "x"), ("post", str(2**70)), ("", "")):
            assert client.post("/reports", data={"kind": kind, "id": number}).status_code == 404

    def test_logged_out(self, client, post):
        assert client.post("/reports", data=form(post), headers=FRAGMENT).status_code == 401

    def test_ones_own_list_with_results(self, client, login, bob, carol, post, report, decide):
        decide(report(post, by=bob, words="看第二张图"), "dismiss")
        page = login(client, bob).get("/account/reports").text
        assert "看第二张图" in page
        assert "没有发现违规" in page
        assert "看第二张图" not in login(client, carol).get("/account/reports").text


class TestStatus:
    @pytest.fixture
    def decision(self, bob, post, report, decide):
        return decide(report(post, by=bob), reason="unlabelled_ad", words="请标明广告")

    def test_all_is_well(self, client, login, alice):
        assert "一切正常" in login(client, alice).get("/account/status").text

    def test_everything_in_force_with_reason_and_end(self, app, client, login, alice, mod, decision):
        operations.act_on(alice, kind="limit", reason="spam", limits=["no_hot"], days=7, by=mod, now=clock.now())
        with app.test_request_context(), i18n.force_locale("zh"):
            label = str(LABELS["no_hot"])
        page = login(client, alice).get("/account/status").text
        assert all(words in page for words in (label, "未标广告", f"/account/status/{decision.id}"))

    def test_one_decision_with_the_thing_as_it_was(self, client, login, alice, decision):
        page = login(client, alice).get(f"/account/status/{decision.id}").text
        assert all(words in page for words in ("今晚八点，全场五折", "请标明广告", 'name="text"'))
        assert "小管家" not in page

    def test_it_is_nobody_elses(self, client, login, bob, decision):
        login(client, bob)
        for address in ("", "/pictures/0"):
            assert client.get(f"/account/status/{decision.id}{address}").status_code == 404
        assert client.post(f"/account/status/{decision.id}/appeal", data={"text": "长" * 20}).status_code == 404

    def test_the_appeal(self, client, login, alice, decision):
        login(client, alice)
        address = f"/account/status/{decision.id}/appeal"
        answer = client.post(address, data={"text": "短"})
        assert (answer.status_code, ">短</textarea>" in answer.text) == (422, True)
        answer = client.post(address, data={"text": "这不是广告，是我自己买的。"})
        assert (answer.status_code, db.session.query(Appeal).count()) == (303, 1)
        assert "这不是广告" in client.get(answer.location).text
        assert client.post(address, data={"text": "这不是广告，是我自己买的。"}).status_code == 422

    def test_a_kept_picture_for_its_author_alone(self, client, login, alice, decision):
        decision.snapshot = {**decision.snapshot, "pictures": [{"key": vault.keep(b"RIFF"), "alt": ""}]}
        db.session.commit()
        login(client, alice)
        with client.get(f"/account/status/{decision.id}/pictures/0") as answer:
            assert (answer.data, answer.headers["Cache-Control"]) == (b"RIFF", "private, no-store")
        assert client.get(f"/account/status/{decision.id}/pictures/1").status_code == 404

    def test_open_to_whoever_is_banned(self, client, login, alice, mod):
        made = operations.act_on(alice, kind="ban", reason="fraud", by=mod, now=clock.now())
        login(client, alice)
        assert "你的账号已被封禁" in client.get("/account/status").text
        assert (
            client.post(f"/account/status/{made.id}/appeal", data={"text": "我的账号被盗了，不是我。"}).status_code
            == 303
        )


class TestMenus:
    def test_staff_goes_to_the_case_and_others_only_report(self, client, login, staff_login, bob, mod, operator, post):
        page = f"/posts/{post.id}"
        door = f"/admin/subjects/post/{post.id}/case"
        for person, decides in ((bob, False), (operator, False), (mod, True)):
            shown = login(client, person).get(page).text
            assert (f"kind=post&amp;id={post.id}" in shown, door in shown) == (True, decides)
        answer = staff_login(client, mod).post(door)
        case = db.session.query(Case).one()
        assert (answer.status_code, answer.location) == (303, f"/admin/cases/{case.id}")
        assert client.post(door).location == answer.location
        assert client.post("/admin/subjects/moon/1/case").status_code == 404
        assert client.delete(page, headers={"Accept": "application/json"}).status_code == 403

    def test_nobody_reports_what_is_her_own(self, client, login, alice, post):
        assert "/reports/new" not in login(client, alice).get(f"/posts/{post.id}").text
