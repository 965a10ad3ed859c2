"""Writing and deleting comments: two levels, exact counters, reasons."""

import pytest

from app.engagement import events, operations, rules
from app.engagement.models import Comment
from app.kernel import clock
from app.kernel.database import db
from app.posts import operations as posts
from app.posts.models import Post


@pytest.fixture
def post(bob, make_post):
    return make_post(by=bob)


def say(post, by, text="说得好", **values):
    return operations.comment(post, by=by, text=text, now=clock.now(), **values)


def refusal_of(post, by, text="说得好", **values):
    with pytest.raises(operations.NotCommentable) as refusal:
        say(post, by, text, **values)
    return refusal.value.reason


def test_a_comment_is_counted_and_announced(alice, post, announced):
    comment = say(post, alice, "  好看 @鲍勃大V [doge] \n")
    assert comment.text == "好看 @鲍勃大V [doge]"
    assert [(entity["kind"], entity.get("id")) for entity in comment.entities] == [
        ("mention", post.author_id), ("emoticon", None),
    ]  # fmt: skip
    assert post.comment_count == 1
    assert announced == [events.PostCommented(comment.id, post.id, alice.id, None)]


def test_replies_go_into_the_thread_whichever_comment_they_answer(alice, bob, carol, post, announced):
    head = say(post, alice)
    first = say(post, bob, reply_to=head)
    second = say(post, carol, reply_to=first)
    assert [first.thread_id, second.thread_id] == [head.id, head.id]
    assert (second.reply_to_id, head.reply_count, post.comment_count) == (first.id, 2, 3)
    assert announced[-1] == events.PostCommented(second.id, post.id, carol.id, first.id)


class TestRefusals:
    def test_words(self, alice, post):
        assert refusal_of(post, alice, " \n") is rules.EMPTY
        assert refusal_of(post, alice, "字" * 141).code == "too_long"
        assert post.comment_count == 0

    def test_a_deleted_post(self, alice, bob, post):
        posts.delete(post, by=bob, now=clock.now())
        assert refusal_of(post, alice) is rules.POST_DELETED

    def test_a_post_for_others(self, alice, bob, make_post):
        assert refusal_of(make_post(by=bob, audience="self"), alice) is rules.POST_INVISIBLE

    def test_the_post_of_someone_who_has_blocked_one(self, alice, enemy, make_post):
        assert refusal_of(make_post(by=enemy), alice) is rules.BLOCKED

    def test_a_reply_across_a_block(self, alice, enemy, post):
        comment = say(post, enemy)
        assert refusal_of(post, alice, reply_to=comment) is rules.BLOCKED

    def test_a_reply_to_a_deleted_comment_or_one_of_another_post(self, alice, bob, carol, post, make_post):
        comment = say(post, carol)
        assert refusal_of(make_post(by=bob), alice, reply_to=comment) is rules.OTHER_POST
        operations.delete_comment(comment, by=carol, now=clock.now())
        assert refusal_of(post, alice, reply_to=comment) is rules.COMMENT_DELETED

    def test_more_names_than_a_post_may_hold(self, alice, post, make_account):
        names = [make_account(nickname=f"友{number}").nickname for number in range(21)]
        assert refusal_of(post, alice, " ".join(f"@{name}" for name in names)).code == "too_many_mentions"


class TestSentTwice:
    def test_the_same_key_answers_the_first_comment(self, alice, post):
        first = say(post, alice, client_key="k1", also_repost=True)
        again = say(post, alice, client_key="k1", also_repost=True)
        assert again.id == first.id
        assert (post.comment_count, post.repost_count) == (1, 1)


class TestAlsoRepost:
    def test_the_same_words_are_passed_on(self, alice, post):
        comment = say(post, alice, "都来看", also_repost=True)
        repost = db.session.query(Post).filter_by(author_id=alice.id).one()
        assert (repost.parent_id, repost.text, comment.text) == (post.id, "都来看", "都来看")
        assert (post.comment_count, post.repost_count) == (1, 1)

    def test_both_or_neither(self, alice, bob, make_post, make_follow):
        make_follow(by=alice, of=bob)
        post = make_post(by=bob, audience="fans")
        with pytest.raises(posts.NotRepostable):
            say(post, alice, also_repost=True)
        assert db.session.query(Comment).count() == 0
        db.session.refresh(post)
        assert post.comment_count == 0


class TestCommentAlongside:
    def test_words_of_a_repost_become_comments_on_parent_and_root(self, alice, bob, carol, post):
        middle = posts.repost(post, by=carol, text="好", now=clock.now())
        repost = posts.repost(middle, by=alice, text="真好", now=clock.now(), comment_on=[middle.id, post.id])
        written = db.session.query(Comment).filter_by(author_id=alice.id).all()
        assert {(comment.post_id, comment.text) for comment in written} == {(middle.id, "真好"), (post.id, "真好")}
        assert (middle.comment_count, post.comment_count, repost.comment_count) == (1, 1, 0)

    def test_a_bare_repost_comments_without_words_of_its_own(self, alice, post):
        posts.repost(post, by=alice, text="", now=clock.now(), comment_on=[post.id])
        assert db.session.query(Comment).one().text == ""

    def test_a_repost_without_ticks_is_no_comment(self, alice, post):
        posts.repost(post, by=alice, text="好", now=clock.now())
        assert db.session.query(Comment).count() == 0

    def test_what_cannot_be_commented_on_stops_the_whole_act(self, alice, bob, post):
        posts.set_permissions(post, by=bob, reposters="all", commenters="none", approves_comments=False)
        with pytest.raises(posts.NotRepostable):
            posts.repost(post, by=alice, text="好", now=clock.now(), comment_on=[post.id])
        assert db.session.query(Post).filter_by(author_id=alice.id).count() == 0


class TestDeleting:
    def test_a_comment_without_replies_is_gone_and_no_longer_counted(self, alice, post, announced):
        comment = say(post, alice, "说错了")
        operations.delete_comment(comment, by=alice, now=clock.now())
        operations.delete_comment(comment, by=alice, now=clock.now())
        assert post.comment_count == 0
        assert (comment.text, comment.entities) == ("", [])
        assert announced[1:] == [events.CommentDeleted(comment.id, post.id)]

    def test_replies_stay_counted_under_a_deleted_head(self, alice, bob, carol, post):
        head = say(post, alice)
        reply = say(post, carol, reply_to=head)
        operations.delete_comment(head, by=bob, now=clock.now())
        assert (post.comment_count, head.reply_count) == (1, 1)
        operations.delete_comment(reply, by=carol, now=clock.now())
        assert (post.comment_count, head.reply_count) == (0, 0)

    def test_others_may_not(self, alice, carol, post):
        comment = say(post, alice)
        with pytest.raises(operations.CommentNotDeletable):
            operations.delete_comment(comment, by=carol, now=clock.now())
