"""The doors: fragments for our script, redirects for plain forms, reasons, and nothing lost that was typed."""

import pytest

from app.kernel.database import db
from app.posts import operations, queries
from app.posts.models import Post

SCRIPT = {"X-Fragment": "1"}
JSON = {"Accept": "application/json", "X-Fragment": "1"}


@pytest.fixture
def as_alice(client, login, alice):
    return login(client, alice)


def newest():
    return db.session.query(Post).order_by(Post.id.desc()).first()


class TestPublishing:
    def test_answers_the_post_as_a_fragment(self, as_alice, alice, make_product, make_image):
        product, image = make_product(), make_image(by=alice)
        data = {"text": "好 #壶#", "card_ids": [product.id], "image_ids": [image.id], f"alt_{image.id}": "壶"}
        answer = as_alice.post("/posts", data=data, headers=SCRIPT)
        assert answer.status_code == 201
        assert f'data-post-id="{newest().id}"' in answer.text
        assert 'class="label"' in answer.text
        assert queries.images_of([newest().id])[newest().id][0].alt == "壶"

    def test_a_plain_form_goes_on_to_the_home_page(self, as_alice):
        answer = as_alice.post("/posts", data={"text": "普通表单"})
        assert (answer.status_code, answer.location) == (303, "/")
        assert newest().text == "普通表单"

    def test_a_refused_plain_form_keeps_what_was_typed(self, as_alice, alice, make_image):
        image = make_image(by=alice)
        text = "长" * 2001
        answer = as_alice.post("/posts", data={"text": text, "image_ids": [image.id], "audience": "fans"})
        assert answer.status_code == 409
        assert text in answer.text
        assert f'value="{image.id}"' in answer.text
        assert "微博最多2000字" in answer.text
        assert newest() is None

    @pytest.mark.parametrize(
        ("data", "status", "code"),
        [
            ({"text": " "}, 409, "empty"),
            ({"text": "字" * 2001}, 409, "too_long"),
            ({"text": "字" * 20001}, 422, "invalid"),
            ({"text": "字", "audience": "moon"}, 422, "invalid"),
            ({"text": "字", "image_ids": [str(one) for one in range(1, 11)]}, 409, "too_many_images"),
            ({"text": "字", "card_ids": ["7"]}, 409, "product_gone"),
            ({"text": "字", "client_key": "k" * 37}, 422, "invalid"),
        ],
    )
    def test_refusals_name_their_reason(self, as_alice, data, status, code):
        answer = as_alice.post("/posts", data=data, headers=JSON)
        assert (answer.status_code, answer.json["error"]["code"]) == (status, code)
        assert newest() is None

    def test_refusal_as_a_fragment(self, as_alice):
        answer = as_alice.post("/posts", data={"text": ""}, headers=SCRIPT)
        assert answer.status_code == 409
        assert 'data-code="empty"' in answer.text

    def test_sent_twice_is_one_post(self, as_alice):
        first, second = (
            as_alice.post("/posts", data={"text": "一次", "client_key": "abc"}, headers=SCRIPT) for _ in range(2)
        )
        assert (first.status_code, second.status_code) == (201, 201)
        assert db.session.query(Post).count() == 1

    def test_only_when_logged_in(self, client):
        assert client.post("/posts", data={"text": "谁"}, headers=JSON).json["error"]["code"] == "logged_out"
        assert client.get("/compose").status_code == 302

    def test_the_composer_is_a_page(self, as_alice):
        answer = as_alice.get("/compose?text=%23早餐%23 ")
        assert answer.status_code == 200
        assert "#早餐#" in answer.text


class TestDeleting:
    def test_by_script_and_by_plain_form(self, as_alice, alice, make_post):
        first, second = make_post(by=alice), make_post(by=alice)
        answer = as_alice.delete(f"/posts/{first.id}", headers=JSON)
        undo_url = f"/posts/{first.id}/deletion"
        assert answer.json == {"id": str(first.id), "root_id": str(first.id), "deleted": True, "undo_url": undo_url}
        assert as_alice.post(f"/posts/{second.id}?_method=DELETE").status_code == 303
        db.session.refresh(second)
        assert second.is_deleted

    def test_not_someone_elses(self, as_alice, bob, make_post):
        answer = as_alice.delete(f"/posts/{make_post(by=bob).id}", headers=JSON)
        assert (answer.status_code, answer.json["error"]["code"]) == (403, "not_yours")
        assert as_alice.delete("/posts/77", headers=JSON).status_code == 404
        assert as_alice.delete(f"/posts/{2**70}", headers=JSON).status_code == 404


