"""What belongs to others stays theirs: pictures, drafts, comments, posts, sessions."""

import pytest

from app.engagement import operations as engagement
from app.kernel.security import signed

JSON = {"X-Fragment": "1", "Accept": "application/json"}


def test_posts_of_others_are_not_deleted(as_alice, bob, enemy, make_post, unchanged):
    for post in (make_post(by=bob), make_post(by=enemy), make_post(by=bob, audience="self")):
        with unchanged():
            for answer in (
                as_alice.delete(f"/posts/{post.id}", headers=JSON),
                as_alice.post(f"/posts/{post.id}?_method=DELETE"),
            ):
                assert answer.status_code in (303, 403, 404)
        assert not post.is_deleted


def test_comments_of_others_are_not_deleted(as_alice, bob, carol, make_post, frozen_clock, unchanged):
    post = make_post(by=bob)
    comment = engagement.comment(post, by=carol, text="卡萝的评论", now=frozen_clock())
    with unchanged():
        answer = as_alice.delete(f"/comments/{comment.id}", headers=JSON)
    assert answer.status_code == 403
    assert "评论" in answer.json["error"]["message"]
    assert comment.deleted_at is None


def test_a_reply_to_a_comment_under_another_post(as_alice, bob, make_post, frozen_clock, unchanged):
    here, there = make_post(by=bob), make_post(by=bob)
    comment = engagement.comment(there, by=bob, text="别处的评论", now=frozen_clock())
    fields = {"text": "答非所问", "reply_to": comment.id}
    with unchanged():
        answer = as_alice.post(f"/posts/{here.id}/comments", data=fields, headers=JSON)
        page = as_alice.post(f"/posts/{here.id}/comments", data=fields)
    assert answer.json["error"]["code"] == "other_post"
    assert "答非所问</textarea>" in page.text


def test_comments_on_what_is_hidden_are_not_read(as_alice, bob, make_post, frozen_clock):
    hidden = make_post(by=bob, audience="self")
    comment = engagement.comment(hidden, by=bob, text="自言自语", now=frozen_clock())
    for path in (f"/posts/{hidden.id}", f"/posts/{hidden.id}/fragment", f"/posts/{hidden.id}/comments",
                 f"/posts/{hidden.id}?tab=likes", f"/posts/{hidden.id}?tab=reposts",
                 f"/comments/{comment.id}/replies"):  # fmt: skip
        answer = as_alice.get(path, headers={"X-Fragment": "1"})
        assert answer.status_code == 404
        assert "自言自语" not in answer.text
    assert as_alice.post(f"/comments/{comment.id}/like", headers=JSON).status_code in (404, 409)


def test_pictures_of_others_come_back_neither_in_a_post_nor_in_its_refusal(as_alice, bob, make_image, unchanged):
    theirs = make_image(by=bob)
    with unchanged():
        page = as_alice.post("/posts", data={"text": "借一张", "image_ids": theirs.id})
    assert page.status_code == 409
    assert theirs.key not in page.text


def test_a_client_key_of_someone_else_opens_nothing(app, as_alice, login, bob):
    fields = {"text": "鲍勃的", "client_key": "7d0f3a52-0000-4000-8000-000000000002"}
    login(app.test_client(), bob).post("/posts", data=fields)
    answer = as_alice.post("/posts", data={**fields, "text": "爱丽丝的"}, headers={"X-Fragment": "1"})
    assert answer.status_code == 201
    assert "爱丽丝的" in answer.text
    assert "鲍勃的" not in answer.text


@pytest.mark.parametrize("target", [
    "//evil.example", "https://evil.example", "/\\evil.example", "\\\\evil.example", "javascript:alert(1)",
    "/%09/evil.example", "/\t/evil.example", "/\n/evil.example", "///evil.example", "/%09/[", "http:evil.example",
    " //evil.example", "/ /evil.example", "//localhost@evil.example",
    "/\r\nSet-Cookie: a=b", "/\t/[", "/\x01/evil.example",
])  # fmt: skip
def test_no_address_leads_away_after_logging_in(app, client, alice, target):
    fields = {"identifier": "alice", "password": "correct horse", "next": target}
    for answer in (
        client.post("/login", data=fields),
        client.get("/login", query_string={"next": target}),
        client.get("/register", query_string={"next": target}),
        client.post("/logout", query_string={"next": target}),
    ):
        assert answer.status_code in (302, 303)
        assert answer.location.startswith("/")
        assert not answer.location.startswith(("//", "/\\", "/\t"))
        assert "evil" not in answer.location or answer.location.startswith(("/%", "/ "))
        client.post("/login", data={**fields, "next": ""})


def test_the_way_out_follows_our_signature_only(app, client, make_product):
    product = make_product(url="https://shop.example/kettle")
    token = signed("leave", ["product", product.id])
    assert client.get(f"/r/{token}?go=1").location == "https://shop.example/kettle"
    other = signed("else", ["product", product.id])
    for forged in (token.replace(".", ".A", 1), token + "x", "x" + token, other,
                   "https://evil.example", "x", "eyJhIjoxfQ.abc", signed("leave", "https://evil.example")):  # fmt: skip
        answer = client.get(f"/r/{forged}?go=1")
        assert answer.status_code == 404
        assert "evil" not in answer.headers.get("Location", "")


def test_the_way_back_from_there_stays_on_the_site(client, make_product):
    token = signed("leave", ["product", make_product().id])
    assert 'href="/public"' in client.get(f"/r/{token}", headers={"Referer": "http://localhost/public"}).text
    for referrer in ("https://evil.example/", "javascript:alert(1)", "http://localhost//evil.example", None):
        page = client.get(f"/r/{token}", headers={"Referer": referrer} if referrer else {}).text
        assert "evil" not in page
        assert "javascript" not in page
        assert 'href="None"' not in page


def test_a_blocked_product_is_left_alone(client, make_product):
    product = make_product(state="blocked")
    assert client.get(f"/r/{signed('leave', ['product', product.id])}?go=1").status_code == 404
