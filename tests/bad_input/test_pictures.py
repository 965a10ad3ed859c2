"""Files that are no pictures, or not what they say: refused with their own sentence, and neither row nor file stays."""

import io
import time
from functools import cache

import pytest

from app.media import rules
from tests.media.pictures import bomb, picture

HTML = b"<!doctype html><html><script>alert(1)</script></html>"
SVG = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
CASES = [
    ("nothing.png", b"", "image/png", "empty", "空的"),
    ("page.jpg", HTML, "image/jpeg", "mislabelled", "不符"),
    ("photo.png", picture("PNG"), "image/svg+xml", "mislabelled", "不符"),
    ("photo.png", picture("JPEG"), "image/png", "mislabelled", "不符"),
    ("drawing.svg", SVG, "image/svg+xml", "svg", "SVG"),
    ("drawing.png", SVG, "image/png", "svg", "SVG"),
    ("drawing.png", b"<?xml version='1.0'?>\n<!-- a -->" + SVG, "image/png", "svg", "SVG"),
    ("cut.jpg", picture("JPEG")[:2000], "image/jpeg", "broken", "损坏"),
    ("cut.png", picture("PNG", mode="RGB", size=(300, 300))[:-200], "image/png", "broken", "损坏"),
    ("words.txt", b"hello", "text/plain", "not_an_image", "JPEG"),
    ("program.exe", b"MZ" + bytes(100), "application/octet-stream", "not_an_image", "JPEG"),
]


@cache
def huge():
    """A PNG of 900 million pixels in a hundred kilobytes."""
    return bomb(30_000, 30_000)


def send(client, name, content, mimetype, **headers):
    data = {"file": (io.BytesIO(content), name, mimetype)}
    return client.post("/media/images", data=data, headers={"X-Fragment": "1", **headers})


@pytest.mark.parametrize(("name", "content", "mimetype", "code", "sentence"), CASES)
def test_what_is_no_picture_is_refused(as_alice, unchanged, name, content, mimetype, code, sentence):
    with unchanged():
        told = send(as_alice, name, content, mimetype, Accept="application/json")
        shown = send(as_alice, name, content, mimetype)
    assert told.status_code == shown.status_code == 422
    assert told.json["error"]["code"] == code
    assert sentence in told.json["error"]["message"]
    assert told.json["error"]["message"] in shown.text


def test_a_bomb_is_measured_and_not_unpacked(as_alice, unchanged):
    content = huge()
    assert len(content) < 1_000_000
    begun = time.monotonic()
    with unchanged():
        told = send(as_alice, "bomb.png", content, "image/png", Accept="application/json")
    assert (told.status_code, told.json["error"]["code"]) == (422, "too_many_pixels")
    assert "5000万像素" in told.json["error"]["message"]
    assert time.monotonic() - begun < 2


def test_a_file_that_is_too_large(as_alice, unchanged, monkeypatch):
    monkeypatch.setattr(rules, "MAX_BYTES", 100_000)  # the real limit would only make the test slow
    with unchanged():
        told = send(as_alice, "big.jpg", b"\xff\xd8\xff" + bytes(100_000), "image/jpeg", Accept="application/json")
    assert (told.status_code, told.json["error"]["code"]) == (422, "too_large")
    assert "20MB" in told.json["error"]["message"]


@pytest.mark.parametrize("accept", ["application/json", "text/html"])
def test_a_request_larger_than_the_site_takes(as_alice, unchanged, accept):
    with unchanged():
        told = as_alice.post(
            "/media/images", data=b"--x", content_type="multipart/form-data; boundary=x",
            headers={"X-Fragment": "1", "Accept": accept}, environ_overrides={"CONTENT_LENGTH": str(25 * 1024 * 1024)},
        )  # fmt: skip
    assert told.status_code == 413
    assert "太大" in told.json["error"]["message"]


def test_no_file_at_all(as_alice, unchanged):
    with unchanged():
        told = as_alice.post("/media/images", data={"file": "words"}, headers={"Accept": "application/json"})
    assert (told.status_code, told.json["error"]["code"]) == (422, "empty")


def test_english_readers_are_told_in_english(as_stranger):
    told = send(as_stranger, "page.jpg", HTML, "image/jpeg", Accept="application/json")
    assert told.json["error"]["message"].startswith("This file is not what its name says")


@pytest.mark.parametrize("field", ["avatar", "banner"])
def test_bad_pictures_of_a_profile_leave_the_other_fields_typed(as_alice, unchanged, field):
    for name, content in [("page.jpg", HTML), ("bomb.png", huge()), ("drawing.svg", SVG)]:
        data = {"nickname": "新名字", "bio": "新的简介", field: (io.BytesIO(content), name)}
        with unchanged():
            page = as_alice.post("/settings/profile", data=data)
        assert page.status_code == 422
        assert 'value="新名字"' in page.text
        assert "新的简介" in page.text


@pytest.mark.parametrize("key", [
    "../../etc/passwd", "..%2f..%2fetc%2fpasswd", "%2e%2e/%2e%2e/etc/passwd", "/etc/passwd", "ab/cd/../../app.db",
    "ab/cd/%2e%2e/%2e%2e/%2e%2e/secret_key", "ab/cd/x%00.webp", "ab\\cd\\secret.webp", "ab/cd/secret_key", "app.db",
    "ab/cd/" + "a" * 300 + ".webp", "", "ab/cd/gone-0000-large.webp",
])  # fmt: skip
def test_no_path_leads_out_of_the_upload_folder(client, key):
    for path in (f"/media/{key}", f"/static/{key}"):
        answer = client.get(path)
        assert answer.status_code in (404, 308, 301)
        assert "root:" not in answer.text
