"""The doors: what is held counts as taken in, what is refused says why, and one sees what waits."""

from typing import Any

import pytest
from sqlalchemy import func, select

from app.kernel.database import db
from app.posts import operations as posts
from app.posts.models import Draft, Post, Writing
from app.screening import operations, queries

SCRIPT = {"X-Fragment": "1", "Accept": "text/html"}
JSON = {"X-Fragment": "1", "Accept": "application/json"}


@pytest.fixture
def as_alice(client: Any, login: Any, alice: Any) -> Any:
    return login(client, alice)


@pytest.fixture(autouse=True)
def words(rule: Any) -> None:
    rule("代购", "review")
    rule("假货", "refuse")


def count(model: Any) -> int:
    return db.session.scalar(select(func.count()).select_from(model)) or 0


class TestWriting:
    def test_a_held_post_is_taken_in(self, as_alice: Any) -> None:
        answer = as_alice.post("/posts", data={"text": "日本代购", "client_key": "k"}, headers=SCRIPT)
        assert (answer.status_code, answer.json["held"]["code"]) == (202, "held")
        assert answer.json["held"]["url"] == "/drafts?tab=review"
        assert count(Post) == 0

    def test_a_plain_form_leads_to_what_waits(self, as_alice: Any) -> None:
        answer = as_alice.post("/posts", data={"text": "日本代购"})
        assert (answer.status_code, answer.location) == (303, "/drafts?tab=review")

    def test_a_refused_word_is_named(self, as_alice: Any) -> None:
        answer = as_alice.post("/posts", data={"text": "全是假 货"}, headers=SCRIPT)
        assert answer.status_code == 409
        assert 'data-about="假 货"' in answer.text
        plain = as_alice.post("/posts", data={"text": "全是假 货"})
        assert plain.status_code == 409
        assert "全是假 货" in plain.text

    @pytest.mark.parametrize("place", ["repost", "comment", "edit", "message", "share", "draft"])
    def test_everywhere(self, as_alice: Any, alice: Any, bob: Any, make_post: Any, make_follow: Any,
                        frozen_clock: Any, place: str) -> None:  # fmt: skip
        make_follow(by=bob, of=alice)
        post, own = make_post(by=bob), make_post(by=alice)
        draft = posts.keep_draft(Writing(text="代购"), by=alice, now=frozen_clock(), client_key="d")
        where, more = {
            "repost": (f"/posts/{post.id}/reposts", {}),
            "comment": (f"/posts/{post.id}/comments", {}),
            "edit": (f"/posts/{own.id}/versions", {"version": "1"}),
            "message": (f"/messages/{bob.id}", {}),
            "share": (f"/posts/{post.id}/messages", {"to": str(bob.id)}),
            "draft": (f"/drafts/{draft.id}/post", {}),
        }[place]
        answer = as_alice.post(where, data={"text": "代购", **more}, headers=JSON)
        assert (answer.status_code, answer.json["held"]["code"]) == (202, "held")
        if place != "draft":
            refused = as_alice.post(where, data={"text": "假货", **more}, headers=JSON)
            assert (refused.status_code, refused.json["error"]["about"]) == (409, "假货")

    def test_a_profile(self, as_alice: Any, alice: Any) -> None:
        answer = as_alice.post("/settings/profile", data={"nickname": alice.nickname, "bio": "代购"})
        assert (answer.status_code, answer.location) == (303, "/settings/profile")
        assert queries.waiting_count_of(alice.id) == 1
        refused = as_alice.post("/settings/profile", data={"nickname": "真假货", "bio": ""})
        assert refused.status_code == 422


class TestOwnList:
    def test_it_shows_what_waits_and_what_was_refused(
        self, as_alice: Any, alice: Any, mod: Any, say: Any, held: Any, frozen_clock: Any
    ) -> None:
        held(lambda: say(alice, "日本代购"))
        item = held(lambda: say(alice, "韩国代购"))
        operations.refuse(item, by=mod, reason="没有标明广告", now=frozen_clock())
        page = as_alice.get("/drafts?tab=review").text
        assert "日本代购" in page
        assert "没有标明广告" in page
        assert f"/reviews/{item.id}/draft" in page

    def test_taking_back(self, as_alice: Any, alice: Any, bob: Any, login: Any, app: Any, say: Any, held: Any) -> None:
        item = held(lambda: say(alice, "日本代购"))
        other = login(app.test_client(), bob)
        assert other.delete(f"/reviews/{item.id}", headers=SCRIPT).status_code == 404
        assert as_alice.delete(f"/reviews/{item.id}", headers=SCRIPT).status_code == 200
        assert item.state == "withdrawn"
        assert as_alice.delete(f"/reviews/{item.id}", headers=SCRIPT).status_code == 404

    def test_back_to_the_composer(self, as_alice: Any, alice: Any, mod: Any, say: Any, held: Any,
                                  frozen_clock: Any) -> None:  # fmt: skip
        item = held(lambda: say(alice, "日本代购"))
        operations.refuse(item, by=mod, reason="没有标明广告", now=frozen_clock())
        answer = as_alice.post(f"/reviews/{item.id}/draft")
        draft = db.session.scalars(select(Draft)).one()
        assert (answer.status_code, answer.location) == (303, f"/drafts/{draft.id}")

    def test_the_public_sees_nothing(self, client: Any, alice: Any, say: Any, held: Any) -> None:
        item = held(lambda: say(alice, "日本代购"))
        assert client.delete(f"/reviews/{item.id}", headers=JSON).status_code == 401
        assert "日本代购" not in client.get(f"/u/{alice.handle}").text


