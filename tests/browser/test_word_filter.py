"""The word filter is tried out while one types; the line above every page goes away when it is put away."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser import staff
from tests.support.site import Person, Site

pytestmark = pytest.mark.browser


def test_a_word_is_added_and_tried_out_without_a_reload(
    person: Callable[[str, str], Person], open_page: Callable[..., Page], site: Site
) -> None:
    boss = person("zhanggui", "掌柜的")
    staff.appoint(site, boss, "admin")
    desk = open_page(None, "/login")
    staff.enter(desk, boss)
    desk.goto("/admin/words")
    desk.locator("#adding-word").fill("微信群")
    desk.locator("form[action='/admin/words'][method=post] button").click()
    expect(desk.locator(".word-list__word")).to_have_text("微信群")

    expect(desk.locator("html[data-bound]")).to_be_attached()
    desk.evaluate("window.isStillHere = true")
    desk.locator("#trial-text").press_sequentially("来微-信 群吧")
    expect(desk.locator(".trial mark.hit--refuse")).to_have_text("微-信 群")
    desk.locator("#trial-text").fill("来喝茶吧")
    expect(desk.locator(".trial mark")).to_have_count(0)
    assert desk.evaluate("window.isStillHere") is True

    desk.goto("/admin/announcements")
    desk.locator("#line-zh").fill("今晚维护")
    desk.locator("form[action='/admin/announcements'] button").first.click()
    expect(desk.locator(".table")).to_contain_text("今晚维护")

    reader = open_page(None, "/public")
    expect(reader.locator(".announcement")).to_contain_text("今晚维护")
    expect(reader.locator("html[data-bound]")).to_be_attached()
    reader.locator(".announcement__away").click()
    expect(reader.locator(".announcement")).to_have_count(0)
    reader.reload()
    expect(reader.locator(".announcement")).to_have_count(0)
