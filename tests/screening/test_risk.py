"""Signs of spam: what they are, what they count, and what follows."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from app.engagement import operations as engagement
from app.kernel import audit, cache
from app.kernel.database import db
from app.posts.models import Post
from app.relationships import operations as relationships
from app.screening import operations, queries
from app.screening.models import Act, Limit
from app.screening.rules import public_network, risk, shapes
from app.screening.rules.replaying import replay
from app.screening.rules.risk import SIGNS, changed

LONG = "这家的手冲壶真的好用，水流细，壶嘴稳，冲出来的咖啡很干净，推荐给大家"


def count(model: Any) -> int:
    return db.session.scalar(select(func.count()).select_from(model)) or 0


class TestShapes:
    @pytest.mark.parametrize(
        "other",
        [LONG + "！！", "【" + LONG + "】", LONG + " 13812345678", LONG + " https://a.example/x", "@路人甲 " + LONG,
         LONG.replace("，", " "), LONG.replace("这家", "這家")],
    )  # fmt: skip
    def test_the_same_words_have_the_same_shape(self, other: str) -> None:
        one, two = shapes.shape_of(LONG), shapes.shape_of(other)
        assert one is not None
        assert two is not None
        assert shapes.distance(one, two) <= 1

    def test_other_words_have_another(self) -> None:
        one = shapes.shape_of(LONG)
        two = shapes.shape_of("今天去山里走了一圈，路上看到很多野花，风很大，回来的时候鞋子全湿了")
        assert one is not None
        assert two is not None
        assert shapes.distance(one, two) > 12

    @pytest.mark.parametrize(
        "text", ["", "早安", "[doge][doge]", "https://a.example/a/very/long/address/here", "1" * 40]
    )
    def test_what_is_too_short_has_none(self, text: str) -> None:
        assert shapes.shape_of(text) is None

    def test_it_fits_the_column(self) -> None:
        for number in range(200):
            shape = shapes.shape_of(f"{LONG}{chr(0x4E00 + number)}{chr(0x4F00 + number)}") or 0
            assert -(2**63) <= shape < 2**63
            near = shapes.neighbours(shape)
            assert len(set(near)) == 65
            assert all(shapes.distance(shape, one) <= 1 and -(2**63) <= one < 2**63 for one in near)

    @pytest.mark.parametrize(
        ("address", "network"),
        [("8.8.8.8", "8.8.8.0/24"), ("2606:4700:4700::1111", "2606:4700:4700::/48"), ("::ffff:8.8.4.4", "8.8.4.0/24"),
         ("10.1.2.3", ""), ("127.0.0.1", ""), ("fe80::1", ""), ("nowhere", "")],
    )  # fmt: skip
    def test_networks(self, address: str, network: str) -> None:
        assert public_network(address) == network


class TestScore:
    def test_points_for_each_time_the_threshold_is_reached(self) -> None:
        totals = [risk.score({"links": links}, SIGNS).total for links in (4, 5, 9, 10, 15, 99)]
        assert totals == [0, 25, 25, 50, 75, 75]

    def test_age_counts_below_its_threshold(self) -> None:
        assert [risk.score({"age": age}, SIGNS).total for age in (0, 23, 24, 900)] == [15, 15, 0, 0]

    def test_what_is_off_or_on_trial_counts_nothing(self) -> None:
        off = SIGNS | {"links": changed(SIGNS["links"], threshold=5, points=25, is_on=False, is_dry_run=False)}
        dry = SIGNS | {"links": changed(SIGNS["links"], threshold=5, points=25, is_on=True, is_dry_run=True)}
        assert risk.score({"links": 9}, off) == risk.Score((), 0)
        assert (risk.score({"links": 9}, dry).total, len(risk.score({"links": 9}, dry).parts)) == (0, 1)

    def test_an_ordinary_newcomer_is_never_held(self, alice: Any, bob: Any, say: Any) -> None:
        for number in range(12):
            say(
                alice,
                f"第{chr(0x4E00 + number * 7)}天，喝茶看书，晚上和朋友去河边走走，{chr(0x5F00 + number * 3)}。@鲍勃大V",
            )
        assert count(Post) == 12


class TestWhatFollows:
    def test_the_same_words_again_and_again_are_held(self, alice: Any, say: Any, held: Any) -> None:
        for number in range(7):
            say(alice, f"{LONG} {number}")
        item = held(lambda: say(alice, LONG + " 加我13800000000"))
        parts = {cause["name"]: cause["value"] for cause in item.causes if "value" in cause}
        assert parts["same_own"] == 8
        assert item.score == 75
        assert count(Post) == 7

    def test_the_same_words_from_many_accounts(self, make_account: Any, say: Any, held: Any) -> None:
        for _ in range(6):
            say(make_account(), LONG)
        assert held(lambda: say(make_account(), LONG)).score == 85

    def test_a_high_score_limits_and_names_its_parts(self, alice: Any, say: Any, held: Any, work_off: Any) -> None:
        link = " ".join(f"https://a.example/{number}" for number in range(20))
        for number in range(3):
            say(alice, f"{LONG} {number}")
        item = held(lambda: say(alice, f"{LONG} {link}"))
        assert item.score >= 100
        (limit,) = db.session.scalars(select(Limit)).all()
        assert (limit.kind, limit.source, limit.code, limit.by_id) == ("silenced", "risk", "risk", None)
        assert "一小时内的链接 (20)" in limit.words
        with pytest.raises(operations.NotAllowed):
            say(alice, "还想说")
        work_off()

    def test_comments_are_reviewed_instead(
        self, alice: Any, bob: Any, held: Any, make_post: Any, frozen_clock: Any
    ) -> None:
        post = make_post(by=bob)
        words = "加群领券，" + " ".join(f"https://a.example/{number}" for number in range(6))
        for number in range(3):
            engagement.comment(post, by=alice, text=f"{words[:60]}{number}", now=frozen_clock())
        for _ in range(12):
            try:
                engagement.comment(post, by=alice, text=words[:110], now=frozen_clock())
            except operations.Held:
                break
        for _ in range(12):
            with pytest.raises(operations.Held):
                engagement.comment(post, by=alice, text=words[:110], now=frozen_clock())
        assert {limit.kind for limit in db.session.scalars(select(Limit))} <= {"review_comments"}

    def test_on_trial_nothing_follows(self, alice: Any, admin: Any, say: Any, frozen_clock: Any) -> None:
        dry = [changed(sign, threshold=sign.threshold, points=sign.points, is_on=True, is_dry_run=True)
               for sign in SIGNS.values()]  # fmt: skip
        assert operations.set_signs(dry, by=admin, reason="trial", now=frozen_clock()) == len(SIGNS)
        for number in range(10):
            say(alice, f"{LONG} {number}")
        assert count(Post) == 10

    def test_old_and_quiet_accounts_are_not_looked_at(
        self, frozen_clock: Any, alice: Any, say: Any, budget: Any
    ) -> None:
        frozen_clock.forward(days=40)
        say(alice, "先说一句。")
        with budget(40) as counted:
            say(alice, "再说一句。")
        assert not [one for one in counted.statements if "FROM acts" in one]

    def test_follows_count(self, alice: Any, make_account: Any, say: Any, frozen_clock: Any) -> None:
        for _ in range(3):
            other = make_account()
            relationships.follow(other, by=alice, now=frozen_clock())
            relationships.unfollow(other, by=alice, now=frozen_clock())
        trace = queries.Trace(alice.id, None, 0, 0, "")
        values = queries.standing_of(alice.id, trace, born_at=alice.created_at, now=frozen_clock()).values
        assert values["churn"] == 6

    def test_neighbours_count(self, alice: Any, make_account: Any, frozen_clock: Any) -> None:
        for _ in range(4):
            operations.note_sign_up(make_account().id, address="8.8.8.8", now=frozen_clock())
        operations.note_network(alice.id, "8.8.8.77")
        trace = queries.Trace(alice.id, None, 0, 0, queries.network_of(alice.id))
        values = queries.standing_of(alice.id, trace, born_at=alice.created_at, now=frozen_clock()).values
        assert values["network"] == 4

    def test_acts_are_forgotten_after_a_week(self, alice: Any, say: Any, frozen_clock: Any) -> None:
        say(alice, LONG)
        operations.forget_old(frozen_clock.forward(days=6))
        assert count(Act) == 1
        operations.forget_old(frozen_clock.forward(days=2))
        assert count(Act) == 0


class TestRules:
    def test_a_change_is_noted(self, admin: Any, frozen_clock: Any) -> None:
        links = changed(SIGNS["links"], threshold=3, points=40, is_on=True, is_dry_run=False)
        assert operations.set_signs([links], by=admin, reason="more of them", now=frozen_clock()) == 1
        assert operations.set_signs([links], by=admin, reason="again", now=frozen_clock()) == 0
        cache.forget(queries.SIGNS_KEY)
        assert queries.signs()["links"] == links
        row = audit.last_row()
        assert row is not None
        assert (row.act, row.after["links"]["threshold"], row.reason) == ("risk.change", 3, "more of them")

    @pytest.mark.parametrize(("threshold", "points"), [(0, 5), (10_001, 5), (5, 201)])
    def test_out_of_bounds(self, admin: Any, frozen_clock: Any, threshold: int, points: int) -> None:
        odd = changed(SIGNS["links"], threshold=threshold, points=points, is_on=True, is_dry_run=False)
        with pytest.raises(operations.NotARule):
            operations.set_signs([odd], by=admin, reason="", now=frozen_clock())

    def test_a_replay_scores_like_the_first_time(self, make_account: Any, say: Any, frozen_clock: Any) -> None:
        people = [make_account() for _ in range(5)]
        scores = []
        for number in range(20):
            try:
                say(people[number % 5], f"{LONG} {number} https://a.example/{number}")
                scores.append(0)
            except operations.Held:
                scores.append(queries.waiting_items()[-1].score)
        acts = queries.acts_since(frozen_clock() - timedelta(days=1), most=100)
        born = {person.id: person.created_at for person in people}
        again = [one.score.total for one in replay(acts, signs=queries.signs(), born=born)]
        assert len(again) == 20
        assert any(scores)
        assert [total for total, first in zip(again, scores, strict=True) if first] == [one for one in scores if one]
