"""The doors: pages, fragments, plain forms; 404 for whatever is of others."""

import re

import pytest

from app.kernel import clock
from app.messages import operations, queries
from app.posts import operations as posts

FRAGMENT = {"X-Fragment": "1"}


@pytest.fixture
def anna(client, login, alice, make_follow, bob):
    """A browser of alice's; she and bob follow each other."""
    make_follow(by=alice, of=bob)
    make_follow(by=bob, of=alice)
    return login(client, alice)


def ids_in(html):
    return re.findall(r'id="message-(\d+)"', html)


def test_the_list_shows_the_last_words_and_what_is_unread(anna, say, alice, bob):
    say(bob, alice, "带张图片来[doge]")
    page = anna.get("/messages").text
    assert "带张图片来" in page
    assert re.search(r"conversation__unread.*?1</span>", page, re.DOTALL)
    assert 'data-count="messages" data-value="1"' in page


def test_the_box_of_strangers_is_a_list_of_its_own(anna, say, alice, stranger):
    say(stranger, alice, "您好")
    assert "您好" not in anna.get("/messages").text
    assert "您好" in anna.get("/messages?box=strangers").text
    assert anna.get("/messages?box=nonsense").status_code == 200


def test_opening_a_conversation_reads_it(anna, say, stands, alice, bob):
    say(bob, alice, "看到了吗")
    assert "看到了吗" in anna.get(f"/messages/{bob.id}").text
    assert stands(alice, bob).unread_count == 0


def test_fetching_more_for_the_script_reads_nothing(anna, say, stands, alice, bob):
    first, second = say(bob, alice, "一"), say(bob, alice, "二")
    html = anna.get(f"/messages/{bob.id}?after={first.id}", headers=FRAGMENT).text
    assert ids_in(html) == [str(second.id)]
    assert stands(alice, bob).unread_count == 2
    nothing = anna.get(f"/messages/{bob.id}?after={second.id}", headers=FRAGMENT)
    assert (nothing.status_code, ids_in(nothing.text)) == (200, [])


def test_earlier_messages_come_by_cursor(anna, say, alice, bob):
    ids = [str(say(bob, alice, str(number)).id) for number in range(35)]
    page = anna.get(f"/messages/{bob.id}").text
    assert ids_in(page) == ids[5:]
    cursor = re.search(r'data-role="more" href="\?before=(\d+)"', page)[1]
    html = anna.get(f"/messages/{bob.id}?before={cursor}", headers=FRAGMENT).text
    assert ids_in(html) == ids[:5]
    assert "before=" not in html
    assert ids_in(anna.get(f"/messages/{bob.id}?before={cursor}").text) == ids[:5], "without scripts, a page"


def test_a_page_of_earlier_messages_reads_nothing_newer(anna, say, stands, alice, bob):
    ids = [say(bob, alice, str(number)).id for number in range(35)]
    anna.get(f"/messages/{bob.id}?before={ids[5]}")
    assert stands(alice, bob).unread_count == 35


def test_sending_answers_the_message_once(anna, bob, stands, alice):
    words = {"text": "你好[doge]", "client_key": "7d3c1a52-9a66-4f0e-8d3a-2f6f8b0c1d12"}
    first = anna.post(f"/messages/{bob.id}", data=words, headers=FRAGMENT)
    again = anna.post(f"/messages/{bob.id}", data=words, headers=FRAGMENT)
    assert (first.status_code, again.status_code) == (201, 201)
    assert ids_in(first.text) == ids_in(again.text)
    assert f'data-key="{words["client_key"]}"' in first.text
    assert stands(bob, alice).unread_count == 1


def test_a_plain_form_sends_too(anna, bob):
    answer = anna.post(f"/messages/{bob.id}", data={"text": "没有脚本也行"})
    assert (answer.status_code, answer.location) == (303, f"/messages/{bob.id}")
    assert "没有脚本也行" in anna.get(f"/messages/{bob.id}").text


