"""What people write goes through the screen before it is out: refused, replaced, held, marked."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from app.accounts import operations as accounts
from app.engagement import operations as engagement
from app.engagement.models import Comment
from app.kernel.database import db
from app.media import queries as media
from app.messages import operations as messages
from app.messages.models import Message
from app.posts import operations as posts
from app.posts.models import OptionWriting, PollWriting, Post, Writing
from app.posts.queries import images_of, post_by_key
from app.screening import operations, queries
from app.screening.models import ReviewItem

DAY = timedelta(days=1)


def count(model: Any) -> int:
    return db.session.scalar(select(func.count()).select_from(model)) or 0


class TestWords:
    def test_a_refused_word_is_named_as_it_was_typed(self, alice: Any, rule: Any, say: Any) -> None:
        rule("刷单", "refuse")
        with pytest.raises(operations.NotAllowed) as refused:
            say(alice, "来 刷 單 赚钱")
        assert refused.value.reason.about == "刷 單"
        assert "刷 單" in str(refused.value.reason)
        assert count(Post) == 0

    def test_a_word_is_replaced(self, alice: Any, rule: Any, say: Any) -> None:
        rule("加微信", "replace", replacement="＊＊")
        assert say(alice, "想要的加微信").text == "想要的＊＊"

    def test_what_is_to_be_reviewed_is_not_out(self, alice: Any, rule: Any, say: Any, held: Any) -> None:
        rule("代购", "review")
        item = held(lambda: say(alice, "日本代购", client_key="one"))
        assert count(Post) == 0
        assert (item.account_id, item.kind, item.state, item.words) == (alice.id, "post", "waiting", "日本代购")
        assert item.causes[0] == {"kind": "word", "name": "代购"}

    def test_the_same_request_is_held_once(self, alice: Any, rule: Any, say: Any, held: Any) -> None:
        rule("代购", "review")
        first = held(lambda: say(alice, "日本代购", client_key="one"))
        again = held(lambda: say(alice, "日本代购", client_key="one"))
        assert first.id == again.id
        assert count(ReviewItem) == 1

    def test_what_went_out_before_the_rule_is_answered_again(self, alice: Any, rule: Any, say: Any) -> None:
        post = say(alice, "日本代购", client_key="one")
        word = rule("代购", "review")
        assert say(alice, "日本代购", client_key="one").id == post.id
        operations.remove_rule(word, by=alice, now=post.created_at)
        rule("代购", "refuse")
        assert say(alice, "日本代购", client_key="one").id == post.id

    def test_what_is_marked_is_out_and_seen_by_a_reviewer(self, alice: Any, rule: Any, say: Any) -> None:
        rule("返利", "mark")
        post = say(alice, "返利")
        (item,) = queries.waiting_items()
        assert (item.is_out, item.subject_kind, item.subject_id) == (True, "post", post.id)

    def test_the_strictest_counts(self, alice: Any, rule: Any, say: Any, held: Any) -> None:
        rule("返利", "mark")
        rule("代购", "review")
        assert not held(lambda: say(alice, "代购返利")).is_out
        rule("假货", "refuse")
        with pytest.raises(operations.NotAllowed):
            say(alice, "代购返利假货")

    def test_hits_are_counted_though_the_act_is_refused(self, alice: Any, rule: Any, say: Any) -> None:
        word = rule("假货", "refuse")
        with pytest.raises(operations.NotAllowed):
            say(alice, "假货")
        db.session.refresh(word)
        assert word.hit_count == 1


class TestEveryPlace:
    @pytest.mark.parametrize("place", ["post", "fold", "alt", "poll", "card"])
    def test_of_a_post(self, alice: Any, rule: Any, say: Any, held: Any, make_image: Any, make_product: Any,
                       place: str) -> None:  # fmt: skip
        rule("代购", "review")
        image = make_image(by=alice)
        values: dict[str, dict[str, Any]] = {
            "post": {"text": "代购"},
            "fold": {"is_folded": True, "fold_note": "代购"},
            "alt": {"image_ids": [image.id], "alts": {image.id: "代购"}},
            "poll": {"poll": PollWriting([OptionWriting("代购"), OptionWriting("不")])},
            "card": {"product_ids": [make_product("代购手冲壶").id]},
        }
        assert held(lambda: say(alice, **values[place])).kind == "post"
        assert count(Post) == 0

    def test_of_a_repost(self, alice: Any, bob: Any, rule: Any, held: Any, make_post: Any, frozen_clock: Any) -> None:
        rule("代购", "review")
        post = make_post(by=bob)
        item = held(lambda: posts.repost(post, by=alice, text="代购", now=frozen_clock(), comment_on=[post.id]))
        assert (item.kind, item.payload["comment_on"], count(Comment)) == ("repost", [post.id], 0)

    def test_words_that_only_comments_may_not_hold(
        self, alice: Any, bob: Any, rule: Any, held: Any, make_post: Any, frozen_clock: Any
    ) -> None:
        rule("代购", "review", scopes=["comment"])
        post = make_post(by=bob)
        posts.repost(post, by=alice, text="代购", now=frozen_clock())
        held(lambda: posts.repost(post, by=alice, text="代购", now=frozen_clock(), comment_on=[post.id]))

    def test_of_a_comment(self, alice: Any, bob: Any, rule: Any, held: Any, make_post: Any, frozen_clock: Any) -> None:
        rule("代购", "review")
        post = make_post(by=bob)
        item = held(lambda: engagement.comment(post, by=alice, text="代购", now=frozen_clock(), also_repost=True))
        assert (item.kind, count(Comment), count(Post)) == ("comment", 0, 1)

    def test_of_an_edit(self, alice: Any, rule: Any, say: Any, held: Any, frozen_clock: Any) -> None:
        post = say(alice, "好茶")
        rule("代购", "review")
        first = held(lambda: posts.edit(post, by=alice, text="代购好茶", now=frozen_clock()))
        second = held(lambda: posts.edit(post, by=alice, text="代购新茶", now=frozen_clock()))
        assert (post.text, first.id == second.id, count(ReviewItem)) == ("好茶", False, 1)
        assert second.payload["text"] == "代购新茶"

    def test_of_a_message(self, alice: Any, bob: Any, rule: Any, held: Any, frozen_clock: Any) -> None:
        rule("代购", "review")
        item = held(lambda: messages.send(bob, by=alice, text="代购", now=frozen_clock()))
        assert (item.kind, count(Message), item.score) == ("message", 0, 0)

    def test_of_a_profile(self, alice: Any, rule: Any, held: Any, frozen_clock: Any) -> None:
        rule("代购", "review")
        before = alice.nickname
        item = held(lambda: accounts.edit_profile(by=alice, nickname=before, bio="日本代购", now=frozen_clock()))
        assert (item.kind, item.payload["bio"], alice.bio == "日本代购") == ("profile", "日本代购", False)

    def test_a_refused_word_in_a_nickname(self, alice: Any, rule: Any, frozen_clock: Any) -> None:
        rule("客服", "refuse")
        with pytest.raises(accounts.NotEdited) as refused:
            accounts.edit_profile(by=alice, nickname="官方客服", bio="", now=frozen_clock())
        assert set(refused.value.problems) == {"nickname"}

    @pytest.mark.parametrize("action", ["refuse", "review", "replace"])
    def test_who_signs_up_cannot_wait(self, rule: Any, frozen_clock: Any, action: str) -> None:
        rule("客服", action)
        with pytest.raises(accounts.NotOpened) as refused:
            accounts.open_account(
                handle="mingming",
                nickname="茶山客服",
                email="a@example.com",
                password="good words 1",
                now=frozen_clock(),
            )
        assert set(refused.value.problems) == {"nickname"}

    def test_of_a_draft(self, alice: Any, rule: Any, held: Any, frozen_clock: Any, make_image: Any) -> None:
        rule("代购", "review")
        image = make_image(by=alice)
        writing = Writing(text="代购", image_ids=[image.id])
        draft = posts.keep_draft(writing, by=alice, now=frozen_clock(), client_key="one")
        item = held(lambda: posts.publish_draft(draft, by=alice, now=frozen_clock()))
        assert item.client_key == "one"
        db.session.refresh(image)
        assert (image.guard, image.attached_to, image.attached_at) == ("draft", item.id, None)
        assert media.orphans(frozen_clock.forward(days=3)) == []

    def test_of_a_plan(self, alice: Any, mod: Any, rule: Any, frozen_clock: Any, work_off: Any) -> None:
        at = frozen_clock() + timedelta(hours=1)
        posts.keep_draft(Writing(text="代购"), by=alice, now=frozen_clock(), client_key="one", publish_at=at)
        rule("代购", "review")
        frozen_clock.forward(hours=2)
        work_off()
        (item,) = queries.waiting_items()
        assert (item.client_key, count(Post)) == ("one", 0)
        operations.release(item, by=mod, now=frozen_clock())
        assert count(Post) == 1

    def test_a_plan_that_cannot_go_out_is_refused_at_once(self, alice: Any, rule: Any, frozen_clock: Any) -> None:
        rule("假货", "refuse")
        at = frozen_clock() + timedelta(hours=1)
        with pytest.raises(operations.NotAllowed):
            posts.keep_draft(Writing(text="假货"), by=alice, now=frozen_clock(), client_key="one", publish_at=at)


class TestFiles:
    def test_pictures_of_what_waits_stay_private(
        self, alice: Any, bob: Any, rule: Any, say: Any, held: Any, make_image: Any, frozen_clock: Any
    ) -> None:
        rule("代购", "review")
        image = make_image(by=alice)
        item = held(lambda: say(alice, "代购", image_ids=[image.id], client_key="one"))
        db.session.refresh(image)
        assert media.orphans(frozen_clock.forward(days=3)) == []
        assert media.may_see(image, alice)
        assert not media.may_see(image, bob)
        operations.release(item, by=bob, now=frozen_clock())
        post = post_by_key(alice, "one")
        assert post is not None
        assert [row.image_id for row in images_of([post.id])[post.id]] == [image.id]

    def test_what_is_taken_back_keeps_none(
        self, alice: Any, rule: Any, say: Any, held: Any, make_image: Any, frozen_clock: Any
    ) -> None:
        rule("代购", "review")
        image = make_image(by=alice)
        item = held(lambda: say(alice, "代购", image_ids=[image.id]))
        operations.withdraw(item, by=alice, now=frozen_clock())
        assert (item.state, item.payload, item.words) == ("withdrawn", {}, "")
        assert [one.id for one in media.orphans(frozen_clock.forward(days=3))] == [image.id]
