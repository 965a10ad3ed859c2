"""Pictures: what comes in is measured, turned, stripped and re-encoded; what is no picture is refused with a reason."""

import io

import pytest
from PIL import Image as Pictures

from app.kernel import storage
from app.kernel.database import db
from app.media import operations, rules
from app.media.models import Image
from app.media.presenters import image_view
from tests.media import pictures


@pytest.fixture
def store(app, alice, frozen_clock):
    return lambda content, **values: operations.store_image(content, by=alice, now=frozen_clock(), **values)


def file_of(image, size="large"):
    return storage.path_of(f"{image.key}-{size}.webp").read_bytes()


def opened(image, size="large"):
    return Pictures.open(io.BytesIO(file_of(image, size)))


class TestStoring:
    @pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
    def test_each_kind_becomes_webp_in_three_sizes(self, store, alice, kind):
        image = store(pictures.picture(kind, (3000, 1500)), filename=f"Photo.{kind.lower()}")
        assert (image.kind, image.owner_id, image.attached_at) == (kind.lower(), alice.id, None)
        sizes = {size: opened(image, size).size for size in ("thumb", "medium", "large")}
        assert sizes == {"thumb": (360, 360), "medium": (720, 360), "large": (2048, 1024)}
        assert (image.width, image.height) == (2048, 1024)
        assert opened(image).format == "WEBP"
        assert image.size == sum(len(file_of(image, size)) for size in sizes)

    def test_small_pictures_are_not_blown_up(self, store):
        image = store(pictures.picture(size=(90, 60)))
        assert [opened(image, size).size for size in ("thumb", "medium", "large")] == [(60, 60), (90, 60), (90, 60)]

    def test_a_long_picture_keeps_its_width(self, store):
        image = store(pictures.picture("PNG", (1000, 9000)))
        assert opened(image).size == (1000, 9000)
        assert opened(image, "medium").size == (720, 6480)
        assert image_view(image).is_long

    def test_is_upright_and_tells_nothing_about_its_owner(self, store):
        image = store(pictures.upright_by_exif())
        large = opened(image)
        assert large.size == (300, 400)
        assert large.convert("RGB").getpixel((150, 20))[0] > 200  # red is on top now
        assert not large.getexif()
        for size in ("thumb", "medium", "large"):
            assert not any(
                mark in file_of(image, size) for mark in (b"SecretCamera", b"EXIF", b"Exif", b"ICCP", b"XMP")
            )

    def test_colour_profiles_are_worked_in_and_dropped(self, store):
        assert b"ICCP" not in file_of(store(pictures.with_profile()))

    @pytest.mark.parametrize(
        ("mode", "colour", "kind"),
        [("CMYK", (0, 200, 200, 0), "JPEG"), ("L", 120, "JPEG"), ("RGBA", (1, 2, 3, 90), "PNG"),
         ("LA", (90, 90), "PNG"), ("1", 1, "PNG"), ("P", 3, "PNG"), ("I;16", 40_000, "PNG")],
    )  # fmt: skip
    def test_every_way_of_colour(self, store, mode, colour, kind):
        image = store(pictures.picture(kind, (50, 40), mode, colour))
        assert opened(image).mode == ("RGBA" if mode in ("RGBA", "LA") else "RGB")

    def test_a_moving_picture_moves_and_its_small_one_stands_still(self, store):
        image = store(pictures.moving())
        assert image.is_animated
        assert (opened(image).n_frames, opened(image, "thumb").n_frames) == (4, 1)
        assert opened(image).size == (image.width, image.height) == (300, 200)

    def test_without_an_owner_it_is_the_sites(self, app, frozen_clock):
        assert operations.store_image(pictures.picture(), by=None, now=frozen_clock()).owner_id is None


