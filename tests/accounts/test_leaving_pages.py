"""The pages of leaving: closing the account, the week after, staying."""

from datetime import timedelta

import pytest

from app.accounts import operations, queries
from app.accounts.models import Account
from app.kernel import clock
from app.kernel.database import db
from tests.support.makers import PASSWORD


def fresh(account):
    return db.session.get_one(Account, account.id, populate_existing=True)


@pytest.mark.parametrize("path", ["/settings/account", "/settings/data"])
def test_not_logged_in(client, path):
    answer = client.get(path)
    assert (answer.status_code, "/login" in answer.headers["Location"]) == (302, True)


def test_the_page_explains_and_asks_for_the_password(client, login, alice):
    login(client, alice)
    page = client.get("/settings/account", headers={"Accept-Language": "zh-CN"}).get_data(as_text=True)
    assert "7 天" in page
    assert 'name="password"' in page
    assert "/settings/data" in page


@pytest.mark.parametrize("password", ["", "wrong"])
def test_a_wrong_password_closes_nothing(client, login, alice, password):
    login(client, alice)
    assert client.post("/settings/account/closing", data={"password": password}).status_code == 422
    assert fresh(alice).state == "active"


def test_with_a_second_factor_it_must_be_shown(client, login, staff_login, alice, announced):
    from tests.support import makers

    makers.make_second_factor(of=alice)
    login(client, alice)
    assert "/login/proof?next=/settings/account" in client.get("/settings/account").get_data(as_text=True)
    assert client.post("/settings/account/closing", data={"password": PASSWORD}).status_code == 422
    assert fresh(alice).state == "active"
    with client.session_transaction() as session:
        session["second_factor_at"] = clock.now().timestamp()
    assert client.post("/settings/account/closing", data={"password": PASSWORD}).status_code == 303
    assert fresh(alice).state == "closing"


def test_staff_gives_up_its_role_first(client, staff_login, admin):
    staff_login(client, admin)
    assert client.post("/settings/account/closing", data={"password": PASSWORD}).status_code == 422
    assert fresh(admin).state == "active"
    with pytest.raises(operations.NotClosable) as refused:
        operations.ask_to_close(by=admin, password=PASSWORD, has_proof=True, now=clock.now())
    assert refused.value.reason.code == "has_role"


def test_leave_and_stay(client, login, frozen_clock, work_off, alice):
    login(client, alice)
    before = {column.key: getattr(alice, column.key) for column in Account.__table__.columns}
    answer = client.post("/settings/account/closing", data={"password": PASSWORD})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/settings/account")
    assert (fresh(alice).state, fresh(alice).closes_at - clock.now() > timedelta(days=6, hours=23)) == ("closing", True)
    for path in ("/", "/compose", "/messages", f"/u/{alice.id}"):
        answer = client.get(path)
        assert (answer.status_code, answer.headers["Location"]) == (302, "/settings/account"), path
    assert client.post("/posts", data={"text": "还在"}, headers={"X-Fragment": "1"}).status_code == 403
    page = client.get("/settings/account", headers={"Accept-Language": "zh-CN"}).get_data(as_text=True)
    assert "你正在离开" in page
    assert client.delete("/settings/account/closing").status_code == 303
    assert {column.key: getattr(fresh(alice), column.key) for column in Account.__table__.columns} == before
    assert client.get("/").status_code == 200
    frozen_clock.forward(days=8)
    work_off()
    assert fresh(alice).state == "active"


def test_the_week_begins_anew_with_a_new_wish(frozen_clock, work_off, alice):
    operations.ask_to_close(by=alice, password=PASSWORD, has_proof=True, now=clock.now())
    work_off()
    frozen_clock.forward(days=3)
    alice = fresh(alice)
    assert operations.stay(by=alice, now=clock.now())
    assert not operations.stay(by=alice, now=clock.now())
    operations.ask_to_close(by=alice, password=PASSWORD, has_proof=True, now=clock.now())
    frozen_clock.forward(days=5)  # eight days after the first wish
    work_off()
    assert fresh(alice).state == "closing"
    frozen_clock.forward(days=2, minutes=1)
    work_off()
    assert fresh(alice).state == "closed"


def test_nobody_is_closed_before_the_time(frozen_clock, alice):
    closes_at = operations.ask_to_close(by=alice, password=PASSWORD, has_proof=True, now=clock.now())
    assert not operations.close(alice.id, now=closes_at - timedelta(seconds=1))
    assert operations.close(alice.id, now=closes_at)
    assert operations.close(alice.id, now=closes_at)


def test_a_banned_person_can_leave_and_stays_banned_when_she_stays(alice):
    operations.ban(alice, now=clock.now())
    operations.ask_to_close(by=alice, password=PASSWORD, has_proof=True, now=clock.now())
    assert fresh(alice).state == "banned"
    operations.stay(by=fresh(alice), now=clock.now())
    assert fresh(alice).state == "banned"
    operations.ask_to_close(by=fresh(alice), password=PASSWORD, has_proof=True, now=clock.now())
    operations.unban(fresh(alice), now=clock.now())
    assert fresh(alice).state == "closing"


def test_a_closed_account_is_opened_by_nothing(client, alice):
    closes_at = operations.ask_to_close(by=alice, password=PASSWORD, has_proof=True, now=clock.now())
    operations.close(alice.id, now=closes_at)
    row = fresh(alice)
    for name in (row.handle, row.nickname, row.email, "alice"):
        for password in (PASSWORD, "", "!", "nobody's password"):
            answer = client.post("/login", data={"identifier": name, "password": password})
            assert answer.status_code == 422
    assert queries.who_is("alice") is None
