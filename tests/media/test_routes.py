"""Uploading and serving."""

import io

import pytest

from app.media import operations
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
    assert "immutable" in small.headers["Cache-Control"]
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


def test_files_are_open_to_everyone_who_has_the_address(app, client, alice, frozen_clock):
    image = operations.store_image(pictures.picture(), by=alice, now=frozen_clock())
    assert closed(client.get(f"/media/{image.key}-large.webp")).status_code == 200
    assert client.get(f"/media/{image.key}-huge.webp").status_code == 404
