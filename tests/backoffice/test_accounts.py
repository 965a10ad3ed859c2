"""Looking for accounts, the page of one, and acts on it."""

import re

import pytest
from sqlalchemy import select

from app.accounts import operations as accounts_can
from app.kernel import clock
from app.kernel.audit import AuditRow
from app.kernel.database import db
from app.moderation import operations, queries


@pytest.fixture
def as_mod(client, staff_login, mod):
    return staff_login(client, mod)


@pytest.fixture
def seen_from():
    def note(account, address):
        accounts_can.note_log_in(
            account, outcome="password", address=address, browser="Mozilla/5.0 (Windows) Chrome/130", now=clock.now()
        )

    return note


def found(client, **wanted):
    """The handles on the page, the newest first."""
    page = client.get("/admin/accounts", query_string=wanted)
    assert page.status_code == 200
    return re.findall(r"person-cell__note[^>]*>@(\w+)", page.text)


def acts():
    return list(db.session.scalars(select(AuditRow.act).order_by(AuditRow.number)))


def test_accounts_are_found_by_name_handle_email_and_id(as_mod, alice, bob):
    assert found(as_mod, q="爱丽丝") == ["alice"]
    assert found(as_mod, q="@BOB") == ["bob"]
    assert found(as_mod, q="bob@example.com") == ["bob"]
    assert found(as_mod, q=str(alice.id)) == ["alice"]
    assert found(as_mod, q="nobody at all") == []
    assert found(as_mod, q="%") == []


def test_accounts_are_found_by_address_and_network(as_mod, alice, bob, carol, seen_from):
    seen_from(alice, "203.0.113.7")
    seen_from(bob, "203.0.113.9")
    seen_from(carol, "198.51.100.1")
    assert found(as_mod, q="203.0.113.7") == ["alice"]
    assert sorted(found(as_mod, q="203.0.113.0/24")) == ["alice", "bob"]
    assert found(as_mod, q="203.0.113.0/999") == []


def test_filters_narrow_the_list(as_mod, mod, second_mod, alice, bob, carol, make_post):
    operations.act_on(alice, kind="ban", reason="machine", by=mod, now=clock.now())
    operations.act_on(carol, kind="limit", reason="flooding", days=3, limits=("no_hot",), by=mod, now=clock.now())
    operations.report("post", make_post(by=bob).id, by=carol, reason="insult", now=clock.now())
    assert found(as_mod, state="banned") == ["alice"]
    assert found(as_mod, limit="any") == found(as_mod, limit="no_hot") == ["carol"]
    assert found(as_mod, limit="silenced") == []
    assert found(as_mod, badge="any") == found(as_mod, badge="gold") == found(as_mod, flagged="1") == ["bob"]
    assert set(found(as_mod, role="staff")) == {"mod", "second_mod"}
    assert set(found(as_mod, since="1d", role="moderator", state="nonsense")) == {"mod", "second_mod"}


def test_pages_follow_each_other(as_mod, make_account):
    people = {make_account().handle for _ in range(60)}
    first = as_mod.get("/admin/accounts")
    following = re.search(r'href="(/admin/accounts\?before=\d+)"', first.text)[1]
    second = as_mod.get(following)
    handles = [re.findall(r"person-cell__note[^>]*>@(\w+)", page.text) for page in (first, second)]
    assert [len(some) for some in handles] == [50, 11]
    assert people < {*handles[0], *handles[1]}


def test_the_list_takes_as_many_statements_for_fifty_as_for_one(as_mod, make_account, budget):
    for _ in range(50):
        make_account()
    as_mod.get("/admin/accounts")
    with budget(16):
        as_mod.get("/admin/accounts")


def test_the_page_of_an_account_shows_what_was_decided(as_mod, mod, alice, make_post):
    make_post(by=alice, text="大家好")
    make_post(by=alice, text="写给自己", audience="self")
    operations.act_on(alice, kind="warn", reason="unlabelled_ad", words="没有标广告", by=mod, now=clock.now())
    page = as_mod.get(f"/admin/accounts/{alice.id}").text
    assert "没有标广告" in page
    assert "大家好" in page
    assert "写给自己" not in page
    assert as_mod.get("/admin/accounts/1").status_code == 404


def test_limiting_needs_a_reason_and_is_told_written_down_and_taken_back(as_mod, alice):
    url = f"/admin/accounts/{alice.id}/limits"
    assert as_mod.post(url, data={"kind": "limit", "reason": "", "days": "7", "limits": "silenced"}).status_code == 409
    assert as_mod.post(url, data={"kind": "ban", "reason": "machine"}).status_code == 409
    answer = as_mod.post(
        url, data={"kind": "limit", "reason": "flooding", "days": "7", "limits": ["silenced", "no_hot"]}
    )
    assert answer.headers["Location"] == f"/admin/accounts/{alice.id}"
    decision = queries.history_of(alice).decisions[0]
    undoing = f"/admin/accounts/{alice.id}/decisions/{decision.id}"
    assert as_mod.delete(undoing, data={"reason": " "}).status_code == 422
    assert as_mod.delete(undoing, data={"reason": "误判"}).status_code == 303
    assert db.session.get(type(decision), decision.id).undone_at is not None
    assert as_mod.delete(undoing, data={"reason": "再来"}).status_code == 409
    assert acts() == ["decisions.make", "limits.lift", "limits.lift", "decisions.undo"]


def test_a_ban_of_a_verified_account_is_proposed(as_mod, alice, bob):
    for account in (alice, bob):
        as_mod.post(f"/admin/accounts/{account.id}/ban", data={"reason": "machine"})
        db.session.refresh(account)
    assert (alice.state, bob.state) == ("banned", "active")
    assert queries.waiting_proposal_about(bob.id) is not None


def test_ending_sessions_asks_why_and_is_told(as_mod, alice, login, app, work_off):
    hers = login(app.test_client(), alice)
    url = f"/admin/accounts/{alice.id}/sessions"
    assert as_mod.delete(url).status_code == 422
    assert hers.get("/favourites").status_code == 200
    assert as_mod.delete(url, data={"reason": "密码可能泄露"}).status_code == 303
    assert hers.get("/favourites").status_code == 302
    work_off()
    assert "退出登录" in login(app.test_client(), alice).get("/notifications", headers={"Accept-Language": "zh"}).text
    assert acts() == ["accounts.end_sessions"]


def test_each_look_at_the_log_in_log_is_written_down(as_mod, alice, bob, seen_from):
    seen_from(alice, "203.0.113.7")
    seen_from(bob, "203.0.113.9")
    page = as_mod.get(f"/admin/accounts/{alice.id}/log-ins").text
    assert "203.0.113.7" in page
    assert "@bob" in page
    as_mod.get(f"/admin/accounts/{alice.id}/log-ins")
    assert acts() == ["accounts.see_log_ins"] * 2


def test_who_may_not_see_log_ins_sees_no_networks(client, staff_login, operator, alice, seen_from):
    seen_from(alice, "203.0.113.7")
    page = staff_login(client, operator).get("/admin/accounts").text
    assert "@alice" in page
    assert "203.0.113" not in page
