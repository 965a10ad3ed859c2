"""The doors of groups, of the choices about one person, and the hover card."""

import pytest

from app.kernel import clock
from app.relationships import operations, queries

FRAGMENT = {"X-Fragment": "1", "Accept": "text/html"}
JSON = {"X-Fragment": "1", "Accept": "application/json"}


@pytest.fixture
def family(alice):
    return operations.create_group("家人", by=alice, now=clock.now())


@pytest.fixture
def me(client, login, alice):
    return login(client, alice)


def test_making_a_group_leads_to_the_people_one_may_put_in(me, alice, bob, make_follow):
    make_follow(by=alice, of=bob)
    answer = me.post("/groups", data={"name": "茶友"}, follow_redirects=True)
    group = queries.groups_of(alice)[0]
    assert answer.request.path == f"/groups/{group.id}"
    assert bob.nickname in answer.text
    assert f'action="/groups/{group.id}/members/{bob.id}"' in answer.text
    assert "茶友" in me.get("/groups").text


def test_a_refused_name_is_said(me, family):
    assert "已有同名分组" in me.post("/groups", data={"name": "家人"}, follow_redirects=True).text


def test_people_are_put_in_and_taken_out_with_one_press_each(me, alice, bob, family, make_follow):
    make_follow(by=alice, of=bob)
    address = f"/groups/{family.id}/members/{bob.id}"
    assert me.post(address, headers=JSON).json == {"active": True}
    assert bob.nickname in me.get(f"/groups/{family.id}").text
    assert me.delete(address, headers=JSON).json == {"active": False}
    assert bob.nickname not in me.get(f"/groups/{family.id}").text


def test_whoever_is_not_followed_is_refused_with_a_reason(me, bob, family):
    answer = me.post(f"/groups/{family.id}/members/{bob.id}", headers=JSON)
    assert (answer.status_code, answer.json["error"]["code"]) == (409, "not_following")


def test_search_among_those_one_follows(me, alice, bob, carol, family, make_follow):
    for account in (bob, carol):
        make_follow(by=alice, of=account)
    found = me.get(f"/groups/{family.id}?tab=add&q=鲍").text
    assert bob.nickname in found
    assert carol.nickname not in found


@pytest.mark.parametrize("door", ["", "/name", "/position", "/members/1"])
def test_the_groups_of_others_are_not_there(client, login, bob, family, door):
    stranger = login(client, bob)
    address = f"/groups/{family.id}{door}"
    assert (stranger.get(address) if not door else stranger.post(address, data={"name": "x"})).status_code == 404
    assert stranger.delete(f"/groups/{family.id}").status_code == 404


def test_rename_move_and_delete_by_plain_forms(me, alice, family):
    operations.create_group("同事", by=alice, now=clock.now())
    me.post(f"/groups/{family.id}/name", data={"name": "一家人"})
    me.post(f"/groups/{family.id}/position", data={"to": "down"})
    assert [group.name for group in queries.groups_of(alice)] == ["同事", "一家人"]
    assert "仅自己可见" in me.get(f"/groups/{family.id}?tab=edit").text
    me.delete(f"/groups/{family.id}")
    assert [group.name for group in queries.groups_of(alice)] == ["同事"]


def test_the_groups_of_one_person_as_dialog_and_as_page(me, alice, bob, family, make_follow):
    make_follow(by=alice, of=bob)
    address = f"/accounts/{bob.id}/groups"
    dialog, page = me.get(address, headers=FRAGMENT).text, me.get(address).text
    assert "<dialog" in dialog
    assert "<html" not in dialog
    assert "<html" in page
    answer = me.post(address, data={"group_id": [str(family.id), "nonsense"], "new_group": "茶友"}, headers=FRAGMENT)
    assert answer.json == {"active": True}
    assert [(group.name, group.member_count) for group in queries.groups_of(alice)] == [("家人", 1), ("茶友", 1)]
    assert "checked" in me.get(address, headers=FRAGMENT).text
    assert me.post(address, data={}).status_code == 303
    assert queries.own_groups_with(bob, owner=alice) == set()


def test_special_answers_the_button(me, alice, bob, make_follow):
    assert me.post(f"/accounts/{bob.id}/special", headers=FRAGMENT).status_code == 409
    make_follow(by=alice, of=bob)
    assert "取消特别关注" in me.post(f"/accounts/{bob.id}/special", headers=FRAGMENT).text
    assert "设为特别关注" in me.delete(f"/accounts/{bob.id}/special", headers=FRAGMENT).text


@pytest.mark.parametrize(
    ("kind", "noun", "word"),
    [("muted", "mute", "屏蔽的人"), ("reposts", "repost-mute", "不看转发"), ("blocked", "block", "黑名单")],
)
def test_each_list_shows_whom_it_holds_and_lifts_it(me, bob, kind, noun, word):
    page = f"/settings/blocking/people/{kind}"
    assert me.post(f"/accounts/{bob.id}/{noun}", headers=JSON).json == {"active": True}
    shown = me.get(page).text
    assert word in shown
    assert f'action="/accounts/{bob.id}/{noun}?_method=DELETE"' in shown
    assert me.delete(f"/accounts/{bob.id}/{noun}", headers=JSON).json == {"active": False}
    assert f"/accounts/{bob.id}/{noun}" not in me.get(page).text
    assert me.get("/settings/blocking/people/nonsense").status_code == 404


def test_the_hover_card_says_who_it_is(me, alice, bob, make_follow, budget):
    make_follow(by=bob, of=alice)
    with budget(6):
        card = me.get(f"/accounts/{bob.id}/card", headers=FRAGMENT).text
    assert bob.nickname in card
    assert bob.badge_reason in card
    assert "回关" in card
    assert "<html" not in card


def test_the_hover_card_for_someone_logged_out_offers_nothing_to_press(client, bob):
    card = client.get(f"/accounts/{bob.id}/card", headers=FRAGMENT)
    assert card.status_code == 200
    assert "<form" not in card.text
    assert "/messages/" not in card.text


def test_there_is_no_card_where_one_is_blocked(me, enemy):
    assert me.get(f"/accounts/{enemy.id}/card", headers=FRAGMENT).status_code == 404
