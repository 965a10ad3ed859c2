"""May I follow, block, mute?"""

from app.relationships import rules


def _code(reason):
    return reason.code if reason else None


def test_follow(app, alice, bob, make_account):
    assert rules.why_not_follow(bob, alice, blocks=False, is_blocked=False) is None
    assert _code(rules.why_not_follow(alice, alice, blocks=False, is_blocked=False)) == "oneself"
    assert _code(rules.why_not_follow(bob, alice, blocks=True, is_blocked=True)) == "has_blocked"
    assert _code(rules.why_not_follow(bob, alice, blocks=False, is_blocked=True)) == "is_blocked"
    keen = make_account(following_count=rules.FOLLOWS_MAX)
    assert _code(rules.why_not_follow(bob, keen, blocks=False, is_blocked=False)) == "too_many_follows"


def test_block_and_mute(app, alice, bob):
    assert rules.why_not_block(bob, alice) is None
    assert rules.why_not_mute(bob, alice) is None
    assert _code(rules.why_not_block(alice, alice)) == "oneself"
    assert _code(rules.why_not_mute(alice, alice)) == "oneself"
