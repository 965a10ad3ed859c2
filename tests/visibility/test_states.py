"""Of an account that is banned, closing or closed nobody meets anything: not its posts, not itself, on no surface."""

import pytest

from app.accounts import operations as accounts
from app.accounts.models import Account
from app.engagement import operations as engagement
from app.kernel import clock
from app.kernel.database import db
from app.kernel.realtime import socketio
from app.kernel.transactions import operation
from app.messages import operations as messages
from app.notifications import operations as notifications
from app.posts import operations as posts
from app.relationships import operations as relationships
from tests.support import makers
from tests.visibility.surfaces import SURFACES, Visit
from tests.visibility.world import build

STATES = ("banned", "closing", "closed")
OTHERS = ("mutual", "member", "stranger", "logged_out", "staff")
NAME, HANDLE = "藏起来的人", "hidden_one"


@operation
def set_state(account, state):
    """How an account comes to be so is tested with the acts."""
    db.session.get_one(Account, account.id).state = state


@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("relation", OTHERS)
@pytest.mark.parametrize("state", STATES)
def test_nothing_said_is_met_by_others(app, client, login, state, relation, surface):
    world = build(relation)
    set_state(world.author, state)
    if world.viewer is not None:
        login(client, world.viewer)
    met = SURFACES[surface].look(Visit(app, client, world))
    assert met == set(), f"leaks to {relation}: {met}"


@pytest.mark.parametrize("surface", SURFACES)
def test_one_who_came_back_is_met_as_before(app, client, login, surface):
    world = build("mutual")
    set_state(world.author, "banned")
    accounts.unban(world.author, now=clock.now())
    login(client, world.viewer)
    met = SURFACES[surface].look(Visit(app, client, world))
    if "mutual" not in SURFACES[surface].may_hide:
        assert met == SURFACES[surface].expected("mutual")


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("who", ["alice", None])
def test_the_person_is_found_nowhere(app, client, login, work_off, alice, bob, state, who):
    """As commenter, liker, fan, followed one, sender, member of a group, somebody to mention, to find, to follow."""
    now = clock.now()
    person = makers.make_account(HANDLE, NAME)
    post = makers.make_post(by=bob, text="大家都来")
    comment = engagement.comment(post, by=person, text="我说一句藏起来的话", now=now)
    engagement.comment(post, by=bob, text="回你", reply_to=comment, now=now)
    engagement.like(post, by=person, now=now)
    for one in (alice, bob):
        relationships.follow(person, by=one, now=now)
        relationships.follow(one, by=person, now=now)
    group = relationships.create_group("一组", by=alice, now=now)
    relationships.add_to_group(group, person, by=alice, now=now)
    posts.publish(by=person, text=f"@{alice.nickname} 来看", now=now)
    notifications.give("like", to=[alice.id], by=person.id, now=now, post_id=makers.make_post(by=alice).id)
    work_off()
    set_state(person, state)
    if who:
        login(client, alice)
    pages = [
        f"/posts/{post.id}?tab=comments", f"/posts/{post.id}?tab=comments&sort=new", f"/posts/{post.id}?tab=likes",
        f"/u/{bob.id}/fans", f"/u/{bob.id}/following", "/", "/public", "/search?q=藏起来", f"/search?q={HANDLE}",
        "/accounts/suggestions?q=藏", "/accounts/suggestions?q=", "/notifications", "/notifications?kind=fan",
        f"/groups/{group.id}", "/messages/receivers?q=藏", f"/accounts/{person.id}/card", f"/u/{person.id}/fans",
        f"/u/{person.id}/following", f"/comments/{comment.id}",
    ]  # fmt: skip
    for path in pages:
        for headers in ({}, {"X-Fragment": "1"}):
            text = client.get(path, headers=headers).get_data(as_text=True)
            assert NAME not in text.replace("q=藏起来", ""), f"{path} shows the name"
            assert "藏起来的话" not in text, f"{path} shows the words"
    assert client.get(f"/accounts/{person.id}/card").status_code == 404


@pytest.mark.parametrize(
    ("state", "status", "why", "names_her"),
    [
        ("banned", 200, "该账号因违反社区公约已被封禁", True),
        ("closing", 200, "该账号正在注销", False),
        ("closed", 410, "该账号已注销", False),
    ],
)
def test_the_profile_says_why(client, state, status, why, names_her):
    person = makers.make_account(HANDLE, NAME, bio="一句介绍")
    set_state(person, state)
    answer = client.get(f"/u/{person.id}", headers={"Accept-Language": "zh-CN"})
    page = answer.get_data(as_text=True)
    assert answer.status_code == status
    assert why in page
    assert (NAME in page) == names_her
    assert "一句介绍" not in page


@pytest.mark.parametrize("state", STATES)
def test_she_can_neither_be_followed_nor_written_to_nor_named(app, alice, state):
    person = makers.make_account(HANDLE, NAME)
    set_state(person, state)
    now = clock.now()
    with pytest.raises(relationships.NotFollowable) as refused:
        relationships.follow(person, by=alice, now=now)
    assert refused.value.reason.code == "not_active"
    with pytest.raises(messages.NotSendable) as refused:
        messages.send(person, by=alice, text="在吗", now=now)
    assert refused.value.reason.code == "not_active"
    post = posts.publish(by=alice, text=f"@{NAME} 看看", now=now)
    assert not [entity for entity in post.entities if entity["kind"] == "mention"]


def test_her_own_eyes_are_led_to_her_status(client, login, alice):
    set_state(alice, "banned")
    login(client, alice)
    for path in ("/", "/compose", "/messages", "/notifications", "/settings/profile", f"/u/{alice.id}", "/search?q=a"):
        answer = client.get(path)
        assert (answer.status_code, answer.headers.get("Location")) == (302, "/account/status"), path
    for headers in ({}, {"X-Fragment": "1"}, {"Accept": "application/json"}):
        answer = client.post("/posts", data={"text": "还想说"}, headers=headers)
        assert answer.status_code == 403
    assert client.get("/notifications/unread", headers={"X-Fragment": "1"}).get_json()["error"]["code"] == "banned"
    assert client.get("/settings/preferences").status_code == 200
    assert client.post("/logout").status_code == 303
    assert client.get("/public").status_code == 200


def test_her_sockets_are_refused(app, client, login, alice):
    login(client, alice)
    socket = socketio.test_client(app, flask_test_client=client)
    assert socket.is_connected()
    set_state(alice, "banned")
    assert not socketio.test_client(app, flask_test_client=client).is_connected()


def test_open_pages_are_told(app, client, login, work_off, alice):
    login(client, alice)
    socket = socketio.test_client(app, flask_test_client=client)
    alice = db.session.get_one(Account, alice.id)
    assert accounts.ban(alice, now=clock.now())
    assert not accounts.ban(alice, now=clock.now())
    work_off()
    assert "account:state" in [message["name"] for message in socket.get_received()]
    assert accounts.unban(alice, now=clock.now())
    assert not accounts.unban(alice, now=clock.now())
