"""The doors of editing and voting."""

import pytest

from app.kernel.database import db
from app.posts import operations, queries
from app.posts.models import OptionWriting, PollWriting, Vote

SCRIPT = {"X-Fragment": "1"}
JSON = {"Accept": "application/json", "X-Fragment": "1"}


@pytest.fixture
def as_alice(client, login, alice):
    return login(client, alice)


@pytest.fixture
def post(alice, frozen_clock):
    return operations.publish(by=alice, text="今天的风很好。", now=frozen_clock())


@pytest.fixture
def poll(bob, frozen_clock):
    options = [OptionWriting("茶"), OptionWriting("咖啡"), OptionWriting("水")]
    return operations.publish(by=bob, text="喝什么？", poll=PollWriting(options, most=2), now=frozen_clock())


class TestEditing:
    def test_the_dialog_holds_what_the_post_says(self, as_alice, post):
        dialog = as_alice.get(f"/posts/{post.id}/edit", headers=SCRIPT).text
        assert "<dialog" in dialog
        assert "今天的风很好。</textarea>" in dialog
        assert 'name="version" value="1"' in dialog

    def test_without_scripts_it_is_a_page(self, as_alice, alice, make_image, frozen_clock):
        picture = make_image(by=alice)
        alts = {picture.id: "山"}
        post = operations.publish(by=alice, text="图", image_ids=[picture.id], alts=alts, now=frozen_clock())
        page = as_alice.get(f"/posts/{post.id}/edit").text
        assert "<html" in page
        assert f'name="image_ids" value="{picture.id}"' in page
        assert "山</textarea>" in page

    def test_somebody_elses_post_is_not_offered(self, client, login, bob, post):
        answer = login(client, bob).get(f"/posts/{post.id}/edit", headers=JSON)
        assert (answer.status_code, answer.json["error"]["code"]) == (409, "not_yours")

    def test_is_saved_for_our_script(self, as_alice, post):
        answer = as_alice.post(f"/posts/{post.id}/versions", data={"text": "改了", "version": "1"}, headers=SCRIPT)
        assert (answer.status_code, answer.json["version"]) == (200, 2)
        assert post.text == "改了"

    def test_a_plain_form_goes_on_to_the_post(self, as_alice, post):
        answer = as_alice.post(f"/posts/{post.id}/versions", data={"text": "改了", "version": "1"})
        assert (answer.status_code, answer.location) == (303, f"/posts/{post.id}")

    def test_a_refused_plain_form_keeps_what_was_typed(self, as_alice, alice, post, make_image):
        picture, text = make_image(by=alice), "长" * 2001
        data = {"text": text, "version": "1", "image_ids": [picture.id], f"alt_{picture.id}": "海"}
        answer = as_alice.post(f"/posts/{post.id}/versions", data=data)
        assert answer.status_code == 409
        assert text in answer.text
        assert f'name="image_ids" value="{picture.id}"' in answer.text
        assert "海</textarea>" in answer.text

    @pytest.mark.parametrize(
        ("data", "status", "code"),
        [
            ({"text": ""}, 409, "nothing_left"),
            ({"text": "字" * 20001}, 422, "invalid"),
            ({"text": "字", "version": "7"}, 409, "edited_meanwhile"),
            ({"text": "字", "image_ids": ["7"]}, 409, "image_not_yours"),
        ],
    )
    def test_refusals_name_their_reason(self, as_alice, post, data, status, code):
        answer = as_alice.post(f"/posts/{post.id}/versions", data=data, headers=JSON)
        assert (answer.status_code, answer.json["error"]["code"]) == (status, code)

    def test_what_one_may_not_see_is_not_there(self, client, login, bob, alice, frozen_clock):
        hidden = operations.publish(by=alice, text="秘密", audience="self", now=frozen_clock())
        for address in ("edit", "history"):
            assert login(client, bob).get(f"/posts/{hidden.id}/{address}").status_code == 404
        assert client.post(f"/posts/{hidden.id}/versions", data={"text": "改"}).status_code == 404


class TestVoting:
    def test_answers_the_poll_with_its_result(self, as_alice, alice, poll):
        before = as_alice.get(f"/posts/{poll.id}/poll").text
        assert ("poll--shown" in before, "票" in before) == (False, True)
        answer = as_alice.post(f"/posts/{poll.id}/votes", data={"choice": ["0", "2"]}, headers=SCRIPT)
        assert answer.status_code == 200
        assert answer.text.count('width="100%"') == 2
        assert "2人" not in answer.text
        assert db.session.query(Vote).filter_by(account_id=alice.id).count() == 2

    def test_a_plain_form_goes_back(self, as_alice, poll):
        answer = as_alice.post(
            f"/posts/{poll.id}/votes", data={"choice": "1"}, headers={"Referer": "http://localhost/hot"}
        )
        assert (answer.status_code, answer.location) == (303, "/hot")

    def test_no_numbers_before_one_has_voted(self, client, poll, login, carol, frozen_clock):
        operations.vote(poll, by=carol, choices=[1], now=frozen_clock())
        page = client.get(f"/posts/{poll.id}").text
        assert "poll__bar" not in page
        assert 'data-role="percent"' not in page
        assert "登录后投票" in page

    @pytest.mark.parametrize(
        ("choices", "code"),
        [
            ([], "nothing_chosen"),
            (["9"], "no_such_option"),
            (["x"], "no_such_option"),
            (["0", "1", "2"], "too_many_chosen"),
        ],
    )
    def test_refusals_name_their_reason(self, as_alice, poll, choices, code):
        answer = as_alice.post(f"/posts/{poll.id}/votes", data={"choice": choices}, headers=JSON)
        assert (answer.status_code, answer.json["error"]["code"]) == (409, code)

    def test_what_one_may_not_see_is_not_there(self, client, login, enemy, alice, frozen_clock):
        options = [OptionWriting("茶"), OptionWriting("水")]
        asked = operations.publish(by=alice, text="？", poll=PollWriting(options), now=frozen_clock())
        stranger = login(client, enemy)
        assert stranger.get(f"/posts/{asked.id}/poll").status_code == 404
        assert stranger.post(f"/posts/{asked.id}/votes", data={"choice": "0"}).status_code == 404
        assert queries.polls_of([asked.id])[asked.id][0].voter_count == 0

    def test_a_post_without_a_poll(self, as_alice, post):
        assert as_alice.get(f"/posts/{post.id}/poll").status_code == 404
        assert as_alice.post(f"/posts/{post.id}/votes", data={"choice": "0"}, headers=JSON).status_code == 409