class TestReposting:
    def test_answers_the_repost_with_its_root(self, as_alice, bob, make_post, make_product):
        root = make_post(by=bob, text="根", cards=[make_product()])
        answer = as_alice.post(f"/posts/{root.id}/reposts", data={"text": "好"}, headers=SCRIPT)
        assert answer.status_code == 201
        assert f'data-root-id="{root.id}"' in answer.text
        assert "山野手冲壶" in answer.text
        assert newest().parent_id == root.id

    def test_quick_repost_has_no_words(self, as_alice, bob, make_post):
        root = make_post(by=bob)
        answer = as_alice.post(f"/posts/{root.id}/reposts", data={"quick": "1", "text": "x"}, headers=SCRIPT)
        assert "转发微博" in answer.text
        assert newest().text == ""

    def test_the_chain_may_be_left_out(self, as_alice, bob, make_post, make_repost):
        first = make_repost(make_post(by=bob), by=bob, text="一")
        as_alice.post(f"/posts/{first.id}/reposts", data={"text": "二", "shows_chain": "0"}, headers=SCRIPT)
        assert not newest().shows_chain
        as_alice.post(f"/posts/{first.id}/reposts", data={"text": "三", "shows_chain": ["1", "0"]}, headers=SCRIPT)
        assert newest().shows_chain

    def test_what_cannot_be_reposted_says_why(self, as_alice, alice, bob, enemy, make_post, frozen_clock):
        gone, theirs, fans = make_post(by=bob), make_post(by=enemy), make_post(by=bob, audience="fans")
        operations.delete(gone, by=bob, now=frozen_clock())
        codes = []
        for post in (gone, theirs, fans):
            answer = as_alice.post(f"/posts/{post.id}/reposts", data={"text": "转"}, headers=JSON)
            assert answer.status_code == 409
            codes.append(answer.json["error"]["code"])
            assert as_alice.post(f"/posts/{post.id}/reposts", data={"text": "转"}).status_code == 409
        assert codes == ["deleted", "blocked", "not_visible"]
        assert as_alice.post("/posts/7/reposts", data={"text": "转"}, headers=JSON).status_code == 404

    def test_too_long_words_stay_in_the_plain_page(self, as_alice, bob, make_post):
        answer = as_alice.post(f"/posts/{make_post(by=bob).id}/reposts", data={"text": "长" * 141})
        assert answer.status_code == 409
        assert "长" * 141 in answer.text

    def test_dialog_and_page(self, as_alice, bob, make_post):
        post = make_post(by=bob, text="原文在此")
        for headers in (SCRIPT, {}):
            answer = as_alice.get(f"/posts/{post.id}/reposts/new", headers=headers)
            assert answer.status_code == 200
            assert "原文在此" in answer.text

    def test_no_dialog_for_what_cannot_be_reposted(self, as_alice, alice, bob, make_post, make_repost, frozen_clock):
        root = make_post(by=bob)
        repost = make_repost(root, by=bob)
        alone = make_post(by=alice, audience="self")
        operations.delete(root, by=bob, now=frozen_clock())
        codes = [
            as_alice.get(f"/posts/{post.id}/reposts/new", headers=JSON).json["error"]["code"]
            for post in (repost, alone)
        ]
        assert codes == ["root_deleted", "not_public"]
        assert as_alice.get(f"/posts/{root.id}/reposts/new", headers=JSON).status_code == 404

    @pytest.mark.parametrize(
        ("words", "ticks"),
        [("真好", "root"), ("真好 @carol", ""), ("#壶# 真好", ""), ("", ""), ("真好 @carol", "parent and root")],
    )
    def test_costs_at_most_18_statements(
        self, as_alice, bob, carol, make_product, make_image, frozen_clock, budget, words, ticks
    ):
        root = operations.publish(
            by=bob, text="壶 @carol", now=frozen_clock(), product_ids=[make_product().id],
            image_ids=[make_image(by=bob).id],
        )  # fmt: skip
        first = operations.repost(root, by=carol, text="一", now=frozen_clock())
        post = operations.repost(first, by=bob, text="二", now=frozen_clock())
        target = root if ticks == "root" else post
        ticked = [one.id for one, name in ((post, "parent"), (root, "root")) if name in ticks]
        data = {"text": words, "comment_on": ticked, "client_key": "k"}
        db.session.commit()
        db.session.expunge_all()
        with budget(18):  # two of them for the screen: how the author stands, and the act with its signs
            answer = as_alice.post(f"/posts/{target.id}/reposts", data=data, headers=SCRIPT)
        assert answer.status_code == 201


def test_topics_are_suggested(as_alice, alice, frozen_clock):
    operations.publish(by=alice, text="#早餐#", now=frozen_clock())
    assert as_alice.get("/topics/suggestions?q=早").json == [{"name": "早餐", "post_count": 1}]
