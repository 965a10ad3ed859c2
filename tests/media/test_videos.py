"""Videos: what is taken, what is left out, who may see them, and that they can be watched from the middle."""

import io
import json
import subprocess

import pytest
from PIL import Image as Pictures

from app.kernel import storage
from app.kernel.database import db
from app.media import operations, queries, rules
from app.media.models import Video
from app.media.presenters import video_view
from app.media.rules import Film
from app.posts import operations as posts
from tests.support import videos

JSON = {"X-Fragment": "1", "Accept": "application/json"}


@pytest.fixture
def store(app, alice, frozen_clock):
    videos.need_ffmpeg()
    return lambda content: operations.store_video(io.BytesIO(content), by=alice, now=frozen_clock())


def file_of(video):
    return storage.path_of(f"{video.key}.mp4")


def unfinished(app):
    return list(app.config["UPLOAD_DIR"].glob("unfinished-*"))


def said_about(path):
    words = ["ffprobe", "-v", "error", "-of", "json", "-show_format", "-show_streams", str(path)]
    return json.loads(subprocess.run(words, check=True, capture_output=True).stdout)


class TestStoring:
    def test_a_video_and_its_poster(self, app, store, alice):
        video = store(videos.video())
        assert (video.width, video.height, video.owner_id) == (320, 180, alice.id)
        assert 1400 <= video.length <= 1700
        assert video.size == file_of(video).stat().st_size
        with Pictures.open(storage.path_of(f"{video.key}-poster.webp")) as poster:
            assert (poster.format, poster.size) == ("WEBP", (320, 180))
        assert unfinished(app) == []

    def test_picture_and_sound_stay_and_nothing_else(self, store):
        video = store(videos.video())
        content = file_of(video).read_bytes()
        assert b"secret" not in content
        assert b"121.47" not in content
        said = said_about(file_of(video))
        assert [(one["codec_type"], one["codec_name"]) for one in said["streams"]] == [
            ("video", "h264"),
            ("audio", "aac"),
        ]
        assert content.index(b"moov") < content.index(b"mdat"), "the index comes first, so that it plays at once"

    def test_without_sound(self, store):
        assert [one["codec_type"] for one in said_about(file_of(store(videos.video(sound=None))))["streams"]] == [
            "video"
        ]

    def test_filmed_on_its_side(self, store):
        video = store(videos.turned(videos.video()))
        assert (video.width, video.height) == (180, 320)
        with Pictures.open(storage.path_of(f"{video.key}-poster.webp")) as poster:
            assert poster.size == (180, 320)

    def test_two_sound_tracks_become_one(self, store):
        extra = ("-map", "0:v", "-map", "1:a", "-map", "1:a")
        assert len(said_about(file_of(store(videos.video(extra=extra))))["streams"]) == 2

    @pytest.mark.parametrize(
        ("make", "code"),
        [
            (lambda: b"", "empty"),
            (lambda: b"<html>no video at all</html>", "not_a_video"),
            (lambda: b"\x00\x00\x00\x20ftypisom" + bytes(4000), "broken"),
            (lambda: videos.video(kind="mkv"), "not_a_video"),
            (lambda: videos.video(codec="mpeg4"), "wrong_codec"),
            (lambda: videos.video(pixels="yuv444p"), "wrong_codec"),
            (lambda: videos.video(sound="mp3"), "wrong_codec"),
            (lambda: videos.video()[:9000], "broken"),
            (lambda: videos.starting_at_once(videos.video(seconds=4))[:20_000], "broken"),
        ],
        ids=["empty", "markup", "only_a_head", "mkv", "mpeg4", "444", "mp3", "no_index", "cut_off"],
    )
    def test_refusals(self, app, store, make, code):
        with pytest.raises(operations.VideoRefused) as refused:
            store(make())
        assert refused.value.reason.code == code
        assert db.session.query(Video).count() == 0
        assert unfinished(app) == []

    def test_too_large_is_noticed_on_the_way(self, store, monkeypatch):
        monkeypatch.setattr(rules, "MAX_VIDEO_BYTES", 10_000)
        with pytest.raises(operations.VideoRefused) as refused:
            store(videos.video())
        assert refused.value.reason is rules.VIDEO_TOO_LARGE

    def test_a_playlist_leads_nowhere(self, store):
        """A list of addresses dressed up as a video would make ffmpeg fetch them."""
        with pytest.raises(operations.VideoRefused):
            store(b"\x00\x00\x00\x18ftyp\n#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1:1/x\nfile:///etc/passwd\n")

    def test_without_ffmpeg(self, app, alice, client, login, frozen_clock, monkeypatch):
        monkeypatch.setenv("PATH", "/nowhere")
        with pytest.raises(operations.VideoRefused) as refused:
            operations.store_video(io.BytesIO(b"any"), by=alice, now=frozen_clock())
        assert refused.value.reason is rules.NO_FFMPEG
        answer = login(client, alice).post("/media/videos", data={"file": (io.BytesIO(b"any"), "a.mp4")}, headers=JSON)
        assert (answer.status_code, answer.json["error"]["code"]) == (422, "no_video")


