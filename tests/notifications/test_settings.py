"""The page where one says what one wants to hear."""

import pytest

from app.kernel import clock
from app.notifications import operations, queries


@pytest.fixture
def as_bob(client, login, bob):
    return login(client, bob)


def test_choices_are_shown_and_saved(as_bob, bob, app, monkeypatch):
    monkeypatch.setitem(app.config, "MAIL_SERVER", "mail.example")
    answer = as_bob.post("/settings/notifications", data={"like": "none", "comment": "followed", "rhythm": "weekly"})
    assert (answer.status_code, answer.location) == (303, "/settings/notifications")
    assert (queries.senders_chosen(bob)["like"], queries.rhythm_of(bob)) == ("none", "weekly")
    page = as_bob.get("/settings/notifications").text
    for name, value in (("like", "none"), ("comment", "followed"), ("fan", "all"), ("rhythm", "weekly")):
        assert f'name="{name}" value="{value}" checked' in page


def test_what_is_not_sent_stays(as_bob, bob, frozen_clock):
    operations.choose(senders={"like": "none"}, rhythm="daily", by=bob, now=clock.now())
    as_bob.post("/settings/notifications", data={"fan": "followed"})
    assert (queries.senders_chosen(bob)["like"], queries.rhythm_of(bob)) == ("none", "daily")


@pytest.mark.parametrize("fields", [{"like": "friends"}, {"rhythm": "hourly"}])
def test_nonsense_changes_nothing(as_bob, bob, fields):
    answer = as_bob.post("/settings/notifications", data={"fan": "none", **fields}, headers={"X-Fragment": "1"})
    assert answer.status_code == 422
    assert queries.senders_chosen(bob)["fan"] == "all"


def test_a_site_without_mail_offers_none(as_bob):
    assert 'name="rhythm"' not in as_bob.get("/settings/notifications").text


def test_muted_posts_are_listed_as_far_as_they_are_shown(as_bob, bob, alice, make_post, frozen_clock):
    shown, hidden = make_post(by=alice, text="热闹的一条"), make_post(by=alice, text="藏起来的", audience="self")
    for post in (shown, hidden):
        operations.mute_thread(post, by=bob, now=clock.now())
    page = as_bob.get("/settings/notifications").text
    assert "热闹的一条" in page
    assert "藏起来的" not in page
    operations.hear_of_thread(shown, by=bob)
    assert "热闹的一条" not in as_bob.get("/settings/notifications").text


def test_nobody_chooses_logged_out(client):
    assert client.get("/settings/notifications").status_code in (302, 401)
    assert client.post("/settings/notifications", headers={"X-Fragment": "1"}).status_code == 401
