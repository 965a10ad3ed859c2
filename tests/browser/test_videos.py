"""A video in a real browser: sent with its progress, refused with a reason, played, one at a time, only in sight."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.support import videos

pytestmark = pytest.mark.browser


def choose(page: Page, name: str, content: bytes, kind: str = "video/mp4") -> None:
    with page.expect_file_chooser() as chooser:
        page.locator(".composer [data-tool=video]").first.click()
    chooser.value.set_files({"name": name, "mimeType": kind, "buffer": content})


def playing(page: Page) -> list[bool]:
    return page.evaluate("[...document.querySelectorAll('.video__screen')].map((one) => !one.paused)")


def test_sent_published_and_watched(open_page, person):
    page = open_page(person("hannah", "汉娜"))
    composer = page.locator("main .composer").first
    choose(page, "clip.mov", videos.video(seconds=6), "video/quicktime")
    tile = composer.locator(".video-tile")
    expect(tile).to_have_attribute("data-state", "ready")
    expect(tile.locator("[data-role=length]")).to_have_text("0:06")
    expect(composer.locator("[data-tool=image]")).to_be_disabled()
    composer.locator("textarea[name=text]").fill("阳台上的早晨")
    composer.locator("[data-role=submit]").click()
    post = page.locator("article.post", has_text="阳台上的早晨")
    expect(post).to_be_visible()
    expect(tile).to_have_count(0)
    expect(composer.locator("[data-tool=image]")).to_be_enabled()

    asked = []
    page.on("request", lambda request: asked.append(request.url) if ".mp4" in request.url else None)
    page.reload()
    expect(post.locator("video")).to_have_attribute("poster", re.compile(r"-poster\.webp$"))
    assert asked == [], "nothing of a video is loaded before it is played"
    post.get_by_role("button", name="播放视频").click()
    page.wait_for_function("() => document.querySelector('.video__screen').currentTime > 0.2")
    assert asked


def test_one_at_a_time_and_none_out_of_sight(open_page, person):
    hannah = person("gustav", "古斯塔夫")
    answers = [upload(hannah, videos.video(seconds=6)) for _ in range(2)]
    for number, video in enumerate(answers):
        hannah.publish(f"第{number}段", video_id=video)
    for number in range(12):
        hannah.publish(f"下面的话{number} " + chr(ord("一") + 97 * number) * 100)
    page = open_page(hannah, f"/u/{hannah.id}")
    first, second = (page.locator("article.post", has_text=f"第{number}段") for number in range(2))
    second.get_by_role("button", name="播放视频").click()
    page.wait_for_function("() => [...document.querySelectorAll('.video__screen')].some((one) => one.currentTime > 0)")
    first.get_by_role("button", name="播放视频").click()
    page.wait_for_function("() => [...document.querySelectorAll('.video__screen')].every((one) => one.currentTime > 0)")
    assert sorted(playing(page)) == [False, True]
    page.evaluate("scrollTo(0, 0)")
    page.wait_for_function("() => [...document.querySelectorAll('.video__screen')].every((one) => one.paused)")


def test_what_is_no_video_is_refused_in_words_and_can_be_removed(open_page, person):
    page = open_page(person("ivan", "伊万"))
    tile = page.locator("main .composer").first.locator(".video-tile")
    choose(page, "film.mp4", b"\x00\x00\x00\x20ftypisom" + bytes(3000))
    expect(tile).to_have_attribute("data-state", "failed")
    expect(tile.locator("[data-role=message]")).to_have_text("视频已损坏或不完整，请换一份试试。")
    tile.locator("[data-act=remove-video]").click()
    expect(tile).to_have_count(0)
    choose(page, "notes.txt", b"words", "text/plain")
    expect(tile.locator("[data-role=message]")).to_have_text("仅支持mp4视频。")


def upload(person, content: bytes) -> str:
    """The id of a video that was sent without a browser."""
    headers = {"X-CSRFToken": person.token(), "Accept": "application/json", "X-Fragment": "1"}
    headers["Referer"] = person.site.url + "/"
    file = {"file": ("film.mp4", content, "video/mp4")}
    answer = person.session.post(f"{person.site.url}/media/videos", files=file, headers=headers, timeout=60)
    assert answer.status_code == 201, answer.text
    return answer.json()["id"]
