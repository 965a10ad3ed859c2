"""Views: what a reader sees of posts, roots, chains; and what it costs."""

import pytest

from app.kernel.text import weight
from app.kernel.transactions import add, operation
from app.posts import operations, presenters
from app.posts.models import OptionWriting, PollWriting
from app.posts.presenters.folding import folded
from app.posts.presenters.segments import segments
from app.relationships import operations as relationships
from app.relationships.models import GroupMember


def text_of(runs):
    return "".join(run.text for run in runs)


class TestSegments:
    def test_every_kind(self, alice, bob, publish):
        post = publish(alice, "你好 @bob #早 餐#\n[doge] 看 https://www.shop.example/a?b=1。")
        view = presenters.post_view(post, viewer=None)
        assert [(run.kind, run.text, run.url) for run in view.head] == [
            ("text", "你好 ", ""),
            ("mention", "@bob", f"/u/{bob.id}"),
            ("text", " ", ""),
            ("topic", "#早 餐#", "/topic/%E6%97%A9%20%E9%A4%90"),
            ("break", "\n", ""),
            ("emoticon", "[doge]", ""),
            ("text", " 看 ", ""),
            ("link", "shop.example/a?b=1", "https://www.shop.example/a?b=1"),
            ("text", "。", ""),
        ]
        assert view.head[5].emoji == "🐶"

    def test_offsets_count_code_points(self, alice, bob, publish):
        view = presenters.post_view(publish(alice, "👨‍👩‍👧𠮷 @bob 👍🏽"), viewer=None)
        assert [run.text for run in view.head] == ["👨‍👩‍👧𠮷 ", "@bob", " 👍🏽"]


class TestFolding:
    def test_140_stay_whole(self, alice, publish):
        view = presenters.post_view(publish(alice, "字" * 140), viewer=None)
        assert (len(view.head), view.rest) == (1, [])

    def test_head_and_rest_are_the_whole(self, alice, publish):
        text = "字" * 130 + " https://shop.example/very/long " + "尾" * 50
        view = presenters.post_view(publish(alice, text), viewer=None)
        assert weight(text_of(view.head)) <= 140
        assert view.rest[0].kind == "link"
        assert text_of(view.head + view.rest) == text.replace("https://", "")
        assert presenters.post_view(publish(alice, text), viewer=None, full=True).rest == []

    def test_a_token_is_never_cut(self, alice, bob, publish):
        view = presenters.post_view(publish(alice, "字" * 139 + "@bob 你看"), viewer=None)
        assert text_of(view.head) == "字" * 139
        assert view.rest[0].kind == "mention"

    @pytest.mark.parametrize("tail", ["👨‍👩‍👧", "🇨🇳", "👍🏽", "e\u0301"])
    def test_composed_characters_stay_together(self, tail):
        for before in range(130, 141):
            head, rest = folded(segments("字" * before + tail + "尾" * 20, []))
            assert text_of(head + rest) == "字" * before + tail + "尾" * 20
            assert tail in text_of(head) or tail in text_of(rest)

    def test_words_stay_together_but_a_wall_is_cut(self):
        head, _rest = folded(segments("字" * 138 + "kettle and more " + "尾" * 9, []))
        assert text_of(head) == "字" * 138
        head, _rest = folded(segments("a" * 400, []))
        assert len(text_of(head)) == 280


