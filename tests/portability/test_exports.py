"""Asking for one's data, the file, and who gets it."""

import io
import json
import zipfile
from datetime import timedelta

import pytest

from app.accounts import operations as accounts
from app.engagement import operations as engagement
from app.kernel import clock, storage, vault
from app.kernel.database import db
from app.media import operations as media
from app.messages import operations as messages
from app.notifications.models import Notice
from app.portability import operations, queries
from app.portability.models import DataExport
from app.posts import operations as posts
from app.relationships import operations as relationships
from app.timelines import operations as timelines
from tests.media.pictures import picture
from tests.support import makers
from tests.support.makers import PASSWORD


def exported(account, work_off):
    """The ZIP of an account's fresh export, as {name: bytes}."""
    export = operations.request_export(by=account, now=clock.now())
    work_off()
    export = db.session.get_one(DataExport, export.id, populate_existing=True)
    assert export.state == "ready"
    with zipfile.ZipFile(vault.path_of(export.key)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def told(files, kind):
    return json.loads(files[f"{kind}.json"])


@pytest.fixture
def life(work_off, alice, bob):
    """What alice has done, and what bob has said that is not meant for everyone."""
    now = clock.now()
    image = media.store_image(picture(), by=alice, now=now)
    post = posts.publish(by=alice, text="我的第一条 #种草#", image_ids=[image.id], alts={image.id: "一张图"}, now=now)
    secret = posts.publish(by=bob, text="鲍勃的私密话", audience="self", now=now)
    bobs = posts.publish(by=bob, text="鲍勃公开说的话", now=now)
    repost = posts.repost(bobs, by=alice, text="转一下", now=now)
    engagement.comment(bobs, by=alice, text="我来评论", now=now)
    engagement.comment(bobs, by=bob, text="鲍勃自己的评论", now=now)
    engagement.like(bobs, by=alice, now=now)
    engagement.favourite(bobs, by=alice, now=now)
    relationships.follow(bob, by=alice, now=now)
    group = relationships.create_group("我的分组", by=alice, now=now)
    relationships.add_to_group(group, bob, by=alice, now=now)
    relationships.create_group("鲍勃的分组", by=bob, now=now)
    messages.send(bob, by=alice, text="你好鲍勃", now=now)
    messages.send(alice, by=bob, text="你好爱丽丝", now=now)
    timelines.mute_word("我的屏蔽词", by=alice, now=now)
    timelines.mute_word("鲍勃的屏蔽词", by=bob, now=now)
    work_off()
    return {"post": post, "repost": repost, "image": image, "secret": secret, "bobs": bobs}


def test_everything_of_hers_is_in_it(work_off, life, alice):
    files = exported(alice, work_off)
    assert told(files, "account")[0]["email"] == alice.email
    first, repost = told(files, "posts")
    assert (first["text"], first["pictures"][0]["alt"]) == ("我的第一条 #种草#", "一张图")
    assert (repost["parent"]["id"], repost["parent"]["by"]) == (str(life["bobs"].id), "bob")
    for size in ("thumb", "medium", "large"):
        stored = storage.path_of(f"{life['image'].key}-{size}.webp").read_bytes()
        assert files[f"media/pictures/{life['image'].id}-{size}.webp"] == stored
    assert [one["text"] for one in told(files, "comments")] == ["我来评论"]
    assert [one["post"]["by"] for one in told(files, "likes") + told(files, "favourites")] == ["bob", "bob"]
    relations = told(files, "relations")
    assert {(one["kind"], one.get("handle", one.get("name"))) for one in relations} >= {
        ("follow", "bob"), ("group", "我的分组")
    }  # fmt: skip
    assert [one["text"] for one in told(files, "messages")[0]["messages"]] == ["你好鲍勃", "你好爱丽丝"]
    assert {"setting": "muted_word", "value": "我的屏蔽词"} in told(files, "settings")
    assert json.loads(files["manifest.json"])["counts"]["posts"] == 2
    assert "种草".encode() in files["README.txt"]


def test_nothing_private_of_others_is_in_it(work_off, life, alice, bob):
    everything = b"".join(exported(alice, work_off).values()).decode("utf-8", "replace")
    for marker in ("鲍勃的私密话", "鲍勃公开说的话", "鲍勃自己的评论", "鲍勃的分组", "鲍勃的屏蔽词", bob.email):
        assert marker not in everything, marker


def test_whose_repost_passes_on_something_hidden_does_not_learn_whose_it_is(work_off, life, alice, bob):
    relationships.block(alice, by=bob, now=clock.now())
    repost = told(exported(alice, work_off), "posts")[1]
    assert repost["parent"]["by"] is None
    assert repost["parent"]["id"] == str(life["bobs"].id)


def test_one_at_a_time_and_one_a_day(frozen_clock, work_off, alice):
    operations.request_export(by=alice, now=clock.now())
    with pytest.raises(operations.NotExported) as refused:
        operations.request_export(by=alice, now=clock.now())
    assert refused.value.reason.code == "export_under_way"
    work_off()
    with pytest.raises(operations.NotExported) as refused:
        operations.request_export(by=alice, now=clock.now())
    assert refused.value.reason.code == "export_too_soon"
    frozen_clock.forward(days=1)
    operations.request_export(by=alice, now=clock.now())


def test_she_is_told_and_the_file_goes_after_a_week(frozen_clock, work_off, alice):
    export = operations.request_export(by=alice, now=clock.now())
    work_off()
    notice = db.session.scalar(db.select(Notice).filter_by(account_id=alice.id, code="export_ready"))
    assert notice is not None
    export = db.session.get_one(DataExport, export.id, populate_existing=True)
    path = vault.path_of(export.key)
    assert path.is_file()
    operations.remove_expired(frozen_clock.forward(days=6, hours=23))
    assert path.is_file()
    operations.remove_expired(frozen_clock.forward(hours=2))
    assert not path.exists()
    assert db.session.get_one(DataExport, export.id, populate_existing=True).state == "expired"


def test_what_is_never_ready_is_given_up_and_can_be_asked_for_again(frozen_clock, alice):
    export = operations.request_export(by=alice, now=clock.now())
    operations.remove_expired(frozen_clock.forward(hours=25))
    assert db.session.get_one(DataExport, export.id, populate_existing=True).state == "failed"
    operations.request_export(by=alice, now=clock.now())


def test_gathered_twice_it_is_one_file(work_off, alice):
    export = operations.request_export(by=alice, now=clock.now())
    work_off()
    key = queries.latest_export(alice).key
    operations.gather(export.id, now=clock.now())
    assert queries.latest_export(alice).key == key


def test_the_page_and_the_file(client, login, work_off, alice):
    login(client, alice)
    assert "/settings/data/exports" in client.get("/settings/data").get_data(as_text=True)
    assert client.post("/settings/data/exports").status_code == 303
    export = queries.latest_export(alice)
    assert client.get(f"/settings/data/exports/{export.id}").get_json()["is_under_way"]
    page = client.get("/settings/data").get_data(as_text=True)
    assert f'data-export-id="{export.id}"' in page
    work_off()
    assert client.get(f"/settings/data/exports/{export.id}").get_json()["percent"] == 100
    address = f"/settings/data/exports/{export.id}/file"
    assert client.post(address, data={"password": "wrong"}).status_code == 422
    assert client.post(address).status_code == 422
    answer = client.post(address, data={"password": PASSWORD})
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "private, no-store")
    assert zipfile.ZipFile(io.BytesIO(answer.data)).testzip() is None
    answer.close()
    with client.session_transaction() as session:
        session["second_factor_at"] = clock.now().timestamp()
    answer = client.post(address)
    assert answer.status_code == 200
    answer.close()


