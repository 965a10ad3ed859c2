"""The doors: pages, fragments for our script, redirects for plain forms, reasons."""

import re

import pytest

from app.engagement import operations
from app.engagement.models import Comment, Favourite
from app.kernel import clock
from app.kernel.database import db
from app.posts import operations as posts

SCRIPT = {"X-Fragment": "1"}
JSON = {"X-Fragment": "1", "Accept": "application/json"}


@pytest.fixture
def as_alice(client, login, alice):
    return login(client, alice)


@pytest.fixture
def post(bob, make_post, frozen_clock):
    return make_post(by=bob, text="山里的风")


def say(post, by, text="说得好", reply_to=None):
    return operations.comment(post, by=by, text=text, now=clock.now(), reply_to=reply_to)


class TestThePage:
    def test_everybody_reads_post_and_comments(self, client, alice, post):
        say(post, alice, "真凉快")
        answer = client.get(f"/posts/{post.id}")
        assert answer.status_code == 200
        assert "山里的风" in answer.text
        assert "真凉快" in answer.text

    def test_tabs(self, as_alice, carol, post):
        posts.repost(post, by=carol, text="转给大家", now=clock.now())
        operations.like(post, by=carol, now=clock.now())
        assert "转给大家" in as_alice.get(f"/posts/{post.id}?tab=reposts").text
        assert 'class="person"' in as_alice.get(f"/posts/{post.id}?tab=likes").text
        assert "转给大家" in as_alice.get(f"/posts/{post.id}?tab=reposts", headers=SCRIPT).text
        likers = as_alice.get(f"/posts/{post.id}?tab=likes", headers=SCRIPT).text
        assert "卡萝" in likers
        assert "<html" not in likers
        assert as_alice.get(f"/posts/{post.id}?tab=moon").status_code == 200

    def test_a_deleted_post_leaves_a_page_with_a_sentence(self, client, alice, bob, post):
        say(post, alice, "真凉快")
        posts.delete(post, by=bob, now=clock.now())
        answer = client.get(f"/posts/{post.id}")
        assert answer.status_code == 200
        assert "抱歉，此微博已被作者删除。" in answer.text
        assert "真凉快" not in answer.text

    def test_what_is_not_shown_is_not_there(self, as_alice, client, bob, enemy, make_post):
        for hidden in (make_post(by=bob, audience="self"), make_post(by=enemy)):
            assert as_alice.get(f"/posts/{hidden.id}").status_code == 404
            assert as_alice.get(f"/posts/{hidden.id}/comments", headers=SCRIPT).status_code == 404
            assert as_alice.get(f"/posts/{hidden.id}/fragment", headers=SCRIPT).status_code == 404

    def test_a_notice_leads_to_its_comment(self, client, alice, carol, post):
        thread = say(post, alice)
        for number in range(30):
            say(post, carol, f"第{number}条")
        assert f'id="comment-{thread.id}"' not in client.get(f"/posts/{post.id}?sort=new").text
        assert f'id="comment-{thread.id}"' in client.get(f"/posts/{post.id}?sort=new&comment={thread.id}").text


