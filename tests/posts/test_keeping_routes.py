"""The doors for what authors do with posts that are out, and what the pages show of it."""

import re

import pytest

from app.kernel.database import db
from app.kernel.transactions import add, operation
from app.posts import operations
from app.posts.models import PinnedPost
from app.products.models import Link
from app.relationships import operations as relationships

SCRIPT = {"X-Fragment": "1"}
JSON = {"Accept": "application/json", "X-Fragment": "1"}


@pytest.fixture
def as_alice(client, login, alice):
    return login(client, alice)


@operation
def make_link(at):
    return add(
        Link(
            url="https://a.example/1", url_key="k", domain="a.example", title="一篇文章", status="page", requested_at=at
        )
    )


class TestUndo:
    def test_by_script_and_by_plain_form(self, as_alice, alice, make_post):
        post = make_post(by=alice, text="回来吧")
        undo_url = as_alice.delete(f"/posts/{post.id}", headers=JSON).json["undo_url"]
        assert as_alice.get(f"/posts/{post.id}/fragment").status_code == 410
        answer = as_alice.delete(undo_url, headers=JSON)
        assert answer.json == {"id": str(post.id), "root_id": str(post.id), "deleted": False}
        assert "回来吧" in as_alice.get(f"/posts/{post.id}/fragment", headers=SCRIPT).text
        as_alice.delete(f"/posts/{post.id}", headers=JSON)
        answer = as_alice.post(f"{undo_url}?_method=DELETE")
        assert (answer.status_code, answer.location) == (303, f"/posts/{post.id}")

    def test_too_late_or_not_hers(self, as_alice, alice, bob, make_post, frozen_clock):
        post, foreign = make_post(by=alice), make_post(by=bob)
        operations.delete(foreign, by=bob, now=frozen_clock())
        assert as_alice.delete(f"/posts/{foreign.id}/deletion", headers=JSON).json["error"]["code"] == "not_yours"
        as_alice.delete(f"/posts/{post.id}", headers=JSON)
        frozen_clock.forward(seconds=12)
        answer = as_alice.delete(f"/posts/{post.id}/deletion", headers=JSON)
        assert (answer.status_code, answer.json["error"]["code"]) == (409, "too_late")


class TestPinning:
    def test_by_script_and_by_plain_form(self, as_alice, alice, make_post):
        post = make_post(by=alice)
        answer = as_alice.post(f"/posts/{post.id}/pin", headers=JSON)
        assert answer.json == {"message": "已置顶到你的主页。", "pinned": True}
        assert 'class="post__pin"><svg' in as_alice.get(f"/posts/{post.id}/fragment", headers=SCRIPT).text
        assert as_alice.post(f"/posts/{post.id}/pin?_method=DELETE").status_code == 303
        assert db.session.query(PinnedPost).count() == 0

    def test_not_someone_elses(self, as_alice, bob, make_post):
        answer = as_alice.post(f"/posts/{make_post(by=bob).id}/pin", headers=JSON)
        assert (answer.status_code, answer.json["error"]["code"]) == (409, "not_yours")


class TestPermissions:
    def choices(self, answer, name):
        select = re.search(rf'<select[^>]*name="{name}".*?</select>', answer.text, re.DOTALL)
        return re.findall(r'value="([^"]*)"', select[0]) if select else []

    def test_offers_what_is_narrower(self, as_alice, alice, make_post, frozen_clock):
        group = relationships.create_group("密友", by=alice, now=frozen_clock())
        relationships.create_group("同事", by=alice, now=frozen_clock())
        offered = {}
        for audience in ("public", "fans", "mutuals", "group"):
            post = make_post(by=alice, audience=audience, group_id=group.id if audience == "group" else None)
            for headers in ({}, SCRIPT):
                answer = as_alice.get(f"/posts/{post.id}/permissions", headers=headers)
                assert answer.status_code == 200
                offered[audience] = self.choices(answer, "audience")
            assert bool(self.choices(answer, "reposters")) == (audience == "public")
        assert len(offered.pop("public")) == 6
        assert offered == {
            "fans": ["fans", "mutuals", "self"],
            "mutuals": ["mutuals", "self"],
            "group": [f"group:{group.id}", "self"],
        }

    def test_saves_by_script_and_by_plain_form(self, as_alice, alice, make_post):
        post = make_post(by=alice)
        data = {"audience": "fans", "reposters": "fans", "commenters": "none", "approves_comments": "1"}
        answer = as_alice.post(f"/posts/{post.id}/permissions", data=data, headers=JSON)
        assert answer.json == {"id": str(post.id), "root_id": str(post.id)}
        db.session.refresh(post)
        assert (post.audience, post.reposters, post.commenters, post.approves_comments) == (
            "fans",
            "fans",
            "none",
            True,
        )
        answer = as_alice.post(f"/posts/{post.id}/permissions", data={"audience": "self"})
        assert (answer.status_code, answer.location) == (303, f"/posts/{post.id}")
        db.session.refresh(post)
        assert (post.audience, post.approves_comments) == ("self", False)

    def test_refusals(self, as_alice, alice, bob, make_post):
        post = make_post(by=alice, audience="self")
        answer = as_alice.post(f"/posts/{post.id}/permissions", data={"audience": "public"}, headers=JSON)
        assert (answer.status_code, answer.json["error"]["code"]) == (409, "not_narrower")
        answer = as_alice.post(f"/posts/{post.id}/permissions", data={"audience": "public"})
        assert "可见范围只能缩小" in answer.text
        answer = as_alice.post(f"/posts/{post.id}/permissions", data={"audience": "group:x"}, headers=JSON)
        assert answer.status_code == 422
        foreign = make_post(by=bob)
        assert as_alice.get(f"/posts/{foreign.id}/permissions", headers=JSON).status_code == 403
        data = {"audience": "self"}
        assert as_alice.post(f"/posts/{foreign.id}/permissions", data=data, headers=JSON).status_code == 409
        assert as_alice.post("/posts/7/permissions", data=data, headers=JSON).status_code == 404