def test_the_file_is_nobody_elses(client, login, staff_login, work_off, alice, bob, admin):
    export = operations.request_export(by=alice, now=clock.now())
    work_off()
    address = f"/settings/data/exports/{export.id}/file"
    assert client.post(address, data={"password": PASSWORD}).status_code == 302
    for other in (bob, admin):
        (staff_login if other is admin else login)(client, other)
        assert client.post(address, data={"password": PASSWORD}).status_code == 404
        assert client.get(f"/settings/data/exports/{export.id}").status_code == 404


def test_a_banned_and_a_leaving_person_can_take_their_data_along(client, login, work_off, alice, bob):
    accounts.ban(alice, now=clock.now())
    accounts.ask_to_close(by=bob, password=PASSWORD, has_proof=True, now=clock.now())
    for person in (alice, bob):
        login(client, person)
        assert client.get("/settings/data").status_code == 200
        assert client.post("/settings/data/exports").status_code == 303
        work_off()
        address = f"/settings/data/exports/{queries.latest_export(person).id}/file"
        answer = client.post(address, data={"password": PASSWORD})
        assert answer.status_code == 200
        answer.close()


def test_staff_sees_requests_and_not_what_is_in_them(client, staff_login, work_off, alice, bob, admin, mod):
    makers.make_post(by=alice, text="爱丽丝说的话")
    operations.request_export(by=alice, now=clock.now())
    accounts.ask_to_close(by=bob, password=PASSWORD, has_proof=True, now=clock.now())
    staff_login(client, admin)
    page = client.get("/admin/data").get_data(as_text=True)
    assert "@alice" in page
    assert "@bob" in page
    assert "爱丽丝说的话" not in page
    staff_login(client, mod)
    assert client.get("/admin/data", headers={"X-Fragment": "1"}).status_code == 403


def test_closing_removes_the_file(frozen_clock, work_off, alice):
    operations.request_export(by=alice, now=clock.now())
    work_off()
    path = vault.path_of(queries.latest_export(alice).key)
    closes_at = accounts.ask_to_close(by=alice, password=PASSWORD, has_proof=True, now=clock.now())
    frozen_clock.forward(days=7, minutes=1)
    work_off()
    assert closes_at < clock.now()
    assert not path.exists()
    assert db.session.scalar(db.select(DataExport)) is None


def test_an_export_under_way_of_somebody_who_is_gone_leaves_nothing(alice):
    export = operations.request_export(by=alice, now=clock.now())
    operations.forget(alice.id)
    operations.gather(export.id, now=clock.now() + timedelta(seconds=1))
    assert db.session.scalar(db.select(DataExport)) is None
