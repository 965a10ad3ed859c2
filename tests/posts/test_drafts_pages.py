"""Drafts over HTTP: saved by the script, by a plain form, shown again in full, and closed to everyone else."""

import re
from datetime import timedelta

import pytest

from app.kernel.database import db
from app.kernel.formats import typed_time
from app.posts import operations, queries
from app.posts.models import Draft, Post, Writing

KEY = "11111111-2222-3333-4444-555555555555"
OURS = {"X-Fragment": "1", "Accept": "application/json"}


@pytest.fixture
def mine(client, login, alice):
    return login(client, alice)


@pytest.fixture
def draft(alice, frozen_clock):
    return operations.keep_draft(Writing(text="写到一半"), by=alice, now=frozen_clock(), client_key=KEY)


@pytest.fixture
def at_four(frozen_clock):
    return frozen_clock.at.replace(hour=8, minute=0)  # 16:00 in China


class TestKeeping:
    def test_the_script_saves_and_hears_the_id(self, mine, alice, frozen_clock):
        answer = mine.post("/drafts", data={"text": "写", "client_key": KEY}, headers=OURS)
        assert answer.json == {"id": str(queries.drafts_of(alice)[0].id)}

    def test_an_emptied_composer_has_no_draft(self, mine, alice, draft):
        answer = mine.post("/drafts", data={"text": " \n", "client_key": KEY, "audience": "fans"}, headers=OURS)
        assert answer.json == {"id": None}
        assert queries.drafts_of(alice) == []

    def test_a_plain_form_goes_to_the_list(self, mine, alice):
        answer = mine.post("/drafts", data={"text": "没有脚本"})
        assert (answer.status_code, answer.location) == (303, "/drafts")
        assert "没有脚本" in mine.get("/drafts").text

    def test_what_is_out_answers_so(self, mine, alice, frozen_clock):
        operations.publish(by=alice, text="发了", now=frozen_clock(), client_key=KEY)
        answer = mine.post("/drafts", data={"text": "写", "client_key": KEY}, headers=OURS)
        assert (answer.status_code, answer.json["error"]["code"]) == (409, "already_out")

    def test_an_empty_composer_hears_of_the_newest(self, mine, draft, frozen_clock):
        assert "写到一半" in mine.get("/drafts/newest", headers=OURS).text
        frozen_clock.forward(days=8)
        assert mine.get("/drafts/newest", headers=OURS).status_code == 204


class TestGoingOn:
    def test_everything_is_in_the_composer_again(self, mine, alice, make_image, make_product):
        image, product = make_image(by=alice), make_product("手冲壶")
        form = {
            "text": "选哪个？", "client_key": KEY, "image_ids": str(image.id), f"alt_{image.id}": "两把壶",
            "card_ids": str(product.id), "audience": "fans", "reposters": "fans", "commenters": "followed",
            "approves_comments": "1", "is_folded": "1", "fold_note": "剧透", "is_ai_made": "1", "poll_on": "1",
            "poll_option": ["左边", "右边", ""], "poll_most": "2", "poll_open_for": "360",
            "poll_product_1": str(product.id),
        }  # fmt: skip
        draft_id = mine.post("/drafts", data=form, headers=OURS).json["id"]
        page = mine.get(f"/drafts/{draft_id}").text
        composer = page[page.index('id="compose"') : page.index('data-role="image-template"')]
        for shown in ("选哪个？", "两把壶", "手冲壶", 'value="左边"', 'value="右边"', "剧透"):
            assert shown in composer
        assert f'name="client_key" value="{KEY}"' in composer
        assert f'name="poll_product_1" value="{product.id}"' in composer
        for chosen in ("fans", "followed", "2", "360"):
            assert re.search(rf'<option value="{chosen}" selected>', composer)
        for name in ("approves_comments", "is_folded", "is_ai_made", "poll_on"):
            assert re.search(rf'name="{name}" value="1"[^>]* checked', composer)

    def test_a_refused_plain_form_keeps_all_of_it(self, mine):
        form = {
            "text": "字" * 2001,
            "poll_on": "1",
            "poll_option": ["左边", "右边"],
            "is_folded": "1",
            "fold_note": "剧透",
        }
        answer = mine.post("/posts", data=form)
        assert answer.status_code == 409
        for shown in ("字" * 2001, 'value="左边"', "剧透", "2000"):
            assert shown in answer.text

    def test_a_group_that_is_gone_never_becomes_everyone(self, mine, alice, frozen_clock):
        writing = Writing(text="悄悄说", audience="group", group_id=4711)
        draft = operations.keep_draft(writing, by=alice, now=frozen_clock(), client_key=KEY)
        composer = mine.get(f"/drafts/{draft.id}", headers={"X-Fragment": "1"}).text
        assert '<option value="group:4711" selected>' in composer
        assert mine.post("/posts", data={"text": "悄悄说", "audience": "group:4711"}).status_code == 409

    def test_pictures_used_meanwhile_are_left_out(self, mine, alice, make_image, frozen_clock):
        image = make_image(by=alice)
        writing = Writing(text="图没了", image_ids=[image.id])
        draft = operations.keep_draft(writing, by=alice, now=frozen_clock(), client_key=KEY)
        operations.publish(by=alice, text="抢先", image_ids=[image.id], now=frozen_clock())
        composer = mine.get(f"/drafts/{draft.id}", headers={"X-Fragment": "1"}).text
        assert "图没了" in composer
        assert f'value="{image.id}"' not in composer


