"""Letting out and refusing what waits: once, under the author's name, with news for her."""

import functools
from typing import Any

import pytest
from sqlalchemy import func, select

from app.accounts import operations as accounts
from app.engagement import operations as engagement
from app.engagement.models import Comment
from app.kernel import audit
from app.kernel.database import db
from app.messages import operations as messages
from app.messages.models import Message
from app.notifications.models import Notice
from app.posts import operations as posts
from app.posts.events import PostPublished, PostReposted
from app.posts.models import Draft, Post
from app.screening import operations, queries
from app.screening.events import ItemRefused, ItemReleased


@pytest.fixture(autouse=True)
def word(rule: Any) -> None:
    rule("代购", "review")


def count(model: Any) -> int:
    return db.session.scalar(select(func.count()).select_from(model)) or 0


def codes(account: Any) -> list[str]:
    mine = select(Notice.code).where(Notice.account_id == account.id, Notice.kind == "system").order_by(Notice.id)
    return list(db.session.scalars(mine))


class TestOnesOwn:
    def test_no_reviewer_lets_out_or_refuses_what_is_her_own(
        self, mod: Any, second_mod: Any, say: Any, held: Any, frozen_clock: Any
    ) -> None:
        item = held(lambda: say(mod, "代购"))
        for act in (operations.release, functools.partial(operations.refuse, reason="")):
            with pytest.raises(operations.NotReviewable) as refused:
                act(item, by=mod, now=frozen_clock())
            assert refused.value.reason.code == "about_yourself"
        assert (item.state, count(Post)) == ("waiting", 0)
        operations.release(item, by=second_mod, now=frozen_clock())
        assert (item.state, count(Post)) == ("released", 1)


class TestLettingOut:
    def test_a_post(self, alice: Any, mod: Any, say: Any, held: Any, announced: list[Any], frozen_clock: Any,
                    work_off: Any) -> None:  # fmt: skip
        item = held(lambda: say(alice, "代购", client_key="one"))
        frozen_clock.forward(hours=2)
        operations.release(item, by=mod, now=frozen_clock())
        post = db.session.get_one(Post, item.result_id)
        assert (post.author_id, post.text, post.client_key) == (alice.id, "代购", "one")
        assert post.created_at > item.created_at
        assert PostPublished(post.id, alice.id) in announced
        assert (item.state, item.decided_by) == ("released", mod.id)
        assert say(alice, "代购", client_key="one").id == post.id
        work_off()
        assert codes(alice) == ["item_released"]
        row = db.session.scalars(select(audit.AuditRow)).all()[-1]
        assert (row.act, row.actor_id, row.subject_id) == ("review.release", mod.id, item.id)

    def test_a_repost_with_its_comment(self, alice: Any, bob: Any, mod: Any, held: Any, make_post: Any,
                                       announced: list[Any], frozen_clock: Any) -> None:  # fmt: skip
        post = make_post(by=bob)
        item = held(lambda: posts.repost(post, by=alice, text="代购", now=frozen_clock(), comment_on=[post.id]))
        operations.release(item, by=mod, now=frozen_clock())
        assert any(isinstance(event, PostReposted) for event in announced)
        assert (post.repost_count, post.comment_count) == (1, 1)

    def test_a_comment_that_is_a_reply_and_a_repost(self, alice: Any, bob: Any, mod: Any, held: Any, make_post: Any,
                                                    frozen_clock: Any) -> None:  # fmt: skip
        post = make_post(by=bob)
        first = engagement.comment(post, by=bob, text="好", now=frozen_clock())
        item = held(
            lambda: engagement.comment(
                post, by=alice, text="代购", now=frozen_clock(), reply_to=first, also_repost=True
            )
        )
        operations.release(item, by=mod, now=frozen_clock())
        written = db.session.get_one(Comment, item.result_id)
        assert (written.reply_to_id, written.author_id, post.repost_count) == (first.id, alice.id, 1)

    def test_a_message(self, alice: Any, bob: Any, mod: Any, held: Any, frozen_clock: Any) -> None:
        item = held(lambda: messages.send(bob, by=alice, text="代购", now=frozen_clock()))
        operations.release(item, by=mod, now=frozen_clock())
        assert db.session.get_one(Message, item.result_id).text == "代购"

    def test_an_edit(self, alice: Any, mod: Any, say: Any, held: Any, frozen_clock: Any) -> None:
        post = say(alice, "好茶")
        item = held(lambda: posts.edit(post, by=alice, text="代购好茶", now=frozen_clock()))
        operations.release(item, by=mod, now=frozen_clock())
        assert (post.text, post.version) == ("代购好茶", 2)

    def test_a_profile(self, alice: Any, mod: Any, held: Any, frozen_clock: Any) -> None:
        item = held(lambda: accounts.edit_profile(by=alice, nickname="代购丽丝", bio="新", now=frozen_clock()))
        operations.release(item, by=mod, now=frozen_clock())
        db.session.refresh(alice)
        assert (alice.nickname, alice.bio) == ("代购丽丝", "新")

    def test_what_cannot_be_done_any_more_says_why(self, alice: Any, bob: Any, mod: Any, held: Any, make_post: Any,
                                                   frozen_clock: Any, work_off: Any) -> None:  # fmt: skip
        post = make_post(by=bob)
        item = held(lambda: engagement.comment(post, by=alice, text="代购", now=frozen_clock()))
        posts.delete(post, by=bob, now=frozen_clock())
        operations.release(item, by=mod, now=frozen_clock())
        assert (item.state, count(Comment)) == ("failed", 0)
        assert item.reason
        work_off()
        assert codes(alice) == ["item_failed"]

    def test_a_repost_of_what_is_gone(self, alice: Any, bob: Any, mod: Any, held: Any, make_post: Any,
                                      frozen_clock: Any) -> None:  # fmt: skip
        post = make_post(by=bob)
        item = held(lambda: posts.repost(post, by=alice, text="代购", now=frozen_clock()))
        posts.delete(post, by=bob, now=frozen_clock())
        operations.release(item, by=mod, now=frozen_clock())
        assert (item.state, item.reason != "") == ("failed", True)

    def test_clearing_what_was_marked_tells_nobody(self, alice: Any, mod: Any, rule: Any, say: Any,
                                                   announced: list[Any], frozen_clock: Any) -> None:  # fmt: skip
        rule("返利", "mark")
        say(alice, "返利")
        (item,) = queries.waiting_items()
        operations.release(item, by=mod, now=frozen_clock())
        assert item.state == "released"
        assert not any(isinstance(event, ItemReleased) for event in announced)


