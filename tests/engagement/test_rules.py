"""What a comment may say, and who may do what under a post."""

import pytest

from app.engagement import rules
from app.engagement.models import Comment


@pytest.mark.parametrize("text", ["", "  ", "\n\t"])
def test_a_comment_needs_words(text):
    assert rules.why_not_say(text) is rules.EMPTY


@pytest.mark.parametrize("text", ["字" * 140, "a" * 280, "https://shop.example/" + "x" * 200 + " " + "字" * 129])
def test_a_comment_of_140_characters_is_welcome(text):
    assert rules.why_not_say(text) is None


def test_the_sentence_says_how_much_is_too_much(app):
    reason = rules.why_not_say("字" * 143)
    assert reason.code == "too_long"
    assert "3" in str(reason)


def test_a_deletion_goes_before_a_block_and_a_block_before_the_audience():
    assert rules.why_not_engage(is_deleted=True, is_blocked=True, is_visible=False) is rules.POST_DELETED
    assert rules.why_not_engage(is_deleted=False, is_blocked=True, is_visible=False) is rules.BLOCKED
    assert rules.why_not_engage(is_deleted=False, is_blocked=False, is_visible=False) is rules.POST_INVISIBLE
    assert rules.why_not_engage(is_deleted=False, is_blocked=False, is_visible=True) is None


def test_only_the_writer_and_the_posts_author_delete_a_comment(alice, bob, carol):
    comment = Comment(author_id=alice.id)
    assert rules.why_not_delete_comment(comment, post_author_id=bob.id, by=alice) is None
    assert rules.why_not_delete_comment(comment, post_author_id=bob.id, by=bob) is None
    assert rules.why_not_delete_comment(comment, post_author_id=bob.id, by=carol) is rules.NOT_YOURS
    assert rules.why_not_delete_comment(comment, post_author_id=bob.id, by=None) is rules.NOT_YOURS
