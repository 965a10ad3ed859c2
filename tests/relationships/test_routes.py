"""Following, blocking, muting and lists of people over HTTP."""

import pytest

from app.kernel.database import db
from app.relationships import queries

FRAGMENT = {"X-Fragment": "1"}
JSON = FRAGMENT | {"Accept": "application/json"}


def test_follow_answers_the_button(client, login, alice, bob, make_follow):
    make_follow(by=bob, of=alice)
    login(client, alice)
    answer = client.post(f"/accounts/{bob.id}/follow", headers=FRAGMENT)
    assert answer.status_code == 200
    assert 'data-follows="true"' in answer.get_data(as_text=True)
    assert queries.is_following(alice.id, bob.id)
    answer = client.delete(f"/accounts/{bob.id}/follow", headers=FRAGMENT)
    assert 'data-follows="false"' in answer.get_data(as_text=True)
    assert not queries.is_following(alice.id, bob.id)


def test_a_plain_form_goes_back(client, login, alice, bob):
    login(client, alice)
    before = {"Referer": f"http://localhost/u/{bob.id}"}
    answer = client.post(f"/accounts/{bob.id}/follow", headers=before)
    assert (answer.status_code, answer.location) == (303, f"/u/{bob.id}")
    answer = client.post(f"/accounts/{bob.id}/follow?_method=DELETE", headers=before)
    assert answer.status_code == 303
    assert not queries.is_following(alice.id, bob.id)


def test_a_refused_follow_says_why(client, login, alice, enemy):
    login(client, alice)
    answer = client.post(f"/accounts/{enemy.id}/follow", headers=JSON)
    assert (answer.status_code, answer.json["error"]["code"]) == (409, "is_blocked")
    answer = client.post(f"/accounts/{alice.id}/follow", headers=FRAGMENT)
    assert answer.status_code == 409
    assert 'data-code="oneself"' in answer.get_data(as_text=True)


@pytest.mark.parametrize("act", ["follow", "block", "mute"])
def test_whoever_is_logged_out_is_asked_to_log_in(client, bob, act):
    assert client.post(f"/accounts/{bob.id}/{act}", headers=JSON).status_code == 401
    assert client.post(f"/accounts/{bob.id}/{act}").location == "/login"
    assert client.delete(f"/accounts/{bob.id}/{act}", headers=JSON).status_code == 401


def test_nobody_there(client, login, alice):
    login(client, alice)
    assert client.post("/accounts/17/follow", headers=JSON).status_code == 404
    assert client.post(f"/accounts/{2**70}/follow", headers=JSON).status_code == 404


@pytest.mark.parametrize("act", ["block", "mute"])
def test_toggles_answer_what_is_so_now(client, login, alice, bob, act):
    login(client, alice)
    for _ in range(2):
        assert client.post(f"/accounts/{bob.id}/{act}", headers=JSON).json == {"active": True}
    for _ in range(2):
        assert client.delete(f"/accounts/{bob.id}/{act}", headers=JSON).json == {"active": False}
    assert client.post(f"/accounts/{bob.id}/{act}").status_code == 303
    assert client.post(f"/accounts/{alice.id}/{act}", headers=JSON).status_code == 409


def test_a_removed_fan_leaves_the_list(client, login, alice, bob, make_follow):
    make_follow(by=bob, of=alice)
    login(client, alice)
    answer = client.delete(f"/accounts/{bob.id}/fan", headers=FRAGMENT)
    assert (answer.status_code, answer.get_data(as_text=True)) == (200, "")
    db.session.refresh(alice)
    assert alice.follower_count == 0


@pytest.mark.parametrize(("kind", "shown"), [("fans", "卡萝"), ("following", "路人甲")])
def test_lists_of_people(client, bob, carol, stranger, make_follow, kind, shown):
    make_follow(by=carol, of=bob)
    make_follow(by=bob, of=stranger)
    page = client.get(f"/u/{bob.id}/{kind}").get_data(as_text=True)
    people = page[page.index('class="peoplelist"') :]
    assert shown in people
    assert people.count('class="person"') == 1


def test_lists_go_on(client, bob, frozen_clock, make_account, make_follow):
    for _ in range(21):
        make_follow(by=make_account(), of=bob)
    first = client.get(f"/u/{bob.id}/fans").get_data(as_text=True)
    assert first.count('class="person"') == 20
    cursor = first.split('data-next-cursor="')[1].split('"')[0]
    assert client.get(f"/u/{bob.id}/fans?before={cursor}").get_data(as_text=True).count('class="person"') == 1
    assert client.get(f"/u/{bob.id}/fans?before=nonsense").status_code == 200


def test_lists_of_someone_blocked_are_not_there(client, login, alice, enemy, stranger):
    assert client.get(f"/u/{enemy.id}/fans").status_code == 200
    login(client, alice)
    assert client.get(f"/u/{enemy.id}/fans").status_code == 404
    assert client.get(f"/u/{enemy.id}/following").status_code == 404
    assert client.get("/u/17/fans").status_code == 404


def test_suggestions(client, login, alice, bob, enemy, make_follow):
    assert client.get("/accounts/suggestions?q=b", headers=JSON).status_code == 401
    login(client, alice)
    make_follow(by=alice, of=bob)
    assert client.get("/accounts/suggestions?q=@BO").json == [
        {
            "id": str(bob.id),
            "nickname": "鲍勃大V",
            "handle": "bob",
            "avatar_url": f"/avatars/{bob.id}.svg",
            "badge": "gold",
            "follows": True,
        }
    ]
    assert client.get("/accounts/suggestions?q=老对头").json == []
    assert client.get("/accounts/suggestions?q=%25").json == []


def test_suggestions_take_five_statements(client, login, alice, bob, budget):
    login(client, alice)
    db.session.expunge_all()
    with budget(5):
        assert client.get("/accounts/suggestions?q=b").status_code == 200
