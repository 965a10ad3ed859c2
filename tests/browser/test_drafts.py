"""Nothing typed is lost: drafts on the server, on any device, and posts that go out by themselves at their time."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser
ZONE = ZoneInfo("Asia/Shanghai")


def text(page: Page) -> Locator:
    return page.locator("#compose [data-role=text]")


def follow(page: Page, link: str) -> None:
    """Go where a link leads, and go on when the composer there answers."""
    page.get_by_role("link", name=link).click()
    expect(text(page)).to_be_visible()
    page.wait_for_function("() => document.documentElement.hasAttribute('data-bound')")


def wait_until_saved(page: Page) -> None:
    expect(page.locator("#compose [data-role=saved]")).to_have_text("已存草稿")


def choose(page: Page, name: str) -> None:
    page.click("#compose [data-tool=options]")
    page.locator(f"#compose [name={name}]").check()
    page.keyboard.press("Escape")


def log_out(page: Page) -> None:
    page.click(".usermenu summary")
    page.click('form[action="/logout"] button')
    page.wait_for_function("() => !document.body.dataset.accountId")


@pytest.mark.slow
def test_written_saved_reloaded_gone_on_with_elsewhere_scheduled_and_published(site, person, open_page):
    """The clock is the real one: a post can wait a minute at least. The site is killed and started meanwhile."""
    anna = person("draft_anna", "安娜写")
    page = open_page(anna)
    text(page).fill("明天的花市，")
    choose(page, "is_ai_made")
    wait_until_saved(page)
    page.reload()
    expect(text(page)).to_have_value("明天的花市，")
    expect(page.locator("#compose .choices-made__chip")).to_contain_text("含AI生成内容")

    text(page).press("End")
    page.keyboard.type("想去的举手")
    log_out(page)  # at once: what is not saved yet is saved on the way
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('draft:'))") == []

    elsewhere = open_page(anna)
    text(elsewhere).click()
    elsewhere.locator("#compose [data-act=offer-take]").click()
    expect(text(elsewhere)).to_have_value("明天的花市，想去的举手")
    expect(elsewhere.locator("#compose .choices-made__chip")).to_contain_text("含AI生成内容")

    at = datetime.now(UTC).replace(microsecond=0) + timedelta(seconds=64)
    elsewhere.click("#compose [data-tool=options]")
    elsewhere.locator("#compose [data-role=publish-at]").fill(f"{at.astimezone(ZONE):%Y-%m-%dT%H:%M:%S}")
    elsewhere.keyboard.press("Escape")
    send = elsewhere.locator("#compose [data-role=submit]")
    expect(send).to_have_text("定时发布")
    send.click()
    expect(elsewhere.locator("#toasts")).to_contain_text("发布。")
    expect(text(elsewhere)).to_have_value("")
    elsewhere.goto("/drafts?tab=scheduled")
    expect(elsewhere.locator(".draft")).to_contain_text("明天的花市，想去的举手")

    site.kill()
    site.start()
    elsewhere.goto("/")
    post = elsewhere.locator(".feed article.post", has_text="想去的举手")
    assert datetime.now(UTC) < at, "the site took too long to show anything"
    expect(post).to_have_count(0)
    elsewhere.wait_for_function("at => Date.now() > at", arg=int(at.timestamp() * 1000) + 10_000, timeout=90_000)
    elsewhere.reload()
    expect(post).to_have_count(1)
    out = datetime.fromisoformat(post.locator("time").first.get_attribute("datetime"))
    assert timedelta() <= out - at <= timedelta(seconds=10)
    elsewhere.goto("/drafts?tab=scheduled")
    expect(elsewhere.locator(".draft")).to_have_count(0)


def test_a_closed_dialog_leaves_a_draft_that_can_be_gone_on_with(person, open_page):
    page = open_page(person("draft_bea", "贝雅写"), "/public")
    page.keyboard.press("n")
    dialog = page.locator("#compose-dialog")
    dialog.locator("[data-role=text]").fill("没写完就关了")
    dialog.locator("[data-act=close]").click()
    expect(page.locator("#toasts")).to_contain_text("已存入草稿箱")
    page.goto("/drafts")
    follow(page, "继续写")
    expect(text(page)).to_have_value("没写完就关了")
    page.click("#compose [data-role=submit]")
    page.wait_for_url("**/posts/*")
    expect(page.locator("article.post").first).to_contain_text("没写完就关了")
    page.goto("/drafts")
    expect(page.locator(".draft")).to_have_count(0)


def test_set_aside_it_makes_room_for_another(person, open_page):
    page = open_page(person("draft_cleo", "克莉奥写"))
    text(page).fill("第一件事")
    page.click("#compose [data-tool=options]")
    page.click("#compose [data-act=set-aside]")
    expect(text(page)).to_have_value("")
    text(page).fill("第二件事")
    wait_until_saved(page)
    page.goto("/drafts")
    expect(page.locator(".draft__text")).to_have_text(["第二件事", "第一件事"])


def test_a_poll_survives_and_is_published(person, open_page):
    page = open_page(person("draft_dora", "朵拉写"))
    text(page).fill("喝什么？")
    page.click("#compose [data-tool=poll]")
    for word in ("手冲", "意式"):
        page.keyboard.type(word)
        page.keyboard.press("Enter")
    page.keyboard.type("都行")
    wait_until_saved(page)
    page.reload()
    options = page.locator("#compose [name=poll_option]")
    assert [option.input_value() for option in options.all()] == ["手冲", "意式", "都行"]
    page.click("#compose [data-role=submit]")
    post = page.locator(".feed article.post", has_text="喝什么？")
    expect(post).to_contain_text("意式")
    expect(page.locator("#compose [data-role=poll]")).to_be_hidden()


def test_published_on_one_device_it_is_a_draft_of_its_own_on_the_other(person, open_page):
    erin = person("draft_erin", "艾琳写")
    page = open_page(erin)
    text(page).fill("两边都开着")
    wait_until_saved(page)
    other = open_page(erin, "/drafts")
    other.get_by_role("button", name="立即发布").click()
    other.locator("#confirm-dialog [data-role=ok]").click()
    expect(other.locator(".draft")).to_have_count(0)
    text(page).fill("两边都开着，这边又写了几句")
    wait_until_saved(page)
    page.click("#compose [data-role=submit]")
    expect(page.locator(".feed article.post", has_text="又写了几句")).to_have_count(1)
    page.reload()
    expect(page.locator(".feed article.post")).to_have_count(2)


def test_a_scheduled_post_changes_only_when_its_author_says_so(person, open_page):
    fay = person("draft_fay", "菲伊写")
    in_a_week = f"{datetime.now(ZONE) + timedelta(days=7):%Y-%m-%dT%H:%M}"
    fay.post("/posts", fragment=True, text="下周见", client_key="fay-waits", publish_at=in_a_week)
    page = open_page(fay, "/drafts?tab=scheduled")
    follow(page, "编辑")
    text(page).fill("下周见，带上壶")
    page.reload()
    expect(text(page)).to_have_value("下周见，带上壶")
    assert "带上壶" not in fay.get("/drafts?tab=scheduled").text
    send = page.locator("#compose [data-role=submit]")
    expect(send).to_have_text("保存定时")
    send.click()
    page.wait_for_url(lambda url: url.endswith("/drafts?tab=scheduled"))
    expect(page.locator(".draft")).to_contain_text("下周见，带上壶")

    page.locator(".draft__time > summary").click()
    page.locator(".draft__timeform [name=publish_at]").fill(f"{datetime.now(ZONE) + timedelta(days=8):%Y-%m-%d}T08:30")
    page.locator(".draft__timeform button").click()
    expect(page.locator(".draft__when")).to_contain_text("08:30")
    page.get_by_role("button", name="改为草稿").click()
    expect(page.locator(".draft")).to_have_count(0)
    page.goto("/drafts")
    expect(page.locator(".draft")).to_contain_text("下周见，带上壶")


def test_what_was_typed_before_the_script_came_is_saved_as_well(person, open_page):
    gil = person("draft_gil", "吉尔写")
    page = open_page(gil)
    page.add_init_script("""addEventListener("DOMContentLoaded", () => {
      const text = document.querySelector("#compose [data-role=text]");
      if (text && location.search === "?early") text.value = "手比脚本快";
    })""")
    page.goto("/compose?early")
    wait_until_saved(page)
    assert "手比脚本快" in gil.get("/drafts").text
