"""Uploading and serving."""

import io

import pytest

from app.media import operations, queries
from app.posts import operations as posts
from tests.media import pictures

JSON = {"X-Fragment": "1", "Accept": "application/json"}


def upload(client, content, filename="photo.jpg", mimetype=None):
    data = {"file": (io.BytesIO(content), filename, mimetype) if mimetype else (io.BytesIO(content), filename)}
    return client.post("/media/images", data=data, headers=JSON)


def closed(answer):
    """The answer with its file given back."""
    answer.close()
    return answer


def test_an_upload_answers_its_id_and_small_picture(client, login, alice):
    answer = upload(login(client, alice), pictures.picture(size=(640, 480)))
    assert answer.status_code == 201
    assert (answer.json["width"], answer.json["height"]) == (640, 480)
    assert answer.json["id"].isdigit()
    small = closed(client.get(answer.json["thumb_url"]))
    assert (small.status_code, small.mimetype) == (200, "image/webp")
    assert small.headers["Cache-Control"].startswith("private")
    assert small.headers["X-Content-Type-Options"] == "nosniff"
    again = closed(client.get(answer.json["thumb_url"], headers={"If-None-Match": small.headers["ETag"]}))
    assert again.status_code == 304


@pytest.mark.parametrize(
    ("content", "filename", "code"),
    [
        (b"", "a.jpg", "empty"),
        (b"<svg/>", "a.svg", "svg"),
        (b"<html></html>", "a.jpg", "mislabelled"),
        (pictures.picture()[:300], "a.jpg", "broken"),
    ],
)
def test_refusals(client, login, alice, content, filename, code):
    answer = upload(login(client, alice), content, filename)
    assert (answer.status_code, answer.json["error"]["code"]) == (422, code)


def test_no_file_at_all_and_nobody_logged_in(client, login, alice):
    assert upload(client, pictures.picture()).status_code == 401
    login(client, alice)
    assert client.post("/media/images", headers=JSON).json["error"]["code"] == "empty"


@pytest.mark.parametrize(
    "path",
    [
        "../../../etc/passwd",
        "ab/cd/..%2f..%2fsecret_key",
        "ab/cd/abcdef.webp",
        "secret_key",
        "ab/cd/",
        "%00/aa/abcd.webp",
    ],
)
def test_nothing_else_is_served(client, path):
    assert client.get(f"/media/{path}").status_code == 404


@pytest.fixture
def guards():
    """What the site has registered, for a test to change."""
    kept = dict(queries._guards)
    yield queries.set_guards
    queries.set_guards(kept)


class TestWhoMaySee:
    def image(self, alice, now, **hangs):
        image = operations.store_image(pictures.picture(), by=alice, now=now)
        if hangs:
            operations.attach([image], now=now, **hangs)
        return f"/media/{image.key}-large.webp"

    def seen_by(self, app, login, url, *people):
        clients = [login(app.test_client(), one) if one else app.test_client() for one in people]
        return [closed(client.get(url)).status_code for client in clients]

    def test_what_is_not_in_use_is_its_owners_alone(self, app, login, alice, bob, frozen_clock):
        url = self.image(alice, frozen_clock())
        assert self.seen_by(app, login, url, alice, bob, None) == [200, 404, 404]

    def test_an_avatar_is_open_and_kept_by_everyone(self, app, client, alice, frozen_clock):
        url = self.image(alice, frozen_clock(), guard="", to=None)
        answer = closed(client.get(url))
        assert answer.status_code == 200
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert client.get(url.replace("large", "huge")).status_code == 404

    def test_the_guard_is_asked_about_the_thing_and_the_viewer(self, app, login, guards, alice, bob, frozen_clock):
        url = self.image(alice, frozen_clock(), guard="message", to=77)
        guards({"message": lambda thing, viewer: thing == 77 and viewer is not None and viewer.id == bob.id})
        assert self.seen_by(app, login, url, alice, bob, None) == [200, 200, 404]
        answer = closed(login(app.test_client(), bob).get(url))
        assert answer.headers["Cache-Control"].startswith("private")

    def test_what_anybody_may_see_may_be_kept_by_anybody(self, app, login, guards, alice, bob, frozen_clock):
        url = self.image(alice, frozen_clock(), guard="post", to=77)
        guards({"post": lambda thing, viewer: viewer is None or viewer.id != bob.id})
        assert self.seen_by(app, login, url, alice, bob, None) == [200, 404, 200]
        assert closed(app.test_client().get(url)).headers["Cache-Control"].startswith("public")

    def test_without_a_guard_only_the_owner_comes_in(self, app, login, guards, alice, bob, frozen_clock):
        url = self.image(alice, frozen_clock(), guard="post", to=77)
        guards({})
        assert self.seen_by(app, login, url, alice, bob, None) == [200, 404, 404]

    def test_the_picture_of_a_post_is_for_those_who_may_see_the_post(self, app, login, alice, bob, carol, make_follow,
                                                                     frozen_clock):  # fmt: skip
        make_follow(by=bob, of=alice)
        image = operations.store_image(pictures.picture(), by=alice, now=frozen_clock())
        posts.publish(by=alice, text="图", now=frozen_clock(), image_ids=[image.id], audience="fans")
        url = f"/media/{image.key}-thumb.webp"
        assert self.seen_by(app, login, url, alice, bob, carol, None) == [200, 200, 404, 404]

    def test_the_server_in_front_may_send_the_bytes(self, app, client, alice, frozen_clock, monkeypatch):
        url = self.image(alice, frozen_clock(), guard="", to=None)
        monkeypatch.setitem(app.config, "ACCEL_PREFIX", "/uploads/")
        answer = client.get(url)
        assert (answer.status_code, answer.data, answer.mimetype) == (200, b"", "image/webp")
        assert answer.headers["X-Accel-Redirect"] == url.replace("/media/", "/uploads/")