class TestReposts:
    def test_shows_root_label_cards_and_chain(self, alice, bob, carol, publish, repost, make_product, make_image):
        image = make_image(by=alice)
        root = publish(alice, "壶", product_ids=[make_product().id], image_ids=[image.id], alts={image.id: "一把壶"})
        second = repost(repost(root, bob, "看 @carol"), carol)
        view = presenters.post_view(second, viewer=alice)
        assert (view.label, text_of(view.head), view.cards, view.images) == ("ad", "转发微博", [], [])
        assert (view.root.label, len(view.root.cards), view.root.images[0].alt) == ("ad", 1, "一把壶")
        assert [(link.author.nickname, text_of(link.segments)) for link in view.chain] == [("鲍勃大V", "看 @carol")]
        assert view.root.cards[0].leave_url.startswith("/r/")
        assert view.marks.can_repost
        assert not view.marks.can_delete

    def test_a_deleted_root_leaves_its_sentence_and_the_words(self, alice, bob, publish, repost, frozen_clock):
        root = publish(alice, "壶")
        post = repost(root, bob, "好壶")
        operations.delete(root, by=alice, now=frozen_clock())
        view = presenters.post_view(post, viewer=bob)
        assert text_of(view.head) == "好壶"
        assert (view.root.is_deleted, view.root.author) == (True, None)
        assert view.root.tombstone == "抱歉，此微博已被作者删除。"
        assert not view.marks.can_repost

    def test_staff_and_invisible_have_sentences_of_their_own(
        self, alice, bob, mod, enemy, publish, repost, frozen_clock
    ):
        removed, theirs = publish(alice), publish(enemy)
        first, second = repost(removed, bob), repost(theirs, bob)
        operations.take_down(removed, by=mod, now=frozen_clock())
        sentences = [view.root.tombstone for view in presenters.post_views([first, second], viewer=alice)]
        assert sentences == ["抱歉，此微博因违反社区规定已被移除。", "你暂时没有权限查看此微博。"]
        assert presenters.post_view(theirs, viewer=alice).is_deleted

    def test_words_of_the_blocked_and_the_deleted_vanish_from_chains(
        self, alice, bob, carol, enemy, publish, repost, frozen_clock
    ):
        root = publish(bob)
        hidden = repost(root, enemy, "hidden words")
        gone = repost(hidden, carol, "gone words")
        last = repost(gone, bob, "last")
        operations.delete(gone, by=carol, now=frozen_clock())
        view = presenters.post_view(last, viewer=alice)
        assert [link.author for link in view.chain] == [None, None]
        assert [link.tombstone for link in view.chain] == ["这段话已被删除。", "这段话对你不可见。"]
        assert "words" not in repr(view)
        assert presenters.post_view(last, viewer=bob).chain[1].author.handle == "enemy"

    def test_long_chains_lose_their_oldest_words_on_feeds(self, alice, bob, publish, repost):
        post = publish(alice)
        for number in range(5):
            post = repost(post, bob, f"{number}" + "字" * 49)
        view = presenters.post_view(post, viewer=alice)
        assert [text_of(link.segments)[0] for link in view.chain] == ["3", "2"]
        assert view.chain_is_trimmed
        view = presenters.post_view(post, viewer=alice, full=True)
        assert (len(view.chain), view.chain_is_trimmed) == (4, False)


class TestMarks:
    def test_what_one_may_do(self, alice, bob, mod, publish):
        post, private = publish(alice), publish(alice, audience="self")
        own, secret = presenters.post_views([post, private], viewer=alice)
        assert (own.marks.is_own, own.marks.can_delete, own.marks.can_repost) == (True, True, True)
        assert (secret.marks.can_repost, secret.audience_label) == (False, "仅自己可见")
        for other in (bob, mod):
            assert not presenters.post_view(post, viewer=other).marks.can_delete
        assert not presenters.post_view(post, viewer=None).marks.can_comment

    def test_what_authors_have_chosen_shows_at_the_buttons(
        self, alice, bob, carol, publish, repost, make_follow, budget
    ):
        make_follow(by=bob, of=alice)
        make_follow(by=carol, of=alice)
        make_follow(by=alice, of=carol)
        root = publish(alice, reposters="mutuals", commenters="fans")
        quoted = repost(root, carol, "看")
        closed = publish(alice, reposters="none", commenters="none")
        with budget(3):
            to_bob = presenters.post_views([root, quoted, closed], viewer=bob)
        marks = [(view.marks.can_repost, view.marks.can_comment) for view in to_bob]
        assert marks == [(False, True), (False, True), (False, False)]
        assert str(to_bob[0].marks.no_repost) == "博主设置了仅互关好友可转发。"
        assert str(to_bob[2].marks.no_comment) == "博主已关闭评论。"
        to_carol = presenters.post_views([root, quoted], viewer=carol)
        assert [view.marks.can_repost for view in to_carol] == [True, True]
        to_alice = presenters.post_view(closed, viewer=alice)
        assert (to_alice.marks.can_repost, to_alice.marks.can_comment, to_alice.marks.no_repost) == (True, True, None)

    def test_what_only_its_author_may_do(self, alice, bob, mod, publish, repost):
        post = publish(alice)
        own = presenters.post_view(post, viewer=alice).marks
        assert (own.can_edit, own.can_pin, own.can_narrow) == (True, True, True)
        for reader in (bob, mod, None):
            marks = presenters.post_view(post, viewer=reader).marks
            assert (marks.can_edit, marks.can_pin, marks.can_narrow) == (False, False, False)
        assert not presenters.post_view(publish(alice, audience="self"), viewer=alice).marks.can_narrow


