"""特别关注 and 不看TA的转发: small choices that nobody else learns of."""

import pytest

from app.kernel import clock
from app.kernel.database import db
from app.relationships import operations, presenters, queries
from app.relationships.events import RepostsMuted, RepostsUnmuted


def specials(viewer):
    return list(db.session.scalars(queries.specials_of(viewer.id)))


def test_special_once_and_again(alice, bob, carol, make_follow):
    make_follow(by=alice, of=bob)
    make_follow(by=alice, of=carol)
    for _ in range(2):
        operations.mark_special(bob, by=alice)
    assert specials(alice) == [bob.id]
    assert specials(bob) == []
    assert presenters.relation_view(alice, bob).is_special
    assert not presenters.relation_view(bob, alice).is_special
    for _ in range(2):
        operations.unmark_special(bob, by=alice)
    assert specials(alice) == []


def test_only_followed_people_are_special(alice, bob):
    with pytest.raises(operations.NotFollowable) as refusal:
        operations.mark_special(bob, by=alice)
    assert refusal.value.reason.code == "not_following"


def test_whoever_is_followed_anew_is_not_special_any_more(alice, bob, make_follow):
    make_follow(by=alice, of=bob)
    operations.mark_special(bob, by=alice)
    operations.unfollow(bob, by=alice, now=clock.now())
    operations.follow(bob, by=alice, now=clock.now())
    assert specials(alice) == []


def test_reposts_are_muted_once_and_for_the_muter_alone(alice, bob, announced):
    for _ in range(2):
        operations.mute_reposts(bob, by=alice, now=clock.now())
    assert list(db.session.scalars(queries.reposts_muted_by(alice.id))) == [bob.id]
    assert list(db.session.scalars(queries.reposts_muted_by(bob.id))) == []
    assert presenters.relation_view(alice, bob).mutes_reposts
    for _ in range(2):
        operations.unmute_reposts(bob, by=alice)
    assert announced == [RepostsMuted(alice.id, bob.id), RepostsUnmuted(alice.id, bob.id)]


def test_oneself_is_not_muted(alice):
    with pytest.raises(operations.NotMutable):
        operations.mute_reposts(alice, by=alice, now=clock.now())


@pytest.mark.parametrize("kind", list(queries.SHUT_OUT))
def test_lists_of_those_shut_out_come_in_pages(alice, make_account, kind, budget):
    act = {"muted": operations.mute, "reposts": operations.mute_reposts, "blocked": operations.block}[kind]
    others = [make_account() for _ in range(25)]
    for other in others:
        act(other, by=alice, now=clock.now())
    with budget(1):
        first = queries.shut_out_page(alice, kind, before=None)
    second = queries.shut_out_page(alice, kind, before=int(first.next_cursor))
    assert [account.id for account in [*first.items, *second.items]] == [other.id for other in others[::-1]]
    assert second.next_cursor is None


def test_followed_people_by_name(alice, bob, carol, make_follow):
    make_follow(by=alice, of=bob)
    assert queries.followed_named("鲍", by=alice, limit=5) == [bob]
    assert queries.followed_named("bo", by=alice, limit=5) == [bob]
    assert queries.followed_named("卡", by=alice, limit=5) == []
