"""置顶: one comment stands above all others, in both orders, as the author of the post wants it."""

import functools

import pytest

from app.accounts.models import Account
from app.engagement import operations, presenters, queries, rules
from app.engagement.models import Comment
from app.kernel import clock
from app.kernel.database import db
from tests.support import makers
from tests.support.threads import at_once, committed

JSON = {"X-Fragment": "1", "Accept": "application/json"}


@pytest.fixture
def post(bob, make_post, frozen_clock):
    return make_post(by=bob)


def pin(comment, by):
    operations.pin_comment(comment, by=by, now=clock.now())


def test_it_leads_both_orders_and_is_on_no_other_page(alice, bob, post, say):
    comments = [say(post, alice, f"第{number}条") for number in range(30)]
    operations.like_comment(comments[5], by=bob, now=clock.now())
    pin(comments[2], bob)
    for sort in ("hot", "new"):
        first = presenters.comment_page(post, viewer=alice, sort=sort)
        assert (first.comments[0].id, first.comments[0].is_pinned) == (str(comments[2].id), True)
        assert len(first.comments) == 20
        rest = presenters.comment_page(post, viewer=alice, sort=sort, before=first.next_cursor)
        shown = [view.id for view in [*first.comments, *rest.comments]]
        assert sorted(shown) == sorted(str(comment.id) for comment in comments)


def test_another_takes_its_place(alice, bob, post, say):
    first, second = say(post, alice), say(post, alice)
    pin(first, bob)
    pin(second, bob)
    db.session.refresh(first)
    assert (first.pinned_at, second.pinned_at is None) == (None, False)
    operations.unpin_comment(second, by=bob)
    operations.unpin_comment(second, by=bob)
    assert queries.new_threads(post, viewer=None, before=None).items == [second, first]


def test_one_for_which_somebody_came_stands_above_it(alice, bob, post, say):
    pinned, wanted = say(post, alice), say(post, alice)
    pin(pinned, bob)
    page = presenters.comment_page(post, viewer=alice, first=wanted)
    assert [view.id for view in page.comments] == [str(wanted.id), str(pinned.id)]


def test_a_deleted_one_gives_the_place_free(alice, bob, post, say):
    comment = say(post, alice)
    pin(comment, bob)
    operations.delete_comment(comment, by=alice, now=clock.now())
    assert comment.pinned_at is None
    assert queries.hot_threads(post, viewer=None, before=None).items == []


def test_people_across_a_block_do_not_meet_it(alice, bob, enemy, post, say):
    comment = say(post, enemy)
    pin(comment, bob)
    assert queries.hot_threads(post, viewer=alice, before=None).items == []
    assert queries.hot_threads(post, viewer=None, before=None).items == [comment]


class TestRefusals:
    def why_not(self, comment, by):
        with pytest.raises(operations.NotCuratable) as refusal:
            pin(comment, by)
        return refusal.value.reason

    def test_others_than_the_author(self, alice, mod, post, say):
        comment = say(post, alice)
        assert self.why_not(comment, alice) is self.why_not(comment, mod) is rules.NOT_YOUR_POST

    def test_replies_deleted_ones_and_what_waits(self, alice, bob, post, curated, say):
        head = say(post, alice)
        assert self.why_not(say(post, alice, reply_to=head), bob) is rules.NOT_A_THREAD
        assert self.why_not(say(curated, alice), bob) is rules.STILL_WAITING
        operations.delete_comment(head, by=alice, now=clock.now())
        assert self.why_not(head, bob) is rules.COMMENT_DELETED


class TestDoors:
    def test_on_and_off(self, client, login, alice, bob, post, say):
        comment = say(post, alice)
        login(client, bob)
        assert client.post(f"/comments/{comment.id}/pin", headers=JSON).json == {"id": str(comment.id), "pinned": True}
        assert "取消置顶" in client.get(f"/posts/{post.id}").text
        answer = client.post(f"/comments/{comment.id}/pin?_method=DELETE")
        assert (answer.status_code, answer.location) == (303, f"/posts/{post.id}#comments")
        assert comment.pinned_at is None

    def test_others_are_refused(self, client, login, alice, post, say):
        comment = say(post, alice)
        answer = login(client, alice).post(f"/comments/{comment.id}/pin", headers=JSON)
        assert (answer.status_code, answer.json["error"]["code"]) == (403, "not_your_post")


@pytest.mark.real_commits
def test_ten_pins_at_once_leave_one(app):
    with committed(app):
        author = makers.make_account()
        post = makers.make_post(by=author)
        ids = [
            operations.comment(post, by=makers.make_account(), text="好", now=clock.now()).id for _number in range(10)
        ]
        author_id = author.id

        def one(comment_id):
            pin(db.session.get(Comment, comment_id), db.session.get(Account, author_id))

        assert at_once(app, [functools.partial(one, comment_id) for comment_id in ids]) == [None] * 10
        db.session.rollback()
        assert db.session.query(Comment).filter(Comment.pinned_at.is_not(None)).count() == 1