class TestScheduling:
    def test_a_form_with_a_time_waits(self, mine, alice, at_four):
        form = {"text": "下午见", "client_key": KEY, "publish_at": typed_time(at_four)}
        answer = mine.post("/posts", data=form, headers=OURS)
        assert answer.json["message"] == "将在今天 16:00 发布。"
        assert (db.session.query(Post).count(), queries.scheduled_of(alice)[0].publish_at) == (0, at_four)
        page = mine.get("/drafts?tab=scheduled").text
        assert "下午见" in page
        assert "今天 16:00" in page

    @pytest.mark.parametrize(
        "typed", ["gestern", "2026-05-12", "2026-13-40T99:99", "0001-01-01T00:00", "9999-12-31T23:59"]
    )
    def test_a_time_that_is_none_keeps_the_words(self, mine, alice, typed):
        answer = mine.post("/posts", data={"text": "何时？", "client_key": KEY, "publish_at": typed})
        assert answer.status_code == 409
        assert "何时？" in answer.text
        assert db.session.query(Draft).count() == 0

    def test_another_time_draws_the_row_anew(self, mine, alice, draft, at_four, frozen_clock):
        operations.schedule(draft, by=alice, at=at_four, now=frozen_clock())
        typed = typed_time(at_four + timedelta(hours=1))
        answer = mine.post(f"/drafts/{draft.id}/time", data={"publish_at": typed}, headers={"X-Fragment": "1"})
        assert "今天 17:00" in answer.text
        mine.delete(f"/drafts/{draft.id}/time", headers=OURS)
        assert queries.drafts_of(alice) == [draft]

    def test_what_failed_says_why_and_what_is_late_says_so(self, mine, alice, draft, at_four, frozen_clock):
        operations.schedule(draft, by=alice, at=at_four, now=frozen_clock())
        frozen_clock.forward(hours=5)
        assert "正在重试" in mine.get("/drafts?tab=scheduled").text
        draft.failure = "图片不见了"
        page = mine.get("/drafts?tab=scheduled").text
        assert "没有发出去：" in page
        assert "图片不见了" in page


class TestList:
    def test_publish_now(self, mine, alice, draft):
        answer = mine.post(f"/drafts/{draft.id}/post")
        post = db.session.query(Post).one()
        assert (answer.location, post.text, queries.drafts_of(alice)) == (f"/posts/{post.id}", "写到一半", [])

    def test_delete(self, mine, alice, draft):
        assert mine.delete(f"/drafts/{draft.id}", headers=OURS).status_code == 200
        assert queries.drafts_of(alice) == []

    def test_two_tabs_each_their_own(self, mine, alice, draft, at_four, frozen_clock):
        operations.keep_draft(
            Writing(text="排好了"), by=alice, now=frozen_clock(), client_key="other", publish_at=at_four
        )
        drafts, scheduled = mine.get("/drafts").text, mine.get("/drafts?tab=scheduled").text
        assert "写到一半" in drafts
        assert "排好了" not in drafts
        assert "排好了" in scheduled
        assert "写到一半" not in scheduled

    def test_the_list_needs_few_statements(self, mine, alice, frozen_clock, make_image, budget):
        for number in range(20):
            writing = Writing(text=str(number), image_ids=[make_image(by=alice).id])
            operations.keep_draft(writing, by=alice, now=frozen_clock(), client_key=str(number))
        with budget(10):  # one of them asks how many wait for a reviewer, one what is announced (once a minute)
            mine.get("/drafts")

    @pytest.mark.parametrize(
        ("method", "path"), [("GET", ""), ("DELETE", ""), ("POST", "/post"), ("POST", "/time"), ("DELETE", "/time")]
    )
    def test_nobody_else_finds_any_of_it(self, client, login, bob, draft, method, path):
        answer = login(client, bob).open(f"/drafts/{draft.id}{path}", method=method, headers=OURS)
        assert answer.status_code == 404
        assert "写到一半" not in client.get("/drafts").text
