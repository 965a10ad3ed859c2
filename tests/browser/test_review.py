"""先审: what holds a word waits, a reviewer lets it out with one key, and followers see it at once."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser import staff
from tests.browser.test_three_people import click_pill
from tests.support.site import Person, Site

pytestmark = pytest.mark.browser
WORDS = "日本代购手冲壶，周四回国"


def write(page: Page, words: str) -> None:
    page.locator("#compose [data-role=text]").fill(words)
    page.locator("#compose [data-role=submit]").click()


def test_a_post_waits_is_let_out_and_appears(
    person: Callable[[str, str], Person], open_page: Callable[..., Page], site: Site
) -> None:
    anna, bea, mod = person("anna", "安娜"), person("bea", "贝雅"), person("ayi", "楼下王阿姨")
    staff.appoint(site, mod, "moderator")
    site.inside("word", "代购", "review", mod.handle)
    site.inside("word", "假货", "refuse", mod.handle)
    assert bea.post(f"/accounts/{anna.id}/follow", fragment=True).status_code == 200
    a, b = open_page(anna), open_page(bea)

    write(a, "全是假 货")
    expect(a.locator("#compose [data-role=error]")).to_contain_text("「假 货」")
    assert a.evaluate("document.getSelection().toString() || (t => t.value.slice(t.selectionStart, t.selectionEnd))"
                      "(document.querySelector('#compose [data-role=text]'))") == "假 货"  # fmt: skip
    expect(a.locator("#compose [data-role=text]")).to_have_value("全是假 货")

    write(a, WORDS)
    expect(a.locator("#toasts")).to_contain_text("已提交审核")
    expect(a.locator("#compose [data-role=text]")).to_have_value("")
    expect(a.locator(".feed")).not_to_contain_text(WORDS)
    a.locator("#toasts [data-act=toast-act]").first.click()
    expect(a.locator(".held")).to_contain_text(WORDS)
    expect(a.locator(".held__state")).to_have_text("等待审核")

    desk = open_page(None, "/login")
    staff.enter(desk, mod)
    desk.goto("/admin/review")
    desk.locator("a.case-row").click()
    expect(desk.locator("mark.hit")).to_have_text("代购")
    expect(desk.locator("html[data-bound]")).to_be_attached()
    desk.keyboard.press("a")
    expect(desk.locator("[data-role=empty]")).to_be_visible()

    click_pill(b)
    expect(b.locator(".feed article.post").first).to_contain_text(WORDS)
    a.reload()
    expect(a.locator(".held")).to_have_count(0)
    site.wait_until_quiet()
    assert "已通过审核并发布" in anna.get("/notifications?kind=system").text


def test_comments_and_messages_wait_too(
    person: Callable[[str, str], Person], open_page: Callable[..., Page], site: Site
) -> None:
    carl, dora, boss = person("carl", "卡尔"), person("dora", "朵拉"), person("gong", "夜班公交")
    staff.appoint(site, boss, "moderator")
    site.inside("word", "私聊", "review", boss.handle)
    site.inside("word", "引流", "review", boss.handle)
    page = open_page(carl)
    write(page, "今天的云很好看")
    post = page.locator(".feed article.post").first
    expect(post).to_contain_text("云很好看")

    other = open_page(dora, post.get_attribute("data-url") or "/")
    other.locator("form[data-kind=comment] [data-role=text]").fill("想要的私聊")
    other.locator("form[data-kind=comment] [data-role=submit]").click()
    expect(other.locator("#toasts")).to_contain_text("已提交审核")
    expect(other.locator("form[data-kind=comment] [data-role=text]")).to_have_value("")
    expect(other.locator(".comments")).not_to_contain_text("想要的私聊")

    talk = open_page(dora, f"/messages/{carl.id}")
    talk.locator("form [data-role=text]").fill("引流一下")
    talk.keyboard.press("Enter")
    expect(talk.locator("#toasts")).to_contain_text("已提交审核")
    expect(talk.locator(".message--pending")).to_have_count(0)
    talk.goto("/drafts?tab=review")
    expect(talk.locator(".held")).to_have_count(2)
