"""评论精选: Alice writes, Bob owns the post and chooses what everyone sees."""

import pytest

from app.engagement import events, operations, presenters, queries, rules
from app.engagement.models import Comment
from app.kernel import clock
from app.kernel.database import db
from app.posts import operations as posts

JSON = {"X-Fragment": "1", "Accept": "application/json"}
SECRET = "还没被选中的话"


@pytest.fixture
def waiting(curated, alice, say):
    return say(curated, alice, SECRET)


def as_(app, login, account):
    client = app.test_client()
    return login(client, account) if account else client


class TestWriting:
    def test_it_waits_is_announced_and_counts_for_nothing(self, curated, alice, say, announced):
        comment = say(curated, alice)
        assert (comment.is_approved, curated.comment_count) == (False, 0)
        assert announced == [events.PostCommented(comment.id, curated.id, alice.id, None)]

    def test_the_author_never_waits(self, curated, bob, say):
        assert say(curated, bob).is_approved
        assert curated.comment_count == 1

    def test_a_reply_waits_as_well_and_is_not_counted_in_its_thread(self, curated, alice, shown_head, say):
        reply = say(curated, alice, reply_to=shown_head)
        assert (reply.is_approved, shown_head.reply_count, curated.comment_count) == (False, 0, 1)

    def test_an_answer_of_the_author_is_a_choice(self, curated, alice, bob, waiting, say, announced):
        say(curated, bob, "谢谢", reply_to=waiting)
        assert waiting.is_approved
        assert (waiting.reply_count, curated.comment_count) == (1, 2)
        assert events.CommentApproved(waiting.id, curated.id, alice.id, None) in announced

    def test_the_words_of_a_repost_wait_too(self, curated, alice):
        posts.repost(curated, by=alice, text="看", now=clock.now(), comment_on=[curated.id])
        assert not db.session.query(Comment).one().is_approved
        assert curated.comment_count == 0

    def test_others_cannot_answer_or_like_what_they_are_not_shown(self, curated, carol, mod, waiting, say):
        for other in (carol, mod):
            with pytest.raises(operations.NotCommentable) as refusal:
                say(curated, other, reply_to=waiting)
            assert refusal.value.reason is rules.COMMENT_DELETED
            with pytest.raises(operations.NotReachable):
                operations.like_comment(waiting, by=other, now=clock.now())

    def test_its_writer_may_go_on_below_it(self, curated, alice, waiting, say):
        assert say(curated, alice, "补一句", reply_to=waiting).thread_id == waiting.id


class TestChoosing:
    def test_everyone_is_shown_it_and_it_counts(self, curated, alice, bob, waiting, announced):
        operations.approve(curated, [waiting.id], by=bob)
        operations.approve(curated, [waiting.id], by=bob)
        assert curated.comment_count == 1
        assert queries.comment_or_none(waiting.id, viewer=None) is waiting
        assert announced == [events.CommentApproved(waiting.id, curated.id, alice.id, None)]

    def test_a_reply_brings_the_head_of_its_thread_along(self, curated, alice, bob, waiting, say):
        reply = say(curated, alice, reply_to=waiting)
        assert operations.approve(curated, [reply.id], by=bob) == [waiting, reply]
        assert (waiting.reply_count, curated.comment_count) == (1, 2)

    def test_a_head_deleted_meanwhile_is_shown_as_a_trace_and_not_counted(self, curated, alice, bob, waiting, say):
        reply = say(curated, alice, reply_to=waiting)
        operations.delete_comment(waiting, by=alice, now=clock.now())
        operations.approve(curated, [reply.id], by=bob)
        assert (waiting.reply_count, curated.comment_count) == (1, 1)
        assert queries.new_threads(curated, viewer=None, before=None).items == [waiting]
        assert queries.miscounts() == []

    def test_refusing_deletes_what_waits_and_nothing_else(self, curated, bob, waiting, shown_head, announced):
        assert operations.refuse(curated, [waiting.id, shown_head.id], by=bob, now=clock.now()) == [waiting]
        assert (waiting.text, shown_head.deleted_at, curated.comment_count) == ("", None, 1)
        assert announced[-1] == events.CommentDeleted(waiting.id, curated.id)
        assert queries.waiting_comments(curated, viewer=bob, before=None).items == []

    def test_comments_of_other_posts_are_passed_over(self, bob, alice, curated, waiting, make_post):
        other = make_post(by=bob, approves_comments=True)
        assert operations.approve(other, [waiting.id], by=bob) == []
        assert not waiting.is_approved

    def test_nobody_else_decides(self, curated, alice, mod, waiting):
        for act in (operations.approve, operations.refuse):
            for other in (alice, mod):
                values = {"now": clock.now()} if act is operations.refuse else {}
                with pytest.raises(operations.NotCuratable) as refusal:
                    act(curated, [waiting.id], by=other, **values)
                assert refusal.value.reason is rules.NOT_YOUR_POST

    def test_taking_back_what_waits_leaves_the_counts_alone(self, curated, alice, shown_head, say):
        head, reply = say(curated, alice), say(curated, alice, reply_to=shown_head)
        for comment in (head, reply):
            operations.delete_comment(comment, by=alice, now=clock.now())
        assert (curated.comment_count, shown_head.reply_count) == (1, 0)
        assert queries.miscounts() == []

    def test_what_waits_goes_on_waiting_when_all_may_speak_again(self, curated, bob, waiting, say, carol):
        curated.approves_comments = False
        db.session.commit()
        assert say(curated, carol).is_approved
        assert queries.waiting_count(curated) == 1