def test_refused_words_stay_in_the_box(anna, bob, alice, make_block):
    answer = anna.post(f"/messages/{bob.id}", data={"text": "草" * 2001})
    assert answer.status_code == 409
    assert "草" * 2001 in answer.text
    fragment = anna.post(f"/messages/{bob.id}", data={"text": " "}, headers=FRAGMENT)
    assert (fragment.status_code, 'data-code="empty"' in fragment.text) == (409, True)
    assert anna.post(f"/messages/{bob.id}", data={"text": "x", "image_id": "x"}, headers=FRAGMENT).status_code == 422
    make_block(by=bob, of=alice)
    assert 'data-code="blocked"' in anna.post(f"/messages/{bob.id}", data={"text": "x"}, headers=FRAGMENT).text


def test_a_blocked_conversation_stays_readable_without_a_box(anna, say, alice, bob, make_block):
    say(bob, alice, "以前的话")
    make_block(by=bob, of=alice)
    page = anna.get(f"/messages/{bob.id}").text
    assert "以前的话" in page
    assert 'data-role="say"' not in page


def test_what_others_say_is_escaped(anna, say, alice, bob):
    say(bob, alice, "<img src=x onerror=alert(1)>")
    for path in ("/messages", f"/messages/{bob.id}"):
        page = anna.get(path).text
        assert "<img src=x" not in page
        assert "&lt;img src=x" in page


@pytest.mark.parametrize("path", ["/messages/{m}", "/messages/{b}/{m}", "/messages/404404", "/messages/{a}"])
def test_what_is_of_others_is_not_there(client, login, say, alice, bob, carol, path):
    message = say(alice, bob, "只有我们两个")
    login(client, carol)
    answer = client.get(path.format(a=carol.id, b=bob.id, m=message.id), headers=FRAGMENT)
    assert answer.status_code == 404


def test_a_third_person_finds_nothing_of_it_anywhere(client, login, say, make_image, alice, bob, carol, mod):
    message = say(alice, bob, "只有我们两个", image_id=make_image(by=alice).id)
    for third in (carol, mod):
        login(client, third)
        for other in (alice, bob):
            for query in ("", "?before=9223372036854775807", "?after=0"):
                for headers in ({}, FRAGMENT):
                    answer = client.get(f"/messages/{other.id}{query}", headers=headers)
                    assert (answer.status_code, "只有我们两个" in answer.text) == (200, False)
            assert client.delete(f"/messages/{other.id}/{message.id}", headers=FRAGMENT).status_code == 404
            assert client.post(f"/messages/{other.id}/read", data={"up_to": message.id}).status_code == 404
            assert client.delete(f"/messages/{other.id}", headers=FRAGMENT).status_code == 404
        for address in ("/search?q=只有我们两个", "/", "/notifications", f"/u/{alice.id}", f"/u/{bob.id}"):
            assert str(message.id) not in client.get(address).text
    assert not queries.may_see_message(message.id, carol)


def test_a_member_does_not_reach_a_message_through_another_person(anna, say, alice, bob, carol):
    message = say(alice, bob)
    assert anna.get(f"/messages/{carol.id}/{message.id}", headers=FRAGMENT).status_code == 404
    assert anna.get(f"/messages/{bob.id}/{message.id}", headers=FRAGMENT).status_code == 200


def test_taking_back(anna, say, alice, bob):
    message = say(alice, bob, "说错了")
    answer = anna.delete(f"/messages/{bob.id}/{message.id}", headers=FRAGMENT)
    assert (answer.status_code, "data-gone" in answer.text, "说错了" in answer.text) == (200, True, False)
    theirs = say(bob, alice)
    assert anna.delete(f"/messages/{bob.id}/{theirs.id}", headers=FRAGMENT).status_code == 409


def test_reading_answers_what_is_still_unread(anna, say, alice, bob):
    first = say(bob, alice, "一")
    say(bob, alice, "二")
    answer = anna.post(f"/messages/{bob.id}/read", data={"up_to": str(first.id)}, headers=FRAGMENT)
    assert answer.json == {"main": 1, "strangers": 0}
    assert anna.get("/messages/unread").json == {"main": 1, "strangers": 0}
    assert anna.post(f"/messages/{bob.id}/read", data={"up_to": "x"}, headers=FRAGMENT).status_code == 422


def test_removing_and_letting_in(anna, say, stands, alice, bob, stranger):
    say(bob, alice, "旧话")
    assert anna.delete(f"/messages/{bob.id}", headers={"Accept": "application/json"}).json == {"cleared": True}
    assert "旧话" not in anna.get("/messages").text
    say(stranger, alice, "您好")
    assert anna.post(f"/messages/{stranger.id}/main").status_code == 303
    assert stands(alice, stranger).box == "main"


