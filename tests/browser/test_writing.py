"""What someone types is counted as the server counts, and survives reloads, lost connections and ended sessions."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from app.kernel.text import weight

pytestmark = pytest.mark.browser
WEIGHTS = json.loads((Path(__file__).parent / "weights.json").read_text(encoding="utf-8"))
WEIGH = """async texts => {
  const { weight } = await import("#posts/counting.js");
  return texts.map(weight);
}"""


def text(page: Page) -> Locator:
    return page.locator("#compose [data-role=text]")


def test_browser_and_server_count_alike(person, open_page):
    page = open_page(person("counter", "会数数"))
    texts = [row[0] for row in WEIGHTS]
    assert [weight(one) for one in texts] == [row[1] for row in WEIGHTS]
    assert page.evaluate(WEIGH, texts) == [row[1] for row in WEIGHTS]


def test_the_counter_speaks_late_and_stops_what_is_too_long(person, open_page):
    page = open_page(person("long", "话很多"))
    counter, send = page.locator("#compose [data-role=counter]"), page.locator("#compose [data-role=submit]")
    text(page).fill("好" * 1700)
    expect(counter).to_be_hidden()
    text(page).fill("好" * 1988)
    expect(counter).to_have_text("还可以输入12字")
    expect(send).to_be_enabled()
    text(page).fill("好" * 2008)
    expect(counter).to_have_text("已超过8字")
    expect(send).to_be_disabled()


def test_a_draft_survives_a_reload(person, open_page):
    page = open_page(person("drafter", "写一半"))
    text(page).fill("写到一半")
    page.reload()
    expect(text(page)).to_have_value("写到一半")


def test_a_lost_connection_keeps_the_text_and_sends_it_once(person, open_page):
    page = open_page(person("offline", "断网了"))
    text(page).fill("断网时写的")
    page.route("**/posts", lambda route: route.abort())
    page.click("#compose [data-role=submit]")
    error = page.locator("#compose [data-role=error]")
    expect(error).to_contain_text("连不上服务器")
    expect(text(page)).to_have_value("断网时写的")
    page.unroute("**/posts")
    error.locator("[data-act=retry]").click()
    expect(page.locator(".feed article.post", has_text="断网时写的")).to_have_count(1)
    expect(text(page)).to_have_value("")


def test_a_lost_answer_makes_no_second_post(person, open_page):
    page = open_page(person("echo", "回声"))
    text(page).fill("只发一次")

    def lose_the_answer(route):
        route.fetch()
        route.abort()

    page.route("**/posts", lose_the_answer)
    page.click("#compose [data-role=submit]")
    expect(page.locator("#compose [data-role=error]")).to_be_visible()
    page.unroute("**/posts")
    page.click("#compose [data-role=error] [data-act=retry]")
    expect(text(page)).to_have_value("")
    page.reload()
    expect(page.locator(".feed article.post", has_text="只发一次")).to_have_count(1)


def test_an_ended_session_keeps_the_text_until_logged_in_again(person, open_page):
    page = open_page(person("expired", "过期了"))
    text(page).fill("登录过期也不丢")
    kept = page.context.cookies()
    page.context.clear_cookies()
    page.click("#compose [data-role=submit]")
    expect(page.locator("#join-dialog [data-role=expired]")).to_be_visible()
    expect(text(page)).to_have_value("登录过期也不丢")
    page.context.add_cookies(kept)
    page.evaluate("dispatchEvent(new Event('focus'))")
    expect(page.locator("#join-dialog")).to_be_hidden()
    expect(page.locator(".feed article.post", has_text="登录过期也不丢")).to_have_count(1)
