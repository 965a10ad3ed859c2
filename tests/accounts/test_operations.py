"""Signing up, logging in, editing."""

import pytest
from argon2 import PasswordHasher

from app.accounts import operations, queries
from app.accounts.events import AccountOpened, PasswordChanged
from app.accounts.operations import pictures
from app.kernel import clock
from app.kernel.database import db
from app.kernel.errors import Reason, Refusal


def _open(**changed):
    values = {"handle": "xiaoming", "nickname": "小明", "email": "xm@example.com", "password": "correct horse"}
    return operations.open_account(**values | changed, now=clock.now())


def test_sign_up(app, announced):
    account = _open(handle=" @XiaoMing ", email="XM@Example.com")
    assert (account.handle, account.nickname, account.email) == ("xiaoming", "小明", "xm@example.com")
    assert account.password_hash.startswith("$argon2id$")
    assert announced == [AccountOpened(account.id)]


def test_everything_wrong_is_said_at_once(app, alice, announced):
    with pytest.raises(operations.NotOpened) as refusal:
        _open(handle="a", nickname="爱丽丝", email="nonsense", password="12345678")
    assert {field: reason.code for field, reason in refusal.value.problems.items()} == {
        "handle": "handle_length",
        "nickname": "nickname_taken",
        "email": "email",
        "password": "password_common",
    }
    assert announced == []


def test_names_are_taken_whatever_their_case(app):
    _open(nickname="TeaLover")
    with pytest.raises(operations.NotOpened) as refusal:
        _open(nickname="tealOVER", handle="XIAOMING", email="Xm@example.com")
    assert refusal.value.problems.keys() == {"handle", "nickname", "email"}


def test_whoever_is_a_moment_later_hears_that_the_name_is_taken(app, alice, monkeypatch):
    answers = iter([{}])
    real = queries.names_taken
    monkeypatch.setattr(queries, "names_taken", lambda **names: next(answers, None) or real(**names))
    with pytest.raises(operations.NotOpened) as refusal:
        _open(handle="alice")
    assert refusal.value.problems["handle"].code == "handle_taken"


def test_log_in(app, alice):
    assert operations.log_in(alice, password="correct horse") is alice
    for account, password in ((alice, "wrong horse"), (alice, ""), (None, "correct horse"), (alice, "x" * 5000)):
        with pytest.raises(operations.NotLoggedIn):
            operations.log_in(account, password=password)


def test_an_unknown_name_costs_a_hash_too(app, monkeypatch):
    from app.accounts.operations import passwords

    hashed = []
    real = passwords._verified
    monkeypatch.setattr(passwords, "_verified", lambda *given: hashed.append(given) or real(*given))
    with pytest.raises(operations.NotLoggedIn):
        operations.log_in(None, password="nobody's password")
    assert len(hashed) == 1


def test_a_hash_of_another_cost_is_renewed(app, alice, monkeypatch):
    before = alice.password_hash
    operations.log_in(alice, password="correct horse")
    assert alice.password_hash == before
    monkeypatch.setitem(app.config, "PASSWORD_COST", (2, 16, 1))
    operations.log_in(alice, password="correct horse")
    assert "m=16,t=2,p=1" in alice.password_hash
    assert PasswordHasher().verify(alice.password_hash, "correct horse")
    assert alice.session_epoch == 0


def test_a_broken_hash_opens_nothing(app, make_account):
    account = make_account()
    account.password_hash = "nonsense"
    db.session.commit()
    with pytest.raises(operations.NotLoggedIn):
        operations.log_in(account, password="nonsense")


def test_a_new_password_ends_the_sessions(app, alice, announced):
    old_session = alice.get_id()
    operations.change_password(by=alice, current="correct horse", new="battery staple", now=clock.now())
    assert operations.log_in(alice, password="battery staple") is alice
    assert queries.session_owner(old_session) is None
    assert queries.session_owner(alice.get_id()) is alice
    assert announced == [PasswordChanged(alice.id)]


@pytest.mark.parametrize(
    ("current", "new", "field"),
    [("wrong horse", "battery staple", "current_password"), ("correct horse", "alice", "new_password")],
)
def test_a_new_password_is_refused(app, alice, announced, current, new, field):
    with pytest.raises(operations.NotChanged) as refusal:
        operations.change_password(by=alice, current=current, new=new, now=clock.now())
    assert refusal.value.field == field
    assert alice.session_epoch == 0
    assert announced == []


def test_profile(app, alice):
    operations.edit_profile(by=alice, nickname=" 爱丽丝儿 ", bio="喝茶\n看书", now=clock.now())
    assert (alice.nickname, alice.bio) == ("爱丽丝儿", "喝茶 看书")
    assert queries.accounts_named(["爱丽丝儿"]) == {"爱丽丝儿": alice}


def test_a_profile_is_refused_as_a_whole(app, alice, bob):
    with pytest.raises(operations.NotEdited) as refusal:
        operations.edit_profile(by=alice, nickname="鲍勃大v", bio="好" * 141, now=clock.now())
    assert refusal.value.problems.keys() == {"nickname", "bio"}
    assert alice.nickname == "爱丽丝"


def test_a_name_given_by_the_house_may_stay(app, make_account):
    official = make_account(nickname="种草官方")
    operations.edit_profile(by=official, nickname="种草官方", bio="公告", now=clock.now())
    assert official.bio == "公告"


def test_the_case_of_ones_own_name_may_change(app, make_account):
    account = make_account(nickname="tealover")
    operations.edit_profile(by=account, nickname="TeaLover", bio="", now=clock.now())
    assert account.nickname == "TeaLover"


class _Keeper:
    """Keeps anything but the empty picture."""

    def __init__(self):
        self.attached, self.left = [], []

    def store_image(self, content, *, by, now):
        if not content:
            raise Refusal(Reason("empty", "empty"))
        return type("Picture", (), {"key": f"aa/bb/{content.decode()}"})()

    def attach(self, images, *, now, guard, to):
        assert (guard, to) == ("", None)
        self.attached += [image.key for image in images]

    def let_go(self, key):
        self.left.append(key)


def test_pictures(app, alice, monkeypatch):
    keeper = _Keeper()
    monkeypatch.setattr(pictures, "_pictures", keeper)
    values = {"by": alice, "nickname": alice.nickname, "bio": "", "now": clock.now()}
    operations.edit_profile(**values, avatar=b"face", banner=b"hills")
    assert (alice.avatar_key, alice.banner_key) == ("aa/bb/face", "aa/bb/hills")
    assert keeper.attached == ["aa/bb/face", "aa/bb/hills"]
    operations.edit_profile(**values, avatar=b"smile")
    assert keeper.left == ["aa/bb/face"]
    with pytest.raises(operations.NotEdited) as refusal:
        operations.edit_profile(**values, avatar=b"")
    assert refusal.value.problems["avatar"].code == "empty"
    assert alice.avatar_key == "aa/bb/smile"


def test_preferences(app, alice):
    operations.choose(by=alice, language="en")
    operations.choose(by=alice, theme="dark")
    assert (alice.language, alice.theme) == ("en", "dark")
    operations.choose(by=alice, language="")
    assert (alice.language, alice.theme) == ("", "dark")
