"""Addresses and values that no page of ours contains: numbers beyond every id, characters no database keeps."""

import pytest

HUGE = "9" * 30
PAST_64_BITS = str(2**63)
SCRIPT = {"X-Fragment": "1"}
READ = [
    "/posts/{}", "/posts/{}/fragment", "/posts/{}/comments", "/posts/{}/reposts/new", "/comments/{}/replies",
    "/u/{}", "/u/{}/following", "/u/{}/fans", "/p/{}", "/links/{}", "/avatars/{}.svg",
]  # fmt: skip
WRITTEN = [
    "/posts/{}/reposts", "/posts/{}/comments", "/posts/{}/like", "/posts/{}/favourite", "/comments/{}/like",
    "/products/{}/want", "/accounts/{}/follow", "/accounts/{}/block", "/accounts/{}/mute",
]  # fmt: skip
DELETED = ["/posts/{}", "/comments/{}", "/posts/{}/like", "/comments/{}/like", "/products/{}/want", "/accounts/{}/fan",
           "/accounts/{}/follow", "/accounts/{}/block", "/accounts/{}/mute"]  # fmt: skip
LISTS = ["/", "/public", "/u/{me}", "/u/{me}/fans", "/u/{me}/following", "/favourites", "/notifications",
         "/posts/{post}", "/posts/{post}?tab=reposts", "/posts/{post}?tab=likes", "/timeline/new"]  # fmt: skip
NUL = "%00"


@pytest.mark.parametrize("number", [HUGE, PAST_64_BITS, "0"])
@pytest.mark.parametrize("path", READ)
def test_what_no_id_can_be_is_not_found(as_alice, path, number):
    for headers in ({}, SCRIPT):
        answer = as_alice.get(path.format(number), headers=headers)
        assert answer.status_code in (404, 302), answer.text[:300]


@pytest.mark.parametrize("number", [HUGE, PAST_64_BITS])
@pytest.mark.parametrize("path", WRITTEN)
def test_nothing_is_written_there(as_alice, unchanged, path, number):
    with unchanged():
        answer = as_alice.post(path.format(number), data={"text": "你好"}, headers=SCRIPT)
    assert answer.status_code == 404


@pytest.mark.parametrize("number", [HUGE, PAST_64_BITS])
@pytest.mark.parametrize("path", DELETED)
def test_nothing_is_deleted_there(as_alice, unchanged, path, number):
    with unchanged():
        answer = as_alice.delete(path.format(number), headers=SCRIPT)
    assert answer.status_code in (200, 404)


@pytest.mark.parametrize("value", [HUGE, PAST_64_BITS, "-1", "1.5", "abc", NUL, "%F0%9F", "１２"])
@pytest.mark.parametrize("path", LISTS)
def test_a_cursor_that_is_none_is_the_first_page(as_alice, alice, make_post, path, value):
    address = path.format(me=alice.id, post=make_post(by=alice).id)
    mark = "&" if "?" in address else "?"
    extra = f"before={value}&after={value}&since={value}&comment={value}&reply_to={value}&tab={value}&sort={value}"
    for headers in ({}, SCRIPT):
        assert as_alice.get(f"{address}{mark}{extra}&kind={value}", headers=headers).status_code == 200


@pytest.mark.parametrize("query", [NUL, f"a{NUL}b", "%FF%FE", "%25_%5C", "'", "a" * 5000, "%ED%A0%80", "%F0%9F%90%B6"])
@pytest.mark.parametrize(
    "path",
    ["/search?q={}", "/topics/suggestions?q={}", "/accounts/suggestions?q={}", "/products/suggestions?q={}",
     "/topic/x{}", "/@x{}", "/login?next=/{}", "/compose?text={}", "/media/{}", "/r/{}"],
)  # fmt: skip
def test_no_search_word_breaks_a_page(as_alice, path, query):
    assert as_alice.get(path.format(query)).status_code in (200, 302, 303, 404)


@pytest.mark.parametrize("fields", [
    {"client_key": "a\x00b"}, {"audience": "public\x00"}, {"link_id": PAST_64_BITS}, {"card_ids": HUGE},
    {"image_ids": "1\x00"}, {"client_key": "k" * 37}, {"audience": "everyone"},
])  # fmt: skip
def test_odd_fields_of_a_post_are_refused_or_passed_over(as_alice, fields):
    answer = as_alice.post("/posts", data={"text": "a\x00b 你好", **fields}, headers=SCRIPT)
    assert answer.status_code in (201, 409, 422), answer.text[:300]


@pytest.mark.parametrize("reply_to", [PAST_64_BITS, "9" * 19, HUGE, "-1", "x", "1\x00"])
def test_a_reply_to_no_comment_is_refused(as_alice, alice, make_post, unchanged, reply_to):
    post = make_post(by=alice)
    with unchanged():
        answer = as_alice.post(f"/posts/{post.id}/comments", data={"text": "好", "reply_to": reply_to}, headers=SCRIPT)
    assert answer.status_code in (409, 422)
    assert 'data-role="message"' in answer.text


def test_a_nul_character_in_a_description_of_a_picture_is_left_out(as_alice, alice, make_image):
    image = make_image(by=alice)
    data = {"text": "图", "image_ids": image.id, f"alt_{image.id}": "一只\x00猫"}
    assert as_alice.post("/posts", data=data, headers=SCRIPT).status_code == 201


@pytest.mark.parametrize("typed", ["\x00", "a\x00b", "a\x00@example.com"])
def test_nul_characters_in_account_forms(client, as_alice, typed):
    assert client.post("/login", data={"identifier": typed, "password": typed}).status_code in (303, 422)
    fields = {"handle": f"x{typed}y", "nickname": typed, "email": typed, "password": "correct horse"}
    assert as_alice.application.test_client().post("/register", data=fields).status_code == 422
    assert as_alice.post("/settings/profile", data={"nickname": "爱丽丝", "bio": typed}).status_code in (303, 422)
    assert as_alice.post("/settings/preferences", data={"language": typed, "theme": typed}).status_code in (303, 422)
