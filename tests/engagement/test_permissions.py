"""Who may comment: the author chooses, and may choose anew at any time; a sentence stands where the box would be."""

import pytest

from app.engagement import operations
from app.kernel import clock
from app.kernel.errors import Refusal
from app.posts import operations as posts
from app.posts import rules

SENTENCES = {"fans": "粉丝", "followed": "仅TA关注的人可评论", "none": "博主已关闭评论"}


@pytest.fixture
def relations(alice, bob, carol, mod, make_follow):
    """Alice is Bob's fan, Carol is followed by him, the moderator is nothing to him."""
    make_follow(by=alice, of=bob)
    make_follow(by=bob, of=carol)
    return {"fan": alice, "followed": carol, "nobody": mod, "author": bob}


@pytest.mark.parametrize(
    ("commenters", "allowed"),
    [
        ("all", {"fan", "followed", "nobody", "author"}),
        ("fans", {"fan", "author"}),
        ("followed", {"followed", "author"}),
        ("none", {"author"}),
    ],
)
class TestEveryChoice:
    def test_the_act(self, bob, relations, make_post, say, commenters, allowed):
        post = make_post(by=bob, commenters=commenters)
        for relation, person in relations.items():
            if relation in allowed:
                say(post, person)
            else:
                with pytest.raises(operations.NotCommentable) as refusal:
                    say(post, person)
                assert refusal.value.reason.code.startswith("comments_")
        assert post.comment_count == len(allowed)

    def test_the_words_of_a_repost(self, bob, relations, make_post, commenters, allowed):
        for relation, person in relations.items():
            post = make_post(by=bob, commenters=commenters)
            act = {"by": person, "text": "看", "now": clock.now(), "comment_on": [post.id]}
            if relation in allowed:
                posts.repost(post, **act)
            else:
                with pytest.raises(Refusal):
                    posts.repost(post, **act)
                assert post.repost_count == 0

    def test_the_box_and_the_sentence(self, app, login, bob, relations, make_post, commenters, allowed):
        post = make_post(by=bob, commenters=commenters)
        for relation, person in relations.items():
            page = login(app.test_client(), person).get(f"/posts/{post.id}").text
            assert ('data-kind="comment"' in page) is (relation in allowed), relation
            assert (relation in allowed) or SENTENCES[commenters] in page, relation


def test_the_choice_counts_from_the_moment_it_is_made(alice, bob, make_post, say):
    post = make_post(by=bob)
    say(post, alice)
    posts.set_permissions(post, by=bob, reposters="all", commenters="none", approves_comments=False)
    with pytest.raises(operations.NotCommentable) as refusal:
        say(post, alice)
    assert refusal.value.reason is rules.COMMENTS_CLOSED


def test_what_was_written_under_a_key_is_answered_although_comments_are_closed_by_now(alice, bob, make_post, say):
    post = make_post(by=bob)
    first = say(post, alice, client_key="k1")
    posts.set_permissions(post, by=bob, reposters="all", commenters="none", approves_comments=False)
    assert say(post, alice, client_key="k1") is first
    posts.delete(post, by=bob, now=clock.now())
    assert say(post, alice, client_key="k1") is first


def test_someone_logged_out_is_told_when_comments_are_closed(client, bob, make_post):
    assert "博主已关闭评论" in client.get(f"/posts/{make_post(by=bob, commenters='none').id}").text
    assert "登录后发表评论" in client.get(f"/posts/{make_post(by=bob, commenters='fans').id}").text


def test_likes_and_answers_of_the_author_stay_possible(alice, bob, make_post, say):
    post = make_post(by=bob)
    comment = say(post, alice)
    posts.set_permissions(post, by=bob, reposters="all", commenters="none", approves_comments=False)
    operations.like_comment(comment, by=alice, now=clock.now())
    say(post, bob, reply_to=comment)
    assert (comment.like_count, comment.reply_count) == (1, 1)