class TestPreviews:
    def test_renewed_and_removed(self, as_alice, alice, make_post, frozen_clock):
        link = make_link(frozen_clock())
        post = make_post(by=alice, link_id=link.id)
        assert "一篇文章" in as_alice.get(f"/posts/{post.id}/fragment", headers=SCRIPT).text
        answer = as_alice.post(f"/posts/{post.id}/preview", headers=JSON)
        assert answer.json["link_id"] == str(link.id)
        assert as_alice.delete(f"/posts/{post.id}/preview", headers=JSON).status_code == 200
        assert "一篇文章" not in as_alice.get(f"/posts/{post.id}/fragment", headers=SCRIPT).text
        assert as_alice.post(f"/posts/{post.id}/preview", headers=JSON).status_code == 409


class TestWhatPagesShow:
    def test_a_fold_hides_everything_but_the_label_also_in_a_repost(
        self, as_alice, alice, bob, make_product, make_image, frozen_clock
    ):
        root = operations.publish(
            by=bob, text="凶手是管家", now=frozen_clock(), is_folded=True, fold_note="剧透",
            product_ids=[make_product().id], image_ids=[make_image(by=bob).id],
        )  # fmt: skip
        repost = operations.repost(root, by=alice, text="别点", now=frozen_clock())
        for post in (root, repost):
            page = as_alice.get(f"/posts/{post.id}/fragment", headers=SCRIPT).text
            before, inside = page.split('<details class="fold">')
            assert "凶手是管家" not in before
            assert 'class="label"' in before.rsplit("<article", 1)[1]
            assert [one for one in ("剧透", "凶手是管家", "山野手冲壶", "grid__item") if one not in inside] == []
        dialog = as_alice.get(f"/posts/{root.id}/reposts/new", headers=SCRIPT).text
        assert "凶手是管家" not in dialog
        assert "剧透" in dialog

    def test_what_is_made_by_ai_is_marked_for_people_and_machines(self, client, alice, bob, frozen_clock):
        root = operations.publish(by=alice, text="一张画", now=frozen_clock(), is_ai_made=True)
        repost = operations.repost(root, by=bob, text="好看", now=frozen_clock())
        for post in (root, repost):
            page = client.get(f"/posts/{post.id}").text
            assert "含AI生成内容" in page
            assert '<meta name="ai-generated" content="true">' in page
            assert 'data-ai-generated="true"' in page
        plain = operations.publish(by=alice, text="一段话", now=frozen_clock())
        assert "ai-generated" not in client.get(f"/posts/{plain.id}").text

    def test_a_repost_button_that_will_not_do_says_why(self, as_alice, alice, bob, make_post):
        page = as_alice.get(f"/posts/{make_post(by=bob, reposters='none').id}").text
        assert 'data-no="博主已关闭转发。"' in page
        assert "data-no" not in as_alice.get(f"/posts/{make_post(by=alice, reposters='none').id}").text

    def test_authors_alone_have_the_authors_menu(self, as_alice, client, login, alice, bob, make_post):
        post = make_post(by=alice)
        assert f"/posts/{post.id}/permissions" in as_alice.get(f"/posts/{post.id}").text
        assert f"/posts/{post.id}/permissions" not in login(client, bob).get(f"/posts/{post.id}").text
