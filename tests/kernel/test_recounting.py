"""`flask recount` looks at the counters of all domains."""

import pytest

from app.kernel import clock
from app.kernel.transactions import bump, operation
from app.messages import operations as messages
from app.messages import queries


def recount(app):
    return app.test_cli_runner().invoke(args=["recount"])


def test_all_is_well_on_an_empty_site(app, alice):
    assert recount(app).exit_code == 0


@pytest.mark.parametrize("column", ["repost_count", "comment_count", "like_count"])
def test_a_wrong_counter_is_named_and_the_command_fails(app, alice, make_post, column):
    post = make_post(by=alice)

    @operation
    def spoil():
        bump(alice, "post_count")
        bump(post, column, 2)

    spoil()
    result = recount(app)
    assert result.exit_code == 1
    assert result.output == f"posts.{column} of {post.id}: 2, should be 0\n1 counters differ\n"


def test_fans_are_counted_too(app, alice):
    @operation
    def spoil():
        bump(alice, "follower_count")

    spoil()
    assert "accounts.follower_count" in recount(app).output


def test_unread_messages_are_counted_too(app, alice, bob):
    message = messages.send(bob, by=alice, text="在吗", now=clock.now())

    @operation
    def spoil():
        queries.between(bob, alice.id).own.unread_count = 4

    spoil()
    counter = f"participants.unread_count of {message.conversation_id}: 4, should be 1"
    assert counter in recount(app).output