class TestReviewing:
    @pytest.fixture
    def as_mod(self, app: Any, staff_login: Any, mod: Any) -> Any:
        return staff_login(app.test_client(), mod)

    def test_the_list_and_one_item(self, as_mod: Any, alice: Any, say: Any, held: Any) -> None:
        item = held(lambda: say(alice, "日本代购"))
        assert "日本代购" in as_mod.get("/admin/review").text
        page = as_mod.get(f"/admin/review/{item.id}").text
        assert '<mark class="hit hit--review">代购</mark>' in page

    @pytest.mark.parametrize(("act", "state"), [("release", "released"), ("refuse", "refused")])
    def test_deciding_leads_to_the_next(
        self, as_mod: Any, alice: Any, say: Any, held: Any, act: str, state: str
    ) -> None:
        first = held(lambda: say(alice, "日本代购"))
        second = held(lambda: say(alice, "韩国代购"))
        answer = as_mod.post(
            f"/admin/review/{first.id}/decision", data={"act": act, "reason": "unlabelled_ad"}, headers=SCRIPT
        )
        assert (answer.status_code, first.state) == (200, state)
        assert f'data-item-id="{second.id}"' in answer.text
        last = as_mod.post(f"/admin/review/{second.id}/decision", data={"act": act}, headers=SCRIPT)
        assert 'data-role="empty"' in last.text

    def test_somebody_else_was_faster(self, as_mod: Any, alice: Any, second_mod: Any, say: Any, held: Any,
                                      frozen_clock: Any) -> None:  # fmt: skip
        item = held(lambda: say(alice, "日本代购"))
        operations.release(item, by=second_mod, now=frozen_clock())
        answer = as_mod.post(f"/admin/review/{item.id}/decision", data={"act": "refuse"}, headers=SCRIPT)
        assert (answer.status_code, count(Post)) == (409, 1)

    def test_many_at_once(self, as_mod: Any, alice: Any, say: Any, held: Any) -> None:
        items = [held(lambda n=n: say(alice, f"代购{n}")) for n in "一二三"]
        sent = {"act": "release", "item_id": [str(item.id) for item in items]}
        assert as_mod.post("/admin/review/decisions", data=sent).status_code == 303
        assert {item.state for item in items} == {"released"}

    @pytest.mark.parametrize("data", [{}, {"act": "relase"}, {"act": "refused"}])
    def test_nothing_goes_out_by_a_slip(self, as_mod: Any, alice: Any, say: Any, held: Any, data: Any) -> None:
        item = held(lambda: say(alice, "日本代购"))
        assert as_mod.post(f"/admin/review/{item.id}/decision", data=data, headers=SCRIPT).status_code == 400
        answer = as_mod.post("/admin/review/decisions", data={**data, "item_id": str(item.id)}, headers=SCRIPT)
        assert (answer.status_code, item.state, count(Post)) == (400, "waiting", 0)

    @pytest.mark.parametrize("odd", ["²", "9" * 5000, str(2**63), "x"])
    def test_ticks_that_are_no_ids_are_passed_over(self, as_mod: Any, odd: str) -> None:
        answer = as_mod.post("/admin/review/decisions", data={"act": "release", "item_id": odd})
        assert answer.status_code == 303
        assert as_mod.post("/admin/cases/decisions", data={"kind": "dismiss", "case_id": odd}).status_code == 303

    def test_what_was_marked_is_taken_down(self, as_mod: Any, alice: Any, rule: Any, say: Any) -> None:
        rule("返利", "mark")
        post = say(alice, "返利")
        (item,) = queries.waiting_items()
        answer = as_mod.post(
            f"/admin/review/{item.id}/decision", data={"act": "refuse", "reason": "misleading"}, headers=SCRIPT
        )
        assert answer.status_code == 200
        db.session.refresh(post)
        assert (item.state, post.is_deleted) == ("refused", True)

    def test_reviewers_see_held_pictures(
        self, alice: Any, mod: Any, bob: Any, say: Any, held: Any, make_image: Any
    ) -> None:
        from app.media import queries as media

        image = make_image(by=alice)
        held(lambda: say(alice, "代购", image_ids=[image.id]))
        db.session.refresh(image)
        assert media.may_see(image, mod)
        assert not media.may_see(image, bob)
        assert not media.may_see(image, None)

    def test_drafts_are_nobody_elses(self, alice: Any, mod: Any, make_image: Any, frozen_clock: Any) -> None:
        from app.media import queries as media

        image = make_image(by=alice)
        posts.keep_draft(Writing(image_ids=[image.id]), by=alice, now=frozen_clock(), client_key="d")
        db.session.refresh(image)
        assert not media.may_see(image, mod)


class TestRisk:
    def test_the_rules_and_a_trial(self, app: Any, staff_login: Any, mod: Any, alice: Any, say: Any) -> None:
        as_mod = staff_login(app.test_client(), mod)
        say(alice, "看这个 https://a.example/1 https://a.example/2")
        assert as_mod.get("/admin/risk").status_code == 200
        trial = as_mod.get("/admin/risk?trial=1&links_on=on&links_threshold=1&links_points=90").text
        assert alice.nickname in trial
        assert queries.signs()["links"].threshold == 5

    def test_only_an_admin_changes_them(self, app: Any, staff_login: Any, mod: Any, admin: Any) -> None:
        sent = {"links_threshold": "3", "links_points": "40", "links_on": "on", "reason": "more of them"}
        assert staff_login(app.test_client(), mod).post("/admin/risk", data=sent, headers=SCRIPT).status_code == 403
        as_admin = staff_login(app.test_client(), admin)
        assert as_admin.post("/admin/risk", data=sent).status_code == 303
        assert (queries.signs()["links"].threshold, queries.signs()["age"].is_on) == (3, False)
        assert as_admin.post("/admin/risk", data={"links_threshold": "0"}, headers=SCRIPT).status_code == 422
