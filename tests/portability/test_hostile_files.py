"""What comes as an export may be anything: it is refused with a sentence, and nothing of it stays."""

import io
import json
import stat
import zipfile

import pytest
from sqlalchemy import select

from app.accounts.models import Account
from app.kernel import clock
from app.kernel.database import db
from app.media.models import Image
from app.portability import operations
from app.posts.models import Post
from tests.media.pictures import picture

MANIFEST = {"schema": 1, "site": "0123abcd", "handle": "guest", "counts": {}}
ACCOUNT = {
    "handle": "guest", "nickname": "远方来客", "email": "guest@example.com", "bio": "", "language": "zh",
    "theme": "auto", "created_at": "2025-01-01T00:00:00+00:00", "avatar": None, "banner": None,
}  # fmt: skip
POST = {
    "id": "77", "created_at": "2025-02-01T00:00:00+00:00", "text": "远方来信", "entities": [], "audience": "public",
    "reposters": "all", "commenters": "all", "approves_comments": False, "is_folded": False, "fold_note": "",
    "is_ai_made": False, "label": "", "shows_chain": True, "depth": 0, "version": 1, "edited_at": None, "group": None,
    "taken_down": False, "is_pinned": False, "parent": None, "root": None, "pictures": [], "video": None, "cards": [],
    "poll": None, "versions": [],
}  # fmt: skip


def packed(tmp_path, files=None, *, manifest=MANIFEST, account=ACCOUNT, posts=(POST,), infos=()):
    """An export as somebody may have made it by hand."""
    path = tmp_path / "guest.zip"
    content = {
        "manifest.json": json.dumps(manifest), "account.json": json.dumps([account]),
        "posts.json": json.dumps(list(posts)), **(files or {}),
    }  # fmt: skip
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in content.items():
            if body is not None:
                archive.writestr(name, body)
        for info, body in infos:
            archive.writestr(info, body)
    return path


def take_in(path):
    with operations.opened(path) as pack:
        return operations.take_in([pack], now=clock.now(), password_for=lambda handle: "correct horse")[0]


def link(name="media/pictures/1-large.webp", mode=stat.S_IFLNK | 0o777):
    info = zipfile.ZipInfo(name)
    info.create_system, info.external_attr = 3, mode << 16
    return info


def posted():
    return db.session.scalars(select(Post).order_by(Post.id)).all()


def test_one_made_by_hand_is_taken_in(app, tmp_path):
    arrival = take_in(packed(tmp_path))
    assert (arrival.taken["posts"], dict(arrival.skipped)) == (1, {})
    assert [post.text for post in posted()] == ["远方来信"]


@pytest.mark.parametrize(
    "name",
    ["../evil.json", "/etc/passwd", "media/../../x.webp", "media\\pictures\\1-large.webp", "media/pictures/1-large.exe",
     "C:/evil.json", "posts.json/x", "media/pictures/../1-large.webp", "evil.py", "media/pictures/x-large.webp"],
)  # fmt: skip
def test_names_that_have_no_place_in_an_export(app, tmp_path, name):
    with pytest.raises(operations.BadFile, match="no place"):
        take_in(packed(tmp_path, {name: "x"}))
    assert list(tmp_path.parent.rglob("evil*")) == []


@pytest.mark.parametrize("mode", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR])
def test_links_and_devices(app, tmp_path, mode):
    with pytest.raises(operations.BadFile, match="link"):
        take_in(packed(tmp_path, infos=[(link(mode=mode | 0o777), "/etc/passwd")]))


def test_a_bomb(app, tmp_path):
    with pytest.raises(operations.BadFile, match="far more"):
        take_in(packed(tmp_path, {"comments.json": " " * 50_000_000}))


def test_what_says_it_is_small_and_is_not(app, tmp_path):
    path = packed(tmp_path, {"comments.json": " " * 900_000})
    raw = bytearray(path.read_bytes())
    place = raw.rfind(b"comments.json") - 46  # its entry in the central directory
    raw[place + 24 : place + 28] = (10).to_bytes(4, "little")
    path.write_bytes(raw)
    with pytest.raises(operations.BadFile):
        take_in(path)


def test_one_name_twice(app, tmp_path):
    with pytest.warns(UserWarning, match="Duplicate"):
        path = packed(tmp_path, infos=[(zipfile.ZipInfo("posts.json"), "[]")])
    with pytest.raises(operations.BadFile, match="twice"):
        take_in(path)