class TestRefusing:
    def test_its_author_reads_the_reason(self, alice: Any, mod: Any, say: Any, held: Any, announced: list[Any],
                                         frozen_clock: Any, work_off: Any) -> None:  # fmt: skip
        item = held(lambda: say(alice, "代购"))
        operations.refuse(item, by=mod, reason="没有标明广告", now=frozen_clock())
        assert (item.state, item.reason, count(Post)) == ("refused", "没有标明广告", 0)
        assert ItemRefused(item.id, alice.id) in announced
        work_off()
        assert codes(alice) == ["item_refused"]

    def test_it_goes_back_into_the_composer(self, alice: Any, mod: Any, say: Any, held: Any, make_image: Any,
                                            frozen_clock: Any) -> None:  # fmt: skip
        image = make_image(by=alice)
        item = held(lambda: say(alice, "代购", image_ids=[image.id]))
        operations.refuse(item, by=mod, reason="没有标明广告", now=frozen_clock())
        draft = posts.reopen(item, by=alice, now=frozen_clock())
        db.session.refresh(image)
        assert (draft.content["text"], image.attached_to, item.state) == ("代购", draft.id, "withdrawn")
        with pytest.raises(posts.NotKept):
            posts.reopen(item, by=alice, now=frozen_clock())
        assert count(Draft) == 1

    def test_only_its_author_takes_it_back(self, alice: Any, bob: Any, say: Any, held: Any, frozen_clock: Any) -> None:
        item = held(lambda: say(alice, "代购"))
        with pytest.raises(operations.NotReviewable):
            operations.withdraw(item, by=bob, now=frozen_clock())


class TestOnce:
    def test_the_second_reviewer_hears_that_it_is_decided(self, alice: Any, mod: Any, second_mod: Any, say: Any,
                                                          held: Any, frozen_clock: Any) -> None:  # fmt: skip
        item = held(lambda: say(alice, "代购"))
        operations.release(item, by=mod, now=frozen_clock())
        with pytest.raises(operations.NotReviewable):
            operations.refuse(item, by=second_mod, reason="不行", now=frozen_clock())
        assert (item.state, item.decided_by, count(Post)) == ("released", mod.id, 1)

    def test_what_was_taken_back_is_not_let_out(self, alice: Any, mod: Any, say: Any, held: Any,
                                                frozen_clock: Any) -> None:  # fmt: skip
        item = held(lambda: say(alice, "代购"))
        operations.withdraw(item, by=alice, now=frozen_clock())
        with pytest.raises(operations.NotReviewable):
            operations.release(item, by=mod, now=frozen_clock())

    def test_decided_ones_lose_their_words_after_a_month(self, alice: Any, mod: Any, say: Any, held: Any,
                                                         frozen_clock: Any) -> None:  # fmt: skip
        item = held(lambda: say(alice, "代购"))
        operations.refuse(item, by=mod, reason="不行", now=frozen_clock())
        operations.forget_old(frozen_clock.forward(days=29))
        assert item.words
        operations.forget_old(frozen_clock.forward(days=2))
        assert (item.words, item.payload, item.state) == ("", {}, "refused")