class TestFragments:
    def test_the_post_as_the_viewer_sees_it(self, as_alice, alice, post):
        operations.like(post, by=alice, now=clock.now())
        answer = as_alice.get(f"/posts/{post.id}/fragment", headers=SCRIPT)
        assert answer.status_code == 200
        assert re.search(r'data-act="like" aria-pressed="true"', answer.text)

    def test_a_deleted_one_is_gone(self, as_alice, bob, post):
        posts.delete(post, by=bob, now=clock.now())
        answer = as_alice.get(f"/posts/{post.id}/fragment", headers=SCRIPT)
        assert answer.status_code == 410
        assert "post--deleted" in answer.text

    def test_comments_go_on_by_cursor(self, client, alice, post):
        for number in range(21):
            say(post, alice, f"第{number}条")
        address = f"/posts/{post.id}/comments?sort=new"
        first = client.get(address, headers=SCRIPT).text
        cursor = re.search(r'data-next-cursor="(\d+)"', first)[1]
        assert "<html" not in first
        assert "第0条" not in first
        assert "第0条" in client.get(f"{address}&before={cursor}", headers=SCRIPT).text
        plain = client.get(address)
        assert (plain.status_code, plain.location) == (302, f"/posts/{post.id}?sort=new#comments")

    def test_replies(self, client, alice, carol, post):
        thread = say(post, alice)
        replies = [say(post, carol, f"回{number}", reply_to=thread) for number in range(3)]
        answer = client.get(f"/comments/{thread.id}/replies?after={replies[1].id}", headers=SCRIPT)
        assert answer.status_code == 200
        assert re.findall(r'id="comment-(\d+)"', answer.text) == [str(replies[2].id)]
        assert client.get(f"/comments/{thread.id}/replies").status_code == 302

    def test_replies_name_their_thread(self, as_alice, carol, post):
        thread = say(post, carol)
        say(post, carol, reply_to=thread)
        answer = as_alice.get(f"/comments/{thread.id}/replies", headers=SCRIPT)
        assert f'data-thread-id="{thread.id}"' in answer.text


class TestCommenting:
    def test_our_script_gets_the_comment(self, as_alice, post):
        answer = as_alice.post(f"/posts/{post.id}/comments", data={"text": "真凉快"}, headers=SCRIPT)
        assert answer.status_code == 201
        assert "真凉快" in answer.text
        assert post.comment_count == 1

    def test_a_reply_names_its_thread(self, as_alice, carol, post):
        thread = say(post, carol)
        answer = as_alice.post(
            f"/posts/{post.id}/comments", data={"text": "是啊", "reply_to": str(thread.id)}, headers=SCRIPT
        )
        assert answer.status_code == 201
        assert f'data-thread-id="{thread.id}"' in answer.text

    def test_a_plain_form_goes_to_the_comment(self, as_alice, post):
        answer = as_alice.post(f"/posts/{post.id}/comments", data={"text": "真凉快", "also_repost": "0"})
        comment = db.session.query(Comment).one()
        assert answer.status_code == 303
        assert answer.location == f"/posts/{post.id}?comment={comment.id}#comment-{comment.id}"
        assert post.repost_count == 0

    def test_a_refused_plain_form_keeps_what_was_typed(self, as_alice, carol, post):
        thread = say(post, carol)
        text = "长" * 141
        answer = as_alice.post(f"/posts/{post.id}/comments", data={"text": text, "reply_to": str(thread.id)})
        assert answer.status_code == 409
        assert text in answer.text
        assert "还需删减1字" in answer.text
        assert f'name="reply_to" value="{thread.id}"' in answer.text

    @pytest.mark.parametrize(
        ("data", "status", "code"),
        [
            ({"text": " "}, 409, "empty"),
            ({"text": "字" * 141}, 409, "too_long"),
            ({"text": "字" * 20_001}, 422, "invalid"),
            ({"text": "好", "reply_to": "7"}, 409, "comment_deleted"),
            ({"text": "好", "reply_to": "9" * 19}, 409, "comment_deleted"),
            ({"text": "好", "reply_to": "x"}, 422, "invalid"),
            ({"text": "好", "client_key": "k" * 37}, 422, "invalid"),
        ],
    )
    def test_refusals_name_their_reason(self, as_alice, post, data, status, code):
        answer = as_alice.post(f"/posts/{post.id}/comments", data=data, headers=JSON)
        assert (answer.status_code, answer.json["error"]["code"]) == (status, code)
        assert post.comment_count == 0

    def test_why_a_deleted_post_takes_no_comment(self, as_alice, bob, post):
        posts.delete(post, by=bob, now=clock.now())
        answer = as_alice.post(f"/posts/{post.id}/comments", data={"text": "好"}, headers=JSON)
        assert (answer.status_code, answer.json["error"]["code"]) == (409, "deleted")

    def test_deleting(self, as_alice, alice, carol, post):
        mine, foreign = say(post, alice), say(post, carol)
        assert as_alice.delete(f"/comments/{mine.id}", headers=JSON).json["deleted"] is True
        assert as_alice.delete(f"/comments/{foreign.id}", headers=JSON).status_code == 403
        assert post.comment_count == 1


