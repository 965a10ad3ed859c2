"""Posts that cannot be published: the reason is named, the words come back, nothing is stored."""

import pytest

from app.posts import operations

SCRIPT = {"X-Fragment": "1"}
JSON = {"X-Fragment": "1", "Accept": "application/json"}
LONG = "长" * 2001
REFUSED = [
    ({"text": ""}, "empty", "写点什么"),
    ({"text": " \n\t\x00 "}, "empty", "写点什么"),
    ({"text": LONG}, "too_long", "最多2000字"),
    ({"text": "words", "audience": "everyone"}, "invalid", "选择谁可以看"),
    ({"text": "字" * 20_001}, "invalid", "太长"),
]


@pytest.mark.parametrize(("fields", "code", "sentence"), REFUSED)
def test_a_refused_post_names_the_cause(as_alice, unchanged, fields, code, sentence):
    with unchanged():
        as_fragment = as_alice.post("/posts", data=fields, headers=SCRIPT)
        as_json = as_alice.post("/posts", data=fields, headers=JSON)
        plain = as_alice.post("/posts", data=fields)
    assert as_fragment.status_code == as_json.status_code == plain.status_code
    assert plain.status_code in (409, 422)
    assert f'data-code="{code}"' in as_fragment.text
    assert as_json.json["error"]["code"] == code
    assert sentence in as_json.json["error"]["message"]
    assert sentence in as_fragment.text
    assert sentence in plain.text
    assert fields["text"].strip("\x00 \n\t") in plain.text


def test_english_readers_are_told_in_english(as_stranger, unchanged):
    with unchanged():
        assert "longer than 2,000" in as_stranger.post("/posts", data={"text": LONG}, headers=SCRIPT).text
        assert "Write something" in as_stranger.post("/posts", data={"text": ""}).text


def test_ten_pictures_are_one_too_many_and_all_stay_chosen(as_alice, alice, make_image, make_product, unchanged):
    images = [make_image(by=alice) for _ in range(10)]
    product = make_product("山野手冲壶")
    fields = {"text": "十张图", "image_ids": [image.id for image in images], "card_ids": product.id,
              "audience": "fans", f"alt_{images[3].id}": "第四张"}  # fmt: skip
    with unchanged():
        told = as_alice.post("/posts", data=fields, headers=JSON)
        page = as_alice.post("/posts", data=fields)
    assert told.status_code == page.status_code == 409
    assert told.json["error"] == {"code": "too_many_images", "message": "一条微博最多放9张图片。"}
    assert "最多放9张图片" in page.text
    assert "十张图</textarea>" in page.text
    assert all(f'value="{image.id}"' in page.text for image in images)
    assert ">第四张</textarea>" in page.text
    assert "山野手冲壶" in page.text
    assert f'name="card_ids" value="{product.id}"' in page.text
    assert 'value="fans" selected' in page.text


def test_ten_cards_are_one_too_many(as_alice, make_product, unchanged):
    products = [make_product(f"第{number}个") for number in range(10)]
    fields = {"text": "十个", "card_ids": [product.id for product in products]}
    with unchanged():
        told = as_alice.post("/posts", data=fields, headers=JSON)
        page = as_alice.post("/posts", data=fields)
    assert told.json["error"]["code"] == "too_many_cards"
    assert "最多" in told.json["error"]["message"]
    assert "十个</textarea>" in page.text
    assert all(product.title in page.text for product in products)


def test_a_description_that_is_too_long_comes_back(as_alice, alice, make_image, unchanged):
    image = make_image(by=alice)
    fields = {"text": "图", "image_ids": image.id, f"alt_{image.id}": "字" * 501}
    with unchanged():
        assert as_alice.post("/posts", data=fields, headers=JSON).json["error"]["code"] == "alt_too_long"
        assert "字" * 501 in as_alice.post("/posts", data=fields).text


def test_the_weight_of_the_limit_is_exact(as_alice):
    assert as_alice.post("/posts", data={"text": "长" * 2000}, headers=SCRIPT).status_code == 201
    assert as_alice.post("/posts", data={"text": "a" * 4001}, headers=SCRIPT).status_code == 409


@pytest.mark.parametrize(("path", "what"), [("reposts", "转发"), ("comments", "评论")])
def test_words_of_141_characters_are_too_long(as_alice, bob, make_post, unchanged, path, what):
    post, words = make_post(by=bob), "词" * 141
    with unchanged():
        told = as_alice.post(f"/posts/{post.id}/{path}", data={"text": words}, headers=JSON)
        page = as_alice.post(f"/posts/{post.id}/{path}", data={"text": words})
    assert (told.status_code, page.status_code) == (409, 409)
    assert told.json["error"]["code"] == "too_long"
    assert "140" in told.json["error"]["message"]
    assert what in told.json["error"]["message"]
    assert f"{words}</textarea>" in page.text
    assert "140" in page.text


def test_an_empty_comment(as_alice, bob, make_post, unchanged):
    post = make_post(by=bob)
    with unchanged():
        told = as_alice.post(f"/posts/{post.id}/comments", data={"text": "  "}, headers=JSON)
    assert told.json["error"]["code"] == "empty"


def test_a_deleted_picture_product_or_link_is_named(as_alice, alice, bob, make_image, unchanged):
    theirs = make_image(by=bob)
    with unchanged():
        for fields, code in [
            ({"image_ids": theirs.id}, "image_not_yours"),
            ({"image_ids": 5}, "image_not_yours"),
            ({"card_ids": 5}, "product_gone"),
            ({"link_id": 5}, "link_gone"),
        ]:
            page = as_alice.post("/posts", data={"text": "还在的话", **fields})
            told = as_alice.post("/posts", data={"text": "还在的话", **fields}, headers=JSON)
            assert (page.status_code, told.json["error"]["code"]) == (409, code)
            assert told.json["error"]["message"] in page.text
            assert "还在的话</textarea>" in page.text


def test_a_picture_hangs_on_one_post_only(as_alice, alice, make_image, frozen_clock, unchanged):
    image = make_image(by=alice)
    operations.publish(by=alice, text="第一次", now=frozen_clock(), image_ids=[image.id])
    with unchanged():
        told = as_alice.post("/posts", data={"text": "第二次", "image_ids": image.id}, headers=JSON)
    assert told.json["error"]["code"] == "image_not_yours"