class TestSigns:
    def test_of_what_one_should_know_before_reading(self, alice, bob, publish, frozen_clock):
        post = publish(alice, is_folded=True, fold_note="剧透", is_ai_made=True)
        operations.pin(post, by=alice, now=frozen_clock())
        view = presenters.post_view(post, viewer=bob)
        assert (view.is_folded, view.fold_note, view.is_ai_made, view.is_pinned) == (True, "剧透", True, True)
        assert (view.is_edited, view.version, view.root_changed, view.poll, view.video) == (False, 1, False, None, None)

    def test_a_root_that_was_edited_after_the_repost(self, alice, bob, publish, repost, frozen_clock):
        root = publish(alice)
        early = repost(root, bob, "早")
        operations.edit(root, by=alice, text="改过了", now=frozen_clock())
        late = repost(root, bob, "晚")
        views = presenters.post_views([early, late], viewer=bob)
        assert [(view.root_changed, view.root.is_edited) for view in views] == [(True, True), (False, True)]

    def test_the_group_is_named_to_its_owner_alone(self, alice, bob, publish, frozen_clock):
        group = relationships.create_group("密友", by=alice, now=frozen_clock())
        post = publish(alice, audience="group", group_id=group.id)
        view = presenters.own_new_view(post, viewer=alice)
        assert (view.group_name, view.audience_label) == ("密友", "部分好友可见")
        make_member(group, bob, frozen_clock())
        assert "密友" not in repr(presenters.post_view(post, viewer=bob))

    def test_poll_and_video_come_with_the_root_of_a_repost(self, alice, bob, publish, repost, make_video):
        asked = publish(alice, poll=PollWriting([OptionWriting("一"), OptionWriting("二")]))
        filmed = publish(alice, video_id=make_video(by=alice).id)
        first, second = presenters.post_views([repost(asked, bob), repost(filmed, bob)], viewer=bob)
        assert ([option.text for option in first.root.poll.options], first.poll) == (["一", "二"], None)
        assert (second.root.video.url.startswith("/media/"), second.video) == (True, None)


@operation
def make_member(group, account, at):
    add(GroupMember(group_id=group.id, account_id=account.id, created_at=at))


def test_a_rich_page_costs_three_statements_and_a_fourth_with_polls(
    unscored, alice, bob, carol, publish, repost, make_product, make_image, budget, make_follow
):
    make_follow(by=alice, of=bob)
    posts = []
    for number in range(10):
        images = [make_image(by=bob).id for _ in range(3)]
        root = publish(bob, f"#话题{number}# @carol https://shop.example/{number}", image_ids=images,
                       product_ids=[make_product().id, make_product().id])  # fmt: skip
        posts += [root, repost(repost(root, carol, "一"), bob, "二")]
    with budget(3):
        views = presenters.post_views(posts, viewer=alice)
    assert len(views) == 20
    asked = [publish(bob, poll=PollWriting([OptionWriting("一"), OptionWriting("二")])) for _ in range(2)]
    with budget(4):
        assert all(view.poll for view in presenters.post_views([*asked, *posts], viewer=alice)[:2])
    assert all(view.root.images and view.root.cards and view.chain for view in views[1::2])
    with budget(0):
        assert presenters.post_views([], viewer=alice) == []