class TestRefusing:
    @pytest.mark.parametrize(
        ("content", "label", "code"),
        [
            (b"", {}, "empty"),
            (b"\xff\xd8\xff" + bytes(rules.MAX_BYTES), {}, "too_large"),
            (b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', {}, "svg"),
            (b"<svg onload='alert(1)'/>", {"filename": "a.jpg"}, "svg"),
            (b"<!doctype html><html></html>", {"filename": "a.jpg"}, "mislabelled"),
            (b"PK\x03\x04rest of a zip", {"filename": "a.png"}, "mislabelled"),
            (b"PK\x03\x04rest of a zip", {"filename": "a.zip"}, "not_an_image"),
            (b"BM not taken", {}, "not_an_image"),
            (pictures.picture("PNG"), {"filename": "a.jpg"}, "mislabelled"),
            (pictures.picture("PNG"), {"filename": "a.png", "mimetype": "text/html"}, "mislabelled"),
            (pictures.picture("JPEG")[:-400], {}, "broken"),
            (pictures.picture("PNG")[:200], {}, "broken"),
            (pictures.picture("WEBP")[:90], {}, "broken"),
            (b"GIF89a" + bytes(30), {}, "broken"),
            (b"\x89PNG\r\n\x1a\n" + bytes(40), {}, "broken"),
            (b"RIFF\x10\0\0\0WEBPVP8 ", {}, "broken"),
            (pictures.huge_webp_header(), {}, "too_many_pixels"),
        ],
    )
    def test_reasons(self, store, content, label, code):
        with pytest.raises(operations.ImageRefused) as refused:
            store(content, **label)
        assert refused.value.reason.code == code
        assert db.session.query(Image).count() == 0

    def test_a_bomb_is_measured_not_opened(self, store):
        with pytest.raises(operations.ImageRefused) as refused:
            store(pictures.bomb(), filename="bomb.png")
        assert refused.value.reason is rules.TOO_MANY_PIXELS

    def test_too_many_frames(self, store):
        with pytest.raises(operations.ImageRefused) as refused:
            store(pictures.moving(count=rules.MAX_FRAMES + 1, size=(8, 8)))
        assert refused.value.reason is rules.TOO_LONG_MOVING


class TestUsingAndClearing:
    def test_a_picture_is_used_once(self, app, alice, make_image, frozen_clock):
        first, second = make_image(by=alice), make_image(by=alice)
        operations.attach([first], now=frozen_clock(), guard="", to=None)
        with pytest.raises(operations.ImageRefused):
            operations.attach([second, first], now=frozen_clock(), guard="", to=None)
        db.session.refresh(second)
        assert second.attached_at is None

    def test_orphans_go_after_a_day_with_their_files(self, store, make_image, frozen_clock):
        used, unused = store(pictures.picture()), store(pictures.picture())
        sites = make_image()
        operations.attach([used], now=frozen_clock(), guard="", to=None)
        assert operations.remove_orphans(frozen_clock.forward(hours=23)) == 0
        fresh = store(pictures.picture())
        assert operations.remove_orphans(frozen_clock.forward(hours=2)) == 1
        assert {image.id for image in db.session.query(Image)} == {used.id, sites.id, fresh.id}
        assert not storage.path_of(f"{unused.key}-thumb.webp").exists()
        assert storage.path_of(f"{used.key}-thumb.webp").exists()

    def test_what_was_let_go_is_an_orphan(self, store, frozen_clock):
        avatar = store(pictures.picture())
        operations.attach([avatar], now=frozen_clock(), guard="", to=None)
        operations.let_go(avatar.key)
        assert operations.remove_orphans(frozen_clock.forward(hours=25)) == 1

    def test_what_is_held_for_a_draft_stays_and_can_be_used(self, app, alice, store, frozen_clock):
        first, second = store(pictures.picture()), store(pictures.picture())
        operations.hold([first.id, second.id], None, by=alice, draft_id=9)
        assert operations.remove_orphans(frozen_clock.forward(hours=25)) == 0
        operations.hold([first.id], None, by=alice, draft_id=9)
        assert operations.remove_orphans(frozen_clock.forward(hours=1)) == 1
        db.session.refresh(first)
        operations.attach([first], now=frozen_clock(), guard="post", to=3)
        operations.hold([], None, by=alice, draft_id=9)
        db.session.refresh(first)
        assert (first.guard, first.attached_to) == ("post", 3)

    def test_nobody_holds_what_is_not_hers(self, app, alice, bob, store, frozen_clock):
        image = store(pictures.picture())
        operations.hold([image.id], None, by=bob, draft_id=9)
        assert operations.remove_orphans(frozen_clock.forward(hours=25)) == 1

    def test_all_that_hangs_on_a_thing_goes_together(self, app, store, frozen_clock):
        first, second, other = (store(pictures.picture()) for _ in range(3))
        operations.attach([first, second], now=frozen_clock(), guard="post", to=3)
        operations.attach([other], now=frozen_clock(), guard="comment", to=3)
        operations.remove_attached("post", 3)
        operations.remove_attached("post", 3)
        assert [image.id for image in db.session.query(Image)] == [other.id]
        assert not storage.path_of(f"{first.key}-large.webp").exists()

    def test_the_command_says_how_many(self, app, store, frozen_clock):
        store(pictures.picture())
        frozen_clock.forward(hours=25)
        assert app.test_cli_runner().invoke(args=["media-clean"]).output == "1 unused files removed\n"


def test_a_profile_picture_that_staff_took_down_goes_with_the_account(app, alice, bob, frozen_clock):
    hers, his = (operations.store_image(pictures.picture(), by=one, now=frozen_clock()) for one in (alice, bob))
    operations.attach([hers], now=frozen_clock(), guard="", to=None)
    operations.attach([his], now=frozen_clock(), guard="", to=None)
    operations.withhold(hers.key)
    assert operations.forget(alice.id)
    assert [image.id for image in db.session.query(Image)] == [his.id]
    assert not storage.path_of(f"{hers.key}-medium.webp").exists()
