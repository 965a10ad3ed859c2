"""Following topics, their introduction and their hosts."""

import pytest

from app.kernel import clock
from app.kernel.database import db
from app.posts import operations, queries
from app.posts.models import Topic, TopicFollow
from app.posts.rules import topics as rules

JSON = {"X-Fragment": "1", "Accept": "application/json"}


@pytest.fixture
def topic(alice, frozen_clock):
    operations.publish(by=alice, text="#早餐# 吃什么", now=clock.now())
    return queries.topic_or_none("早餐")


def follow(topic, by):
    operations.follow_topic(topic, by=by, now=clock.now())


class TestFollowing:
    def test_once_is_enough_and_the_counter_is_right(self, alice, bob, topic):
        for person in (alice, bob, bob):
            follow(topic, person)
        assert (topic.follower_count, queries.is_following_topic(bob, topic)) == (2, True)
        for _again in range(2):
            operations.unfollow_topic(topic, by=bob)
        assert (topic.follower_count, queries.is_following_topic(bob, topic)) == (1, False)
        assert queries.miscounts() == []

    def test_the_newest_follow_stands_first(self, alice, bob, topic):
        operations.publish(by=alice, text="#晚餐#", now=clock.now())
        other = queries.topic_or_none("晚餐")
        follow(topic, bob)
        follow(other, bob)
        page = queries.followed_topics(bob, before=None, size=1)
        assert [one.name for one in page.items] == ["晚餐"]
        rest = queries.followed_topics(bob, before=int(page.next_cursor), size=1)
        assert [one.name for one in rest.items] == ["早餐"]

    def test_not_without_end(self, bob, topic, monkeypatch):
        monkeypatch.setattr(rules, "TOPICS_FOLLOWED_MAX", 0)
        with pytest.raises(operations.NotFollowed):
            follow(topic, bob)
        assert db.session.query(TopicFollow).count() == 0

    def test_over_http(self, client, login, bob, topic):
        login(client, bob)
        url = f"/topics/{topic.id}/follow"
        assert client.post(url, headers=JSON).json == {"active": True, "count": 1}
        assert "早餐" in client.get("/topics").text
        assert client.delete(url, headers=JSON).json == {"active": False, "count": 0}
        assert client.post(url).status_code == 303
        assert client.post(f"/topics/{topic.id + 1}/follow", headers=JSON).status_code == 404

    def test_not_logged_out(self, client, topic):
        assert client.post(f"/topics/{topic.id}/follow", headers=JSON).status_code == 401


class TestTending:
    def test_the_staff_names_a_host_who_writes_the_introduction(self, client, login, mod, bob, topic):
        login(client, mod)
        saved = client.post(f"/topics/{topic.id}/edit", data={"lead": "  早上好。 \n\n 吃了吗 ", "host": "鲍勃大V"})
        assert (saved.status_code, topic.lead, topic.host_id) == (303, "早上好。\n吃了吗", bob.id)
        login(client, bob)
        assert "编辑导语" in client.get("/topic/早餐").text
        client.post(f"/topics/{topic.id}/edit", data={"lead": "换一句", "host": ""})
        assert (topic.lead, topic.host_id) == ("换一句", bob.id)
        page = client.get("/topic/早餐").text
        assert "换一句" in page
        assert "鲍勃大V" in page

    def test_nobody_else(self, client, login, alice, topic):
        login(client, alice)
        assert "编辑导语" not in client.get("/topic/早餐").text
        assert client.get(f"/topics/{topic.id}/edit").status_code == 403
        assert client.post(f"/topics/{topic.id}/edit", data={"lead": "我来"}).status_code == 403
        assert topic.lead == ""
        with pytest.raises(operations.NotTended):
            operations.appoint_host(topic, alice, by=alice)

    @pytest.mark.parametrize(("lead", "host"), [("字" * 141, ""), ("好", "没有这个人")])
    def test_what_does_not_fit_is_shown_again_and_not_saved(self, client, login, mod, topic, lead, host):
        login(client, mod)
        answer = client.post(f"/topics/{topic.id}/edit", data={"lead": lead, "host": host})
        assert answer.status_code == 422
        assert lead in answer.text
        assert (topic.lead, topic.host_id) == ("", None)

    def test_a_topic_may_lose_its_host(self, mod, bob, topic):
        operations.appoint_host(topic, bob, by=mod)
        operations.appoint_host(topic, None, by=mod)
        assert db.session.get(Topic, topic.id).host_id is None