class TestLists:
    def test_own_comments_that_wait_stand_at_their_place(self, curated, alice, bob, carol, say):
        first = say(curated, bob, "一")
        mine = say(curated, alice, "二")
        last = say(curated, bob, "三")
        say(curated, carol, "四")
        assert queries.new_threads(curated, viewer=alice, before=None).items == [last, mine, first]

    def test_pages_hold_each_once(self, curated, alice, bob, say):
        threads = [say(curated, alice if number % 3 else bob, f"第{number}条") for number in range(50)]
        for read in (queries.new_threads, queries.hot_threads):
            rows, cursor = [], None
            while True:
                page = read(curated, viewer=alice, before=cursor)
                rows += page.items
                if (cursor := page.next_cursor) is None:
                    break
            assert rows == threads[::-1]

    def test_in_the_queue_a_reply_says_whom_it_answers(self, curated, alice, bob, carol, shown_head, say):
        say(curated, alice, reply_to=shown_head)
        (view,) = presenters.comment_page(curated, viewer=bob, sort="waiting").comments
        assert (view.reply_to.nickname, view.can_approve) == (carol.nickname, True)

    def test_the_queue_comes_in_pages_newest_first(self, curated, alice, bob, say):
        comments = [say(curated, alice, f"第{number}条") for number in range(25)]
        first = queries.waiting_comments(curated, viewer=bob, before=None)
        rest = queries.waiting_comments(curated, viewer=bob, before=int(first.next_cursor))
        assert [*first.items, *rest.items] == comments[::-1]
        assert queries.waiting_count(curated) == 25


class TestDoors:
    def test_choosing_one(self, app, login, bob, curated, waiting):
        answer = as_(app, login, bob).post(f"/comments/{waiting.id}/approval", headers=JSON)
        assert answer.json == {"ids": [str(waiting.id)], "waiting": 0, "comments": 1}

    def test_refusing_one(self, app, login, bob, curated, waiting):
        answer = as_(app, login, bob).delete(f"/comments/{waiting.id}/approval", headers=JSON)
        assert (answer.json["waiting"], waiting.deleted_at is None) == (0, False)

    @pytest.mark.parametrize("method", ["POST", "DELETE"])
    def test_several_at_once_with_a_plain_form(self, app, login, alice, bob, curated, say, method):
        comments = [say(curated, alice) for _ in range(3)]
        address = f"/posts/{curated.id}/approvals" + ("?_method=DELETE" if method == "DELETE" else "")
        data = {"comment_ids": [str(comment.id) for comment in comments[:2]] + ["x"]}
        answer = as_(app, login, bob).post(address, data=data)
        assert (answer.status_code, answer.location) == (303, f"/posts/{curated.id}?sort=waiting#comments")
        assert queries.waiting_count(curated) == 1
        assert curated.comment_count == (2 if method == "POST" else 0)

    def test_others_are_refused(self, app, login, alice, curated, waiting):
        client = as_(app, login, alice)
        for path in (f"/comments/{waiting.id}/approval", f"/posts/{curated.id}/approvals"):
            assert client.post(path, headers=JSON).json["error"]["code"] == "not_your_post"
            assert client.delete(path, headers=JSON).status_code == 403
        assert client.post("/comments/1/approval", headers=JSON).status_code == 404


def test_a_page_for_the_author_in_six_statements(curated, alice, bob, say, budget):
    for _number in range(20):
        operations.approve(curated, [say(curated, alice, reply_to=say(curated, alice)).id], by=bob)
    with budget(6):
        page = presenters.comment_page(curated, viewer=bob)
    assert len(page.comments) == 20
    with budget(4):
        presenters.comment_page(curated, viewer=bob, sort="waiting")
