"""Follow, block, mute: as often as one likes, counted once."""

import pytest

from app.kernel import clock
from app.kernel.database import db
from app.relationships import operations, queries, rules
from app.relationships.events import (
    AccountBlocked,
    AccountFollowed,
    AccountMuted,
    AccountUnblocked,
    AccountUnfollowed,
    AccountUnmuted,
)


def _counts(account):
    db.session.refresh(account)
    return account.following_count, account.follower_count


def test_follow_once_and_again(app, alice, bob, announced):
    operations.follow(bob, by=alice, now=clock.now())
    operations.follow(bob, by=alice, now=clock.now())
    assert queries.is_following(alice.id, bob.id)
    assert not queries.is_following(bob.id, alice.id)
    assert (_counts(alice), _counts(bob)) == ((1, 0), (0, 1))
    assert announced == [AccountFollowed(alice.id, bob.id)]


def test_unfollow_once_and_again(app, alice, bob, make_follow, announced):
    make_follow(by=alice, of=bob)
    operations.unfollow(bob, by=alice, now=clock.now())
    operations.unfollow(bob, by=alice, now=clock.now())
    assert (_counts(alice), _counts(bob)) == ((0, 0), (0, 0))
    assert announced == [AccountUnfollowed(alice.id, bob.id)]


def test_remove_a_fan(app, alice, bob, make_follow, announced):
    make_follow(by=bob, of=alice)
    operations.remove_fan(bob, by=alice, now=clock.now())
    operations.remove_fan(bob, by=alice, now=clock.now())
    assert not queries.is_following(bob.id, alice.id)
    assert (_counts(alice), _counts(bob)) == ((0, 0), (0, 0))
    assert announced == [AccountUnfollowed(bob.id, alice.id)]
    operations.follow(alice, by=bob, now=clock.now())
    assert queries.is_following(bob.id, alice.id)


@pytest.mark.parametrize(("name", "code"), [("alice", "oneself"), ("enemy", "is_blocked"), ("foe", "has_blocked")])
def test_follows_refused(app, alice, enemy, make_account, make_block, announced, name, code):
    foe = make_account(handle="foe")
    make_block(by=alice, of=foe)
    with pytest.raises(operations.NotFollowable) as refusal:
        operations.follow({"alice": alice, "enemy": enemy, "foe": foe}[name], by=alice, now=clock.now())
    assert refusal.value.reason.code == code
    assert _counts(alice) == (0, 0)
    assert announced == []


def test_nobody_follows_without_end(app, bob, make_account):
    keen = make_account(following_count=rules.FOLLOWS_MAX)
    with pytest.raises(operations.NotFollowable) as refusal:
        operations.follow(bob, by=keen, now=clock.now())
    assert refusal.value.reason.code == "too_many_follows"


def test_a_block_ends_follows_both_ways(app, alice, bob, make_follow, announced):
    make_follow(by=alice, of=bob)
    make_follow(by=bob, of=alice)
    operations.block(bob, by=alice, now=clock.now())
    operations.block(bob, by=alice, now=clock.now())
    assert queries.blocks_between(alice.id, bob.id)
    assert queries.blocks_between(bob.id, alice.id)
    assert (_counts(alice), _counts(bob)) == ((0, 0), (0, 0))
    assert announced == [
        AccountUnfollowed(alice.id, bob.id),
        AccountUnfollowed(bob.id, alice.id),
        AccountBlocked(alice.id, bob.id),
    ]


def test_unblock_once_and_again(app, alice, bob, make_block, announced):
    make_block(by=alice, of=bob)
    operations.unblock(bob, by=alice, now=clock.now())
    operations.unblock(bob, by=alice, now=clock.now())
    assert not queries.blocks_between(alice.id, bob.id)
    assert announced == [AccountUnblocked(alice.id, bob.id)]


def test_nobody_lifts_the_block_of_another(app, alice, enemy):
    operations.unblock(enemy, by=alice, now=clock.now())
    assert queries.blocks_between(alice.id, enemy.id)


def test_both_may_block(app, alice, enemy):
    operations.block(enemy, by=alice, now=clock.now())
    operations.unblock(enemy, by=alice, now=clock.now())
    assert queries.blocks_between(alice.id, enemy.id)


def test_mute_is_for_the_muter_alone_and_said_once(app, alice, bob, announced):
    operations.mute(bob, by=alice, now=clock.now())
    operations.mute(bob, by=alice, now=clock.now())
    assert list(db.session.scalars(queries.muted_by(alice.id))) == [bob.id]
    assert list(db.session.scalars(queries.muted_by(bob.id))) == []
    operations.unmute(bob, by=alice, now=clock.now())
    operations.unmute(bob, by=alice, now=clock.now())
    assert list(db.session.scalars(queries.muted_by(alice.id))) == []
    assert announced == [AccountMuted(alice.id, bob.id), AccountUnmuted(alice.id, bob.id)]


def test_oneself_is_neither_blocked_nor_muted(app, alice):
    with pytest.raises(operations.NotBlockable):
        operations.block(alice, by=alice, now=clock.now())
    with pytest.raises(operations.NotMutable):
        operations.mute(alice, by=alice, now=clock.now())
