"""Staff takes a comment down: counters exact both ways, words and picture kept until appeals are over."""

import pytest

from app.engagement import operations, queries
from app.engagement.events import CommentDeleted, CommentRestored
from app.kernel import clock
from app.kernel.database import db
from app.media.models import Image


@pytest.fixture(autouse=True)
def counters_agree(app, frozen_clock):
    yield
    assert queries.miscounts() == []


@pytest.fixture
def root(bob, make_post, frozen_clock):
    return make_post(by=bob)


def write(post, by, text="不该说的话", **values):
    return operations.comment(post, by=by, text=text, now=clock.now(), **values)


def test_hidden_from_all_and_put_back_as_it_was(alice, bob, carol, mod, root, announced):
    head = write(root, alice)
    reply = write(root, carol, "就是", reply_to=head)
    for comment in (reply, head):
        assert operations.take_down_comment(comment, by=mod, now=clock.now())
        assert not operations.take_down_comment(comment, by=mod, now=clock.now())
    assert (root.comment_count, head.reply_count, head.text) == (0, 0, "不该说的话")
    for person in (alice, bob, mod, None):
        assert queries.comment_or_none(head.id, viewer=person) is None
    for comment in (head, reply):
        assert operations.put_back_comment(comment, by=mod, now=clock.now())
        assert not operations.put_back_comment(comment, by=mod, now=clock.now())
    assert (root.comment_count, head.reply_count) == (2, 1)
    assert queries.comment_or_none(head.id, viewer=None).text == "不该说的话"
    assert announced.count(CommentDeleted(head.id, root.id)) == announced.count(CommentRestored(head.id, root.id)) == 1


def test_what_waited_for_the_author_waits_again(alice, bob, mod, make_post, frozen_clock):
    post = make_post(by=bob, approves_comments=True)
    comment = write(post, alice)
    operations.take_down_comment(comment, by=mod, now=clock.now())
    operations.put_back_comment(comment, by=mod, now=clock.now())
    assert (post.comment_count, comment.is_approved) == (0, False)


def test_wiped_when_nobody_can_appeal_any_more(alice, mod, root, make_image, work_off, frozen_clock):
    comment = write(root, alice, image_id=make_image(by=alice).id)
    operations.take_down_comment(comment, by=mod, now=clock.now())
    work_off()
    frozen_clock.forward(days=59)
    work_off()
    assert (comment.text, db.session.query(Image).count()) == ("不该说的话", 1)
    frozen_clock.forward(days=2)
    work_off()
    db.session.expire_all()
    assert (comment.text, comment.purged_at is not None, db.session.query(Image).count()) == ("", True, 0)
    assert not operations.put_back_comment(comment, by=mod, now=clock.now())


def test_put_back_and_taken_down_anew_it_is_kept_anew(alice, mod, root, work_off, frozen_clock):
    comment = write(root, alice)
    operations.take_down_comment(comment, by=mod, now=clock.now())
    work_off()
    frozen_clock.forward(days=40)
    operations.put_back_comment(comment, by=mod, now=clock.now())
    operations.take_down_comment(comment, by=mod, now=clock.now())
    frozen_clock.forward(days=40)
    work_off()
    assert comment.text == "不该说的话"
