"""Who hears of comments, through the site's own wiring: bells and open pages alike."""

import pytest

from app.engagement import operations
from app.kernel import clock
from app.kernel.realtime import socketio
from app.notifications import queries as notifications
from app.posts import operations as posts

SAID = ("comment:new", "comment:waiting", "comment:deleted")


@pytest.fixture
def told(work_off):
    """The kinds and comments of all notices of an account."""

    def tell(account):
        work_off()
        notices = notifications.notices_of(account, kind=None, before=None).items
        return [(notice.kind, notice.comment_id) for notice in notices]

    return tell


@pytest.fixture
def open_page(app, login):
    """An open thread of someone; `heard(page)` answers what it was told about comments."""
    pages = []

    def open_it(post, account=None):
        client = app.test_client()
        page = socketio.test_client(app, flask_test_client=login(client, account) if account else client)
        page.emit("thread:watch", {"id": str(post.id)})
        pages.append(page)
        return page

    yield open_it
    for page in pages:
        page.disconnect()


def heard(page):
    return [(one["name"], one["args"][0]["id"]) for one in page.get_received() if one["name"] in SAID]


class TestNotices:
    def test_while_a_comment_waits_the_author_alone_hears_of_it(self, alice, bob, carol, curated, say, told):
        comment = say(curated, alice, "@卡萝 快来")
        assert told(bob) == [("comment", comment.id)]
        assert told(carol) == []

    def test_who_is_answered_or_named_hears_once_it_is_chosen(self, alice, bob, carol, mod, curated, say, told):
        head = say(curated, carol)
        operations.approve(curated, [head.id], by=bob)
        reply = say(curated, alice, "@小管家 也看看", reply_to=head)
        assert told(carol) == [("system", None)]  # that hers was chosen
        assert told(mod) == []
        operations.approve(curated, [reply.id], by=bob)
        assert told(carol) == [("comment", reply.id), ("system", None)]
        assert told(mod) == [("mention", reply.id)]
        assert told(bob).count(("comment", reply.id)) == 1

    def test_the_writer_hears_that_she_was_chosen_once_a_post(self, alice, bob, curated, say, told):
        comments = [say(curated, alice) for _again in range(2)]
        for comment in comments:
            operations.approve(curated, [comment.id], by=bob)
        assert told(alice) == [("system", None)]

    def test_who_may_not_see_the_post_does_not_hear_of_an_answer(self, alice, bob, carol, make_post, say, told):
        post = make_post(by=bob)
        head = say(post, carol)
        posts.narrow(post, by=bob, audience="self")
        reply = say(post, bob, "现在只有我看得见", reply_to=head)
        assert told(carol) == []
        assert reply.is_approved


class TestOpenPages:
    def test_what_waits_is_told_to_the_author_alone(self, alice, bob, carol, curated, say, open_page, work_off):
        author, other, guest = open_page(curated, bob), open_page(curated, carol), open_page(curated)
        comment = say(curated, alice)
        work_off()
        assert heard(author) == [("comment:waiting", str(comment.id))]
        assert heard(other) == heard(guest) == []

    def test_everyone_hears_of_it_once_it_is_chosen(self, alice, bob, curated, say, open_page, work_off):
        comment = say(curated, alice)
        work_off()
        guest = open_page(curated)
        operations.approve(curated, [comment.id], by=bob)
        work_off()
        assert heard(guest) == [("comment:new", str(comment.id))]

    def test_that_one_which_waited_is_gone_is_told_to_those_who_were_shown_it(
        self, alice, bob, carol, curated, say, open_page, work_off
    ):
        comment = say(curated, alice)
        work_off()
        writer, author, other = (open_page(curated, one) for one in (alice, bob, carol))
        operations.refuse(curated, [comment.id], by=bob, now=clock.now())
        work_off()
        assert heard(writer) == heard(author) == [("comment:deleted", str(comment.id))]
        assert heard(other) == []

    def test_of_one_that_was_deleted_meanwhile_nobody_hears(self, alice, bob, make_post, say, open_page, work_off):
        post = make_post(by=bob)
        guest = open_page(post)
        comment = say(post, alice)
        operations.delete_comment(comment, by=alice, now=clock.now())
        work_off()
        assert heard(guest) == [("comment:deleted", str(comment.id))]
