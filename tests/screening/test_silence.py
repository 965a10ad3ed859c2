"""Who is silenced, and whose comments are reviewed."""

from datetime import timedelta
from typing import Any

import pytest

from app.accounts import operations as accounts
from app.engagement import operations as engagement
from app.messages import operations as messages
from app.posts import operations as posts
from app.screening import operations

DAY = timedelta(days=1)


class TestSilence:
    @pytest.fixture(autouse=True)
    def silenced(self, alice: Any, frozen_clock: Any) -> None:
        now = frozen_clock()
        operations.impose(
            "silenced", account_id=alice.id, code="spam", source="staff", by=None, now=now, ends_at=now + DAY
        )

    def test_nothing_can_be_said(self, alice: Any, bob: Any, say: Any, make_post: Any, frozen_clock: Any) -> None:
        post, own = make_post(by=bob), make_post(by=alice)
        acts = [
            lambda: say(alice),
            lambda: posts.repost(post, by=alice, text="", now=frozen_clock()),
            lambda: posts.edit(own, by=alice, text="别的", now=frozen_clock()),
            lambda: engagement.comment(post, by=alice, text="好", now=frozen_clock()),
            lambda: messages.send(bob, by=alice, text="你好", now=frozen_clock()),
        ]
        for act in acts:
            with pytest.raises(operations.NotAllowed) as refused:
                act()
            assert refused.value.reason.code == "silenced"
            assert refused.value.reason.more == "/account/status"
            assert "2026" in str(refused.value.reason)

    def test_a_name_stays_but_a_bio_may_change(self, alice: Any, frozen_clock: Any) -> None:
        with pytest.raises(accounts.NotEdited):
            accounts.edit_profile(by=alice, nickname="新名字", bio="", now=frozen_clock())
        assert accounts.edit_profile(by=alice, nickname=alice.nickname, bio="新", now=frozen_clock()).bio == "新"

    def test_friends_can_be_written_to(self, alice: Any, bob: Any, make_follow: Any, frozen_clock: Any) -> None:
        make_follow(by=bob, of=alice)
        assert messages.send(bob, by=alice, text="你好", now=frozen_clock()).id

    def test_it_ends_by_itself(self, alice: Any, say: Any, frozen_clock: Any) -> None:
        frozen_clock.forward(hours=25)
        assert say(alice).id


def test_comments_of_a_limited_account_wait(
    alice: Any, bob: Any, held: Any, say: Any, make_post: Any, frozen_clock: Any
) -> None:
    now = frozen_clock()
    operations.impose("review_comments", account_id=alice.id, code="spam", source="staff", by=None, now=now)
    post = make_post(by=bob)
    item = held(lambda: engagement.comment(post, by=alice, text="好", now=frozen_clock()))
    assert item.causes[0] == {"kind": "limit", "name": "review_comments"}
    held(lambda: posts.repost(post, by=alice, text="好", now=frozen_clock(), comment_on=[post.id]))
    assert say(alice).id