class TestRules:
    FILM = Film(length=60_000, size=1000, codec="h264", pixels="yuv420p", width=1920, height=1080, sound="aac")

    @pytest.mark.parametrize(
        ("change", "code"),
        [
            ({}, None),
            ({"length": rules.MAX_LENGTH}, None),
            ({"length": rules.MAX_LENGTH + 1}, "too_long"),
            ({"length": 0}, "broken"),
            ({"width": 0}, "broken"),
            ({"width": 4096, "height": 2304}, None),
            ({"width": 4096, "height": 4096}, "too_many_pixels"),
            ({"width": 8192, "height": 16}, "too_many_pixels"),
            ({"codec": "hevc"}, "wrong_codec"),
            ({"codec": ""}, "not_a_video"),
            ({"sound": "opus"}, "wrong_codec"),
            ({"pixels": "yuv420p10le"}, "wrong_codec"),
        ],
    )
    def test_which_films_are_taken(self, change, code):
        reason = rules.why_not_film(Film(**{**vars(self.FILM), **change}))
        assert (reason.code if reason else None) == code


class TestUsingAndClearing:
    def test_once_and_by_its_owner_alone(self, store, alice, bob, frozen_clock):
        video = store(videos.video())
        assert queries.video_owned_by(alice, video.id) is video
        assert queries.video_owned_by(bob, video.id) is None
        operations.attach_video(video, now=frozen_clock(), guard="post", to=5)
        with pytest.raises(operations.VideoRefused):
            operations.attach_video(video, now=frozen_clock(), guard="post", to=6)

    def test_orphans_go_after_a_day_with_their_files(self, store, alice, frozen_clock):
        used, unused, held = (store(videos.video()) for _ in range(3))
        operations.attach_video(used, now=frozen_clock(), guard="post", to=5)
        operations.hold([], held.id, by=alice, draft_id=8)
        assert operations.remove_orphans(frozen_clock.forward(hours=25)) == 1
        assert {one.id for one in db.session.query(Video)} == {used.id, held.id}
        assert not file_of(unused).exists()
        assert not storage.path_of(f"{unused.key}-poster.webp").exists()

    def test_what_a_killed_process_left_is_swept(self, app, frozen_clock):
        left = app.config["UPLOAD_DIR"] / "unfinished-left"
        left.mkdir(parents=True)
        (left / "given.mp4").write_bytes(b"half")
        storage.clear_workshops(left_before=frozen_clock().replace(year=2020))
        assert left.exists()
        storage.clear_workshops(left_before=frozen_clock().replace(year=2100))
        assert not left.exists()

    def test_lengths_read_like_clocks(self, make_video, alice):
        labels = [
            video_view(make_video(by=alice, length=length)).length_label for length in (300, 59_600, 65_000, 600_000)
        ]
        assert labels == ["0:01", "1:00", "1:05", "10:00"]


class TestRoutes:
    @pytest.fixture
    def upload(self, app, client, login, alice):
        videos.need_ffmpeg()
        login(client, alice)
        return lambda content: client.post(
            "/media/videos", data={"file": (io.BytesIO(content), "film.mp4")}, headers=JSON
        )

    def test_an_upload_answers_id_and_poster(self, client, upload):
        answer = upload(videos.video())
        assert answer.status_code == 201
        assert answer.json["id"].isdigit()
        assert answer.json["length_label"] == "0:02"
        with client.get(answer.json["poster_url"]) as poster:
            assert (poster.status_code, poster.mimetype) == (200, "image/webp")

    def test_watching_from_the_middle(self, client, upload):
        url = upload(videos.video()).json["url"]
        with client.get(url) as whole:
            content = whole.data
            assert (whole.status_code, whole.mimetype) == (200, "video/mp4")
            assert whole.headers["Accept-Ranges"] == "bytes"
        with client.get(url, headers={"Range": "bytes=100-199"}) as part:
            assert (part.status_code, part.data) == (206, content[100:200])
            assert part.headers["Content-Range"] == f"bytes 100-199/{len(content)}"
        with client.get(url, headers={"Range": "bytes=-50"}) as end:
            assert end.data == content[-50:]
        with client.get(url, headers={"Range": f"bytes={len(content)}-"}) as beyond:
            assert beyond.status_code == 416

    def test_a_video_of_a_post_is_for_those_who_may_see_the_post(self, app, login, upload, alice, bob, frozen_clock):
        answer = upload(videos.video())
        urls = answer.json["url"], answer.json["poster_url"]
        posts.publish(by=alice, text="片", now=frozen_clock(), video_id=int(answer.json["id"]), audience="self")
        for url in urls:
            for other in (login(app.test_client(), bob), app.test_client()):
                assert other.get(url, headers={"Range": "bytes=0-9"}).status_code == 404

    def test_larger_than_other_uploads_but_only_when_logged_in(self, app, client, upload, monkeypatch):
        monkeypatch.setitem(app.config, "MAX_CONTENT_LENGTH", 5000)
        assert len(videos.video()) > 5000
        assert upload(videos.video()).status_code == 201
        body = {"file": (io.BytesIO(videos.video()), "film.mp4")}
        assert app.test_client().post("/media/videos", data=body, headers=JSON).status_code in (401, 413)
        again = client.post("/media/images", data={"file": (io.BytesIO(bytes(6000)), "a.jpg")}, headers=JSON)
        assert again.status_code == 413

    def test_no_file(self, client, login, alice):
        assert login(client, alice).post("/media/videos", headers=JSON).json["error"]["code"] == "empty"
