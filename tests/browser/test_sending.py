"""Sending: a stopped server loses nothing, input methods never send, and a keyboard is enough."""

import pytest
from playwright.sync_api import Page, expect

from tests.support.site import PASSWORD

pytestmark = pytest.mark.browser


def compose_with_ime(page: Page, text: str) -> None:
    """Type with an input method up to the point where it still shows what it has not committed."""
    page.cdp.send("Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)})


def commit(page: Page, text: str) -> None:
    page.cdp.send("Input.insertText", {"text": text})


@pytest.fixture
def with_ime(open_page):
    def opened(who, path="/"):
        page = open_page(who, path)
        page.cdp = page.context.new_cdp_session(page)
        page.sent = []
        page.on("request", lambda request: request.method == "POST" and page.sent.append(request.url))
        return page

    return opened


def outgoing(page: Page) -> list[str]:
    """What was sent beside drafts."""
    return [url for url in page.sent if not url.endswith("/drafts") and "/socket.io/" not in url]


def test_the_server_stopped_in_between(site, person, open_page):
    page = open_page(person("stop_anna", "停一下"))
    text, error = page.locator("#compose [data-role=text]"), page.locator("#compose [data-role=error]")
    text.fill("服务器停了也不丢")
    site.kill()
    page.click("#compose [data-role=submit]")
    expect(error).to_contain_text("连不上服务器")
    expect(error.locator("[data-act=retry]")).to_have_text("重试")
    expect(text).to_have_value("服务器停了也不丢")
    site.start()
    error.locator("[data-act=retry]").click()
    expect(text).to_have_value("")
    page.reload()
    expect(page.locator(".feed article.post", has_text="服务器停了也不丢")).to_have_count(1)
    page.goto("/drafts")
    expect(page.locator(".draft")).to_have_count(0)


def test_killed_after_the_post_was_stored_it_is_there_once(site, person, open_page):
    page = open_page(person("stop_bea", "只来一次"))
    text = page.locator("#compose [data-role=text]")
    text.fill("答复丢在路上")

    def lose_the_answer(route):
        route.fetch()
        site.kill()
        route.abort()

    page.route("**/posts", lose_the_answer)
    page.click("#compose [data-role=submit]")
    retry = page.locator("#compose [data-role=error] [data-act=retry]")
    expect(retry).to_be_visible()
    page.unroute("**/posts")
    site.start()
    page.reload()  # the words and their key outlive the page, too
    expect(text).to_have_value("答复丢在路上")
    page.click("#compose [data-role=submit]")
    expect(text).to_have_value("")
    page.reload()
    expect(page.locator(".feed article.post", has_text="答复丢在路上")).to_have_count(1)


def test_an_input_method_does_not_send_a_post(with_ime, person):
    page = with_ime(person("ime_post", "拼音发微博"))
    text = page.locator("#compose [data-role=text]")
    text.click()
    compose_with_ime(page, "nihao")
    page.keyboard.press("Control+Enter")
    assert outgoing(page) == []
    commit(page, "你好")
    expect(text).to_have_value("你好")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".feed article.post", has_text="你好")).to_have_count(1)


def test_an_input_method_does_not_send_a_comment(with_ime, person):
    who = person("ime_comment", "拼音评论")
    page = with_ime(who, f"/posts/{who.publish('请评论')}")
    text = page.locator("form[data-kind=comment] [data-role=text]").first
    text.click()
    compose_with_ime(page, "hao")
    page.keyboard.press("Control+Enter")
    assert outgoing(page) == []
    commit(page, "好")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".comment", has_text="好")).to_have_count(1)


def test_an_input_method_does_not_send_a_message(with_ime, person):
    other = person("ime_other", "收信的人")
    page = with_ime(person("ime_message", "拼音私信"), f"/messages/{other.id}")
    text = page.locator("form.say [data-role=text]")
    text.click()
    compose_with_ime(page, "zaima")
    page.keyboard.press("Enter")
    assert outgoing(page) == []
    commit(page, "在吗")
    page.keyboard.press("Enter")
    expect(text).to_have_value("")
    expect(page.locator("main")).to_contain_text("在吗")


def test_enter_in_a_small_field_sends_nothing(with_ime, person):
    page = with_ime(person("ime_poll", "投票的人"))
    page.locator("#compose [data-role=text]").fill("选哪个？")
    page.click("#compose [data-tool=poll]")
    compose_with_ime(page, "zuo")
    page.keyboard.press("Enter")
    expect(page.locator("#compose [name=poll_option]").first).to_be_focused()
    commit(page, "左")
    page.keyboard.press("Enter")
    expect(page.locator("#compose [name=poll_option]").nth(1)).to_be_focused()
    assert outgoing(page) == []


def test_a_keyboard_is_enough_from_log_in_to_a_repost(site, person, open_page):
    author, reader = person("key_author", "只发一条"), person("key_reader", "只用键盘")
    reader.post(f"/accounts/{author.id}/follow", fragment=True)
    author.publish("用键盘转发我")
    site.wait_until_quiet()
    page = open_page(None, "/login")
    tab_to(page, 'input[name="identifier"]')
    page.keyboard.type(reader.handle)
    tab_to(page, 'input[name="password"]')
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/")
    page.wait_for_function("() => document.documentElement.hasAttribute('data-bound')")
    page.keyboard.press("j")
    expect(page.locator("article.post", has_text="用键盘转发我")).to_be_focused()
    page.keyboard.press("r")
    words = page.locator("dialog form[data-kind=repost] [data-role=text]")
    expect(words).to_be_focused()
    page.keyboard.type("没碰鼠标")
    page.keyboard.press("Control+Enter")
    expect(words).to_have_count(0)
    expect(page.locator(".feed article.post", has_text="没碰鼠标")).to_have_count(1)


def tab_to(page: Page, selector: str) -> None:
    for _ in range(40):
        if page.evaluate("selector => document.activeElement?.matches(selector)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never reaches {selector}")