@pytest.mark.parametrize(
    "manifest",
    [None, [], {}, {**MANIFEST, "schema": 2}, {**MANIFEST, "schema": "1"}, {**MANIFEST, "site": "../../../"},
     {**MANIFEST, "handle": ""}],
)  # fmt: skip
def test_another_format(app, tmp_path, manifest):
    with pytest.raises(operations.BadFile):
        take_in(packed(tmp_path, manifest=manifest))
    assert db.session.scalar(select(Account)) is None


@pytest.mark.parametrize(
    "body", ["", "{", "[1, 2]", '{"a": 1}', b"\xff\xfe", "[" * 100_000, '[{"id": NaN'], ids=range(7)
)
def test_broken_json(app, tmp_path, body):
    with pytest.raises(operations.BadFile, match=r"posts\.json"):
        take_in(packed(tmp_path, {"posts.json": body}))


def test_not_a_zip_at_all(app, tmp_path):
    path = tmp_path / "x.zip"
    for content in (b"", b"hello", b"PK\x03\x04" + b"x" * 100):
        path.write_bytes(content)
        with pytest.raises(operations.BadFile, match="ZIP"):
            take_in(path)


def test_a_damaged_one(app, tmp_path):
    path = packed(tmp_path, infos=[(zipfile.ZipInfo("comments.json"), "[" + " " * 5000 + "]")])
    raw = bytearray(path.read_bytes())
    raw[raw.find(b"comments.json") + 200] ^= 0xFF
    path.write_bytes(raw)
    with pytest.raises(operations.BadFile, match="damaged"):
        take_in(path)


@pytest.mark.parametrize(
    "wrong",
    [{"created_at": "yesterday"}, {"created_at": "2025-01-01T00:00:00"}, {"id": "x"}, {"text": ""}, {"pictures": 5},
     {"poll": {"options": [{"text": "一个"}], "most": 1, "closes_at": "2025-03-01T00:00:00+00:00"}},
     {"cards": [{"key": "k", "title": "t", "url": "javascript:alert(1)", "shop_name": "", "brand": "", "price": None,
                 "currency": ""}]}, {"parent": {"id": "x"}, "root": {"id": "y"}}, {"versions": [{"text": 1}]}],
    ids=range(9),
)  # fmt: skip
def test_an_entry_that_makes_no_sense_is_left_out_and_the_others_come(app, tmp_path, wrong):
    arrival = take_in(packed(tmp_path, posts=[{**POST, **wrong}, {**POST, "id": "78", "text": "第二条"}]))
    assert (arrival.taken["posts"], arrival.skipped["posts"]) == (1, 1)
    assert [post.text for post in posted() if post.purged_at is None] == ["第二条"]


@pytest.mark.parametrize("content", [b"GIF89a", b"<svg/>", b"RIFF\x00\x00\x00\x00WEBPVP8 broken", b""])
def test_pictures_that_are_none(app, tmp_path, content):
    files = {f"media/pictures/5-{size}.webp": content for size in ("thumb", "medium", "large")}
    told = {**POST, "pictures": [{"file": "media/pictures/5-large.webp", "alt": ""}]}
    arrival = take_in(packed(tmp_path, files, posts=[told]))
    assert arrival.skipped["pictures"] == 1
    assert db.session.scalar(select(Image)) is None


def test_a_picture_of_another_kind_is_none_of_ours(app, tmp_path):
    files = {f"media/pictures/5-{size}.webp": picture() for size in ("thumb", "medium", "large")}
    told = {**POST, "pictures": [{"file": "media/pictures/5-large.webp", "alt": ""}]}
    assert take_in(packed(tmp_path, files, posts=[told])).skipped["pictures"] == 1


def test_an_audience_that_nobody_knows_is_for_oneself_alone(app, tmp_path):
    take_in(packed(tmp_path, posts=[{**POST, "audience": "world", "reposters": "x", "commenters": "y"}]))
    (post,) = posted()
    assert (post.audience, post.reposters, post.commenters) == ("self", "none", "none")


@pytest.mark.parametrize("wrong", [{"handle": "a"}, {"nickname": "官方"}, {"email": "none"}])
def test_an_account_that_cannot_be_here(app, tmp_path, wrong):
    with pytest.raises(operations.NotTaken):
        take_in(packed(tmp_path, account={**ACCOUNT, **wrong}))
    assert db.session.scalar(select(Account)) is None


def test_the_command_says_it_in_a_sentence(app, tmp_path):
    path = tmp_path / "x.zip"
    path.write_bytes(io.BytesIO(b"hello").read())
    result = app.test_cli_runner().invoke(args=["account", "import", str(path)])
    assert result.exit_code == 1
    assert "cannot be read as a ZIP file" in result.output
    assert "Traceback" not in result.output
