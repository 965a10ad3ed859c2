"""What an edited post said before: marked so that a person can read it, for those who may see the post."""

import random

import pytest

from app.kernel.text.differences import differences
from app.posts import operations, presenters, queries

SIGNS = {"same": "%s", "added": "{+%s}", "removed": "{-%s}"}


@pytest.fixture
def published(frozen_clock):
    """A post that says one text after the other."""

    def act(by, *texts, **values):
        post = operations.publish(by=by, text=texts[0], now=frozen_clock(), **values)
        for text in texts[1:]:
            frozen_clock.forward(minutes=5)
            operations.edit(post, by=by, text=text, now=frozen_clock(), image_ids=values.get("image_ids", ()))
        return post

    return act


class TestDifferences:
    @pytest.mark.parametrize(
        ("before", "after", "marked"),
        [
            ("今天的风很好。", "今天的风很大。", "今天的风很{-好}{+大}。"),
            ("一模一样", "一模一样", "一模一样"),
            ("", "新的", "{+新的}"),
            ("旧的", "", "{-旧的}"),
            ("hello wonderful world", "hello brave world", "hello {-wonderful}{+brave} world"),
            ("第一行\n第二行", "第一行\n插一行\n第二行", "第一行\n{+插一行\n}第二行"),
            ("谢谢@小王 推荐", "谢谢@小李 推荐", "谢谢{-@小王}{+@小李} 推荐"),
            ("好[doge]", "好[微笑]", "好{-[doge]}{+[微笑]}"),
            ("👨‍👩‍👧出门", "👨‍👩‍👦出门", "{-👨‍👩‍👧}{+👨‍👩‍👦}出门"),
            ("👍🏻行", "👍🏿行", "{-👍🏻}{+👍🏿}行"),
            ("去年买的杯子", "上周借的雨伞", "{-去年买的杯子}{+上周借的雨伞}"),
            ("价格129元", "价格99元", "价格{-129}{+99}元"),
        ],
    )
    def test_are_marked_as_a_person_would(self, before, after, marked):
        assert "".join(SIGNS[one.kind] % one.text for one in differences(before, after)) == marked

    def test_both_texts_can_be_read_out_of_them(self):
        chance = random.Random(7)
        for _ in range(300):
            before, after = (
                "".join(chance.choices("今天风 好a1，。\n@#[😀", k=chance.randrange(60))) for _ in range(2)
            )
            changes = differences(before, after)
            assert "".join(one.text for one in changes if one.kind != "added") == before
            assert "".join(one.text for one in changes if one.kind != "removed") == after

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("哈" * 2000, "呵" * 2000),
            (". a" * 600, ". b" * 600),
            ("".join(f"x{one}" for one in range(900)), "x" * 2000),
        ],
    )
    def test_the_longest_texts_are_compared_at_once(self, before, after):
        assert "".join(one.text for one in differences(before, after) if one.kind != "removed") == after


class TestHistory:
    def test_newest_first_each_against_the_one_before(self, alice, published):
        history = presenters.history_view(published(alice, "一", "一二", "一二三"))
        assert [(one.number, one.is_current) for one in history.versions] == [(3, True), (2, False), (1, False)]
        assert [[(run.kind, run.segments[0].text) for run in one.runs] for one in history.versions] == [
            [("same", "一二"), ("added", "三")],
            [("same", "一"), ("added", "二")],
            [("same", "一")],
        ]
        assert history.versions[0].at > history.versions[1].at > history.versions[2].at

    def test_pictures_that_came_went_and_changed_places(self, alice, published, make_image, frozen_clock):
        first, second, third = (make_image(by=alice).id for _ in range(3))
        post = published(alice, "图", image_ids=[first, second])
        new = {"text": "图", "image_ids": [third, second, first], "alts": {second: "海"}}
        operations.edit(post, by=alice, now=frozen_clock(), **new)
        operations.edit(post, by=alice, text="图", image_ids=[second], alts={second: "海"}, now=frozen_clock())
        last, middle, _ = presenters.history_view(post).versions
        assert [(one.kind, int(one.image.id), one.redescribed) for one in middle.pictures] == [
            ("added", third, False), ("same", second, True), ("same", first, False),
        ]  # fmt: skip
        assert (middle.is_reordered, last.is_reordered) == (True, False)
        assert [(one.kind, int(one.image.id)) for one in last.pictures] == [
            ("same", second), ("removed", third), ("removed", first),
        ]  # fmt: skip

    def test_ten_at_a_time_in_three_statements(self, alice, published, budget):
        post = published(alice, *(str(number) for number in range(25)))
        with budget(3):
            page = presenters.history_view(post)
        assert [one.number for one in page.versions] == list(range(25, 15, -1))
        further = presenters.history_view(post, before=page.older)
        last = presenters.history_view(post, before=further.older)
        assert [one.number for one in last.versions] == [5, 4, 3, 2, 1]
        assert last.older is None


class TestPage:
    def test_shows_every_version_to_whoever_may_see_the_post(self, client, alice, published):
        post = published(alice, "今天的风很好。", "今天的风很大。")
        page = client.get(f"/posts/{post.id}/history").text
        assert "第1次修改" in page
        assert "最初版本" in page
        assert "<del>" in page
        assert "删去：" in page
        assert f'href="/posts/{post.id}"' in page

    def test_is_not_there_for_others(self, client, login, alice, bob, enemy, published, make_follow):
        hidden, open_one = published(alice, "一", "二", audience="fans"), published(alice, "一", "二")
        assert client.get(f"/posts/{hidden.id}/history").status_code == 404
        assert login(client, bob).get(f"/posts/{hidden.id}/history").status_code == 404
        make_follow(by=bob, of=alice)
        assert client.get(f"/posts/{hidden.id}/history").status_code == 200
        assert login(client, enemy).get(f"/posts/{open_one.id}/history").status_code == 404

    def test_goes_with_the_post(self, client, alice, published, frozen_clock):
        post = published(alice, "一", "二")
        operations.delete(post, by=alice, now=frozen_clock())
        assert client.get(f"/posts/{post.id}/history").status_code == 404

    def test_a_post_that_was_never_edited(self, client, alice, published):
        page = client.get(f"/posts/{published(alice, '一').id}/history")
        assert page.status_code == 200
        assert "没有修改过" in page.text

    def test_what_was_written_stays_text(self, client, alice, published):
        page = client.get(f"/posts/{published(alice, '<b>一</b>', '<i>二</i>').id}/history").text
        assert "<i>" not in page
        assert "&lt;i&gt;" in page

    @pytest.mark.parametrize("before", ["0", "-1", "x", "1"])
    def test_a_cursor_that_leads_nowhere(self, client, alice, published, before):
        post = published(alice, "一", "二")
        assert client.get(f"/posts/{post.id}/history?before={before}").status_code in (200, 404)


def test_older_pictures_are_seen_by_whoever_sees_the_post(app, alice, bob, published, make_image, frozen_clock):
    picture = make_image(by=alice)
    post = published(alice, "图", image_ids=[picture.id], audience="self")
    operations.edit(post, by=alice, text="无图", now=frozen_clock())
    assert (picture.guard, picture.attached_to) == ("post", post.id)
    assert (queries.may_see(post.id, alice), queries.may_see(post.id, bob)) == (True, False)
