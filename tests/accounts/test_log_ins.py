"""The log of log-ins: what is noted, what is shown, and when it is forgotten."""

from datetime import timedelta

import pytest

from app.accounts import operations, presenters, queries, rules
from app.accounts.models import LogIn
from app.kernel.database import db
from tests.support import makers

CHROME = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36"
)


def outcomes(account):
    return [row.outcome for row in queries.log_ins_of(account, 50)]


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.0.113.77", "203.0.113.0/24"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1::/48"),
        ("::ffff:203.0.113.77", "203.0.113.0/24"),
        ("fe80::1%eth0", "fe80::/48"),
        ("", ""),
        ("unix:", ""),
    ],
)
def test_networks(address, network):
    assert rules.network_of(address) == network


@pytest.mark.parametrize(
    ("said", "name"),
    [
        (CHROME, "Chrome 130 · Windows"),
        (
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
                "Version/17.5 Mobile/15E148 Safari/604.1"
            ),
            "Safari 17 · iPhone",
        ),
        (
            (
                "Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile "
                "Safari/537.36 EdgA/126.0.0.0"
            ),
            "Edge 126 · Android",
        ),
        (
            (
                "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/116.0 Mobile Safari/537.36 MMWEBID/1 "
                "MicroMessenger/8.0.47"
            ),
            "WeChat 8 · Android",
        ),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:131.0) Gecko/20100101 Firefox/131.0", "Firefox 131 · Linux"),
        ("curl/8.5.0", "curl 8"),
        ("", ""),
        ("x" * 5000, ""),
    ],
)
def test_browsers(said, name):
    assert rules.browser_of(said) == name


def test_each_attempt_is_noted_with_where_it_came_from(client, alice):
    where = {"environ_base": {"REMOTE_ADDR": "203.0.113.9"}, "headers": {"User-Agent": CHROME}}
    client.post("/login", data={"identifier": "alice", "password": "wrong horse"}, **where)
    client.post("/login", data={"identifier": "alice", "password": makers.PASSWORD}, **where)
    assert outcomes(alice) == ["password", "wrong"]
    last = queries.log_ins_of(alice, 1)[0]
    assert (last.address, last.network, last.browser) == ("203.0.113.9", "203.0.113.0/24", "Chrome 130 · Windows")


def test_a_sign_up_is_noted(client):
    fields = {"handle": "xiaoming", "nickname": "小明", "email": "xm@example.com", "password": "correct horse"}
    client.post("/register", data=fields)
    assert outcomes(queries.who_is("xiaoming")) == ["signed_up"]


def test_unknown_names_are_nobodys_log_in(client, alice):
    client.post("/login", data={"identifier": "nobody", "password": "x"})
    assert db.session.query(LogIn).count() == 0


def test_neighbours_are_those_who_came_in(alice, bob, carol, frozen_clock):
    for account, outcome, address in [
        (alice, "signed_up", "203.0.113.1"), (bob, "password", "203.0.113.2"), (carol, "wrong", "203.0.113.3"),
    ]:  # fmt: skip
        operations.note_log_in(account, outcome=outcome, address=address, browser="", now=frozen_clock())
    assert queries.accounts_on_network("203.0.113.0/24") == [bob, alice]
    assert queries.accounts_on_network("") == []


def test_a_half_year_later_it_is_forgotten(alice, frozen_clock):
    operations.note_log_in(alice, outcome="password", address="203.0.113.1", browser="", now=frozen_clock())
    frozen_clock.forward(days=179)
    operations.note_log_in(alice, outcome="wrong", address="203.0.113.1", browser="", now=frozen_clock())
    operations.forget_log_ins(frozen_clock())
    assert outcomes(alice) == ["wrong", "password"]
    frozen_clock.forward(days=2)
    assert operations.forget_log_ins(frozen_clock()) == 1
    assert outcomes(alice) == ["wrong"]


def test_password_and_second_factor_are_shown_as_one_log_in(alice, frozen_clock):
    note = {"address": "203.0.113.1", "browser": CHROME}
    operations.note_log_in(alice, outcome="password", now=frozen_clock(), **note)
    frozen_clock.forward(hours=1)
    makers.make_second_factor(of=alice)
    for outcome in ("password", "second_wrong", "second_factor", "password"):
        operations.note_log_in(alice, outcome=outcome, now=frozen_clock() + timedelta(seconds=5), **note)
    shown = [(view.word, view.is_odd) for view in presenters.log_in_views(alice)]
    assert shown == [
        ("密码正确，但未通过第二重验证", True),
        ("登录成功（第二重验证）", False),
        ("第二重验证错误", True),
        ("登录成功", False),
    ]
