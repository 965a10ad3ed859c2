"""Finding accounts."""

import pytest
from werkzeug.exceptions import NotFound

from app.accounts import queries
from app.kernel.database import db


def test_by_id(app, alice, bob):
    assert queries.account_or_404(alice.id) is alice
    assert queries.account_or_none(17) is None
    assert queries.account_or_none(2**70) is None
    assert queries.accounts_by_ids([bob.id, 17, bob.id]) == {bob.id: bob}
    with pytest.raises(NotFound):
        queries.account_or_404(17)


def test_many_ids_are_one_statement(app, alice, bob, budget):
    with budget(1):
        queries.accounts_by_ids([alice.id, bob.id])
    with budget(0):
        assert queries.accounts_by_ids([]) == {}


def test_by_name_whatever_the_case(app, alice, make_account):
    named = make_account(handle="tea", nickname="TeaLover")
    assert queries.accounts_named(["TEALOVER", "爱丽丝", "Alice", "nobody"]) == {
        "tealover": named,
        "爱丽丝": alice,
        "alice": alice,
    }


def test_a_handle_comes_before_a_nickname(app, make_account):
    owner = make_account(handle="river", nickname="大河")
    make_account(handle="other", nickname="river")
    assert queries.accounts_named(["river"]) == {"river": owner}


def test_prefixes_are_literal(app, make_account):
    wanted = make_account(handle="a_tea", nickname="甲_茶")
    make_account(handle="abtea", nickname="甲乙茶")
    assert queries.accounts_like("a_", 5) == [wanted]
    assert queries.accounts_like("甲_", 5) == [wanted]
    assert queries.accounts_like("%", 5) == []


def test_prefixes_give_the_most_read_first(app, make_account):
    small = make_account(nickname="茶客一", follower_count=1)
    large = make_account(nickname="茶客二", follower_count=9)
    assert queries.accounts_like("茶客", 5) == [large, small]
    assert queries.accounts_like("茶客", 1) == [large]


def test_names_with_a_part_put_the_very_name_first(app, make_account):
    inner = make_account(nickname="老茶客", follower_count=50)
    exact = make_account(nickname="茶客", follower_count=0)
    start = make_account(nickname="茶客二", follower_count=9)
    assert list(db.session.scalars(queries.named_with("茶客"))) == [exact, start, inner]


@pytest.mark.parametrize("typed", ["alice", " @Alice ", "爱丽丝", "ALICE@example.com", "ＡＬＩＣＥ"])
def test_who_is_meant_at_log_in(app, alice, typed):
    assert queries.who_is(typed) is alice


def test_nobody_is_meant(app, alice):
    assert queries.who_is("nobody") is None
    assert queries.who_is("nobody@example.com") is None
    assert queries.who_is("") is None


def test_a_session_lasts_as_long_as_its_epoch(app, alice):
    assert queries.session_owner(alice.get_id()) is alice
    for forged in (f"{alice.id}.1", f"{alice.id}", f"{alice.id}.", "x.0", "", "9" * 30 + ".0", "²³.0"):
        assert queries.session_owner(forged) is None


def test_handles_and_nicknames_are_one_space(app, alice):
    assert queries.names_taken(handle="爱丽丝", nickname="ALICE", email="alice@example.com").keys() == {
        "handle",
        "nickname",
        "email",
    }
    assert queries.names_taken(handle="alice", nickname="爱丽丝", beside=alice.id) == {}
    assert queries.names_taken(handle="free", nickname="自由", email="free@example.com") == {}