def test_a_repost_with_both_ticks_in_fifteen_statements(as_alice, carol, post, make_post, make_product, bob, budget):
    root = make_post(by=bob, cards=[make_product()])
    middle = posts.repost(root, by=carol, text="好", now=clock.now())
    sent = {"text": "真好", "comment_on": [str(root.id), str(middle.id)]}
    address = f"/posts/{middle.id}/reposts"
    db.session.expunge_all()
    with budget(15):
        assert as_alice.post(address, data=sent, headers=SCRIPT).status_code == 201
    assert db.session.query(Comment).count() == 2


class TestToggles:
    @pytest.mark.parametrize("what", ["post", "comment", "product"])
    def test_on_and_off_with_the_count(self, as_alice, carol, post, make_product, what):
        address = {
            "post": f"/posts/{post.id}/like",
            "comment": f"/comments/{say(post, carol).id}/like",
            "product": f"/products/{make_product().id}/want",
        }[what]
        for _again in range(2):
            assert as_alice.post(address, headers=JSON).json == {"active": True, "count": 1}
        for _again in range(2):
            assert as_alice.delete(address, headers=JSON).json == {"active": False, "count": 0}

    def test_a_plain_form_goes_back(self, as_alice, post):
        answer = as_alice.post(f"/posts/{post.id}/like", headers={"Referer": f"http://localhost/posts/{post.id}"})
        assert (answer.status_code, answer.location) == (303, f"/posts/{post.id}")

    def test_favourites_and_their_list(self, as_alice, bob, post):
        assert as_alice.post(f"/posts/{post.id}/favourite", headers=JSON).json == {"active": True}
        assert "山里的风" in as_alice.get("/favourites").text
        posts.delete(post, by=bob, now=clock.now())
        left = as_alice.get("/favourites").text
        assert "抱歉，此微博已被作者删除。" in left
        assert f'action="/posts/{post.id}/favourite?_method=DELETE"' in left
        assert as_alice.delete(f"/posts/{post.id}/favourite", headers=JSON).json == {"active": False}
        assert db.session.query(Favourite).count() == 0
        assert "<html" not in as_alice.get("/favourites", headers=SCRIPT).text

    def test_a_refusal_names_its_reason(self, as_alice, bob, make_post):
        hidden = make_post(by=bob, audience="self")
        answer = as_alice.post(f"/posts/{hidden.id}/like", headers=JSON)
        assert (answer.status_code, answer.json["error"]["code"]) == (409, "not_visible")

    def test_nobody_acts_logged_out(self, client, post):
        for path in (f"/posts/{post.id}/like", f"/posts/{post.id}/favourite", f"/posts/{post.id}/comments"):
            assert client.post(path, headers=JSON).status_code == 401


def test_odd_words_in_the_address_of_comments_lead_to_the_post_all_the_same(client, post):
    answer = client.get(f"/posts/{post.id}/comments?sort=new&post_id=1&_external=1&_scheme=x&_anchor=y&endpoint=z")
    assert (answer.status_code, answer.location) == (302, f"/posts/{post.id}?sort=new#comments")


@pytest.mark.parametrize("path", ["/posts/{}", "/posts/{}/fragment", "/comments/{}/replies"])
def test_an_address_beyond_all_ids_is_not_there(client, path):
    assert client.get(path.format("9" * 30)).status_code == 404