def test_read_is_shown_once_the_other_has_let_one_in(client, login, say, conversation, alice, bob):
    message = say(alice, bob)
    operations.read(conversation(bob, alice), by=bob, up_to=message.id)
    login(client, alice)
    assert "data-read>" not in client.get(f"/messages/{bob.id}").text.replace("data-read ", "data-read>")
    operations.move_to_main(conversation(bob, alice), by=bob)
    assert "data-read" in client.get(f"/messages/{bob.id}").text.replace("data-read-id", "")


def test_a_shared_post_is_shown_as_its_reader_may_see_it(anna, client, login, say, alice, bob, make_post):
    mine = make_post(by=alice, text="给自己看的", audience="self")
    say(alice, bob, "看这个", post_id=mine.id)
    assert "给自己看的" in anna.get(f"/messages/{bob.id}").text
    login(client, bob)
    page = client.get(f"/messages/{alice.id}").text
    assert "给自己看的" not in page
    assert "这条微博已被删除，或者你没有权限查看。" in page or "not shown to you" in page
    public = make_post(by=alice, text="大家都能看")
    say(alice, bob, "", post_id=public.id)
    assert "大家都能看" in client.get(f"/messages/{alice.id}").text
    posts.delete(public, by=alice, now=clock.now())
    assert "大家都能看" not in client.get(f"/messages/{alice.id}").text


def test_sharing_a_post(anna, alice, bob, make_post, stands):
    post = make_post(by=bob, text="市集")
    dialog = anna.get(f"/posts/{post.id}/messages/new", headers=FRAGMENT).text
    assert f'name="to" value="{bob.id}"' in dialog
    assert "市集" in dialog
    found = anna.get(f"/posts/{post.id}/messages/new?q=鲍勃", headers=FRAGMENT).text
    assert "鲍勃大V" in found
    assert "<dialog" not in found
    answer = anna.post(f"/posts/{post.id}/messages", data={"to": bob.id, "text": "看"}, headers=FRAGMENT)
    assert (answer.status_code, answer.json["url"]) == (201, f"/messages/{bob.id}")
    plain = anna.post(f"/posts/{post.id}/messages", data={"to": bob.id})
    assert (plain.status_code, plain.location) == (303, f"/messages/{bob.id}")
    assert stands(bob, alice).unread_count == 2


def test_sharing_needs_somebody_and_a_post_that_one_sees(anna, alice, bob, make_post):
    post, hidden = make_post(by=bob), make_post(by=bob, audience="self")
    nobody = anna.post(f"/posts/{post.id}/messages", data={"text": "留着我的话"})
    assert (nobody.status_code, "留着我的话" in nobody.text) == (422, True)
    oneself = anna.post(f"/posts/{post.id}/messages", data={"to": alice.id}, headers=FRAGMENT)
    assert (oneself.status_code, 'data-code="oneself"' in oneself.text) == (409, True)
    assert anna.get(f"/posts/{hidden.id}/messages/new").status_code == 404
    assert anna.post(f"/posts/{hidden.id}/messages", data={"to": bob.id}).status_code == 404


def test_choosing_whose_messages_one_takes(anna, alice):
    assert anna.get("/settings/messages").status_code == 200
    assert anna.post("/settings/messages", data={"accepts": "followed"}).status_code == 303
    assert queries.accepted_by(alice.id) == "followed"
    assert anna.post("/settings/messages", data={"accepts": "x"}, headers=FRAGMENT).status_code == 422


def test_pages_cost_the_same_however_much_was_said(anna, say, make_post, make_product, budget, alice, bob, carol):
    say(bob, alice)
    for number in range(12):
        say(bob, alice, f"{number} #话题# [doge]", product_id=make_product().id if number % 3 == 0 else None)
        say(alice, bob, "看", post_id=make_post(by=bob).id if number % 4 == 0 else None)
    say(carol, alice)
    anna.get(f"/messages/{bob.id}")
    with budget(30):
        anna.get(f"/messages/{bob.id}")
    with budget(14):
        anna.get("/messages")
