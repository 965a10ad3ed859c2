"""From a report to its end: three people report, one case, taken down, told, appealed, overturned by somebody else."""

import re
import time
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser import staff
from tests.browser.test_three_people import SHOP_PAGE, paste
from tests.support.site import Person, Site

pytestmark = pytest.mark.browser
SECONDS = 5
WORDS = "狗狗今天把碗舔得发亮"


def test_a_post_is_reported_taken_down_and_put_back(
    person: Callable[[str, str], Person], open_page: Callable[..., Page], site: Site, shop: Any
) -> None:
    anna, bea, cleo, dora = [person(*who) for who in
                             (("anna", "安娜"), ("bea", "贝雅"), ("cleo", "克莉奥"), ("dora", "朵拉"))]  # fmt: skip
    first, second = person("ayi", "楼下王阿姨"), person("gongjiao", "夜班公交18路")
    for moderator in (first, second):
        staff.appoint(site, moderator, "moderator")
    bea.post(f"/accounts/{anna.id}/follow", fragment=True)
    post_id, product_path = published(open_page(anna), shop(SHOP_PAGE))
    bea.post(f"/posts/{post_id}/reposts", fragment=True, text="我家那只也会这样", client_key="")
    cleo.post(f"/posts/{post_id}/like", fragment=True)
    dora.post(f"/posts/{post_id}/comments", fragment=True, text="真香", client_key="")
    site.wait_until_quiet()
    before = counts(
        open_page(None, f"/posts/{post_id}"), open_page(None, f"/u/{anna.id}"), open_page(None, product_path)
    )
    assert before == {"reposts": "1", "comments": "1", "likes": "1", "profile": "1", "product": "2"}

    for who, ground in ((bea, "misleading"), (cleo, "misleading"), (dora, "flooding")):
        report(open_page(who, f"/posts/{post_id}"), ground)
    home, detail = open_page(bea, "/"), open_page(dora, f"/posts/{post_id}")
    for page in (home, detail):
        expect(page.locator("main")).to_contain_text(WORDS)

    desk = open_page(None, "/login")
    staff.enter(desk, first)
    desk.goto("/admin/cases")
    expect(desk.locator("tr[data-case-id]")).to_have_count(1)
    expect(desk.locator("tr[data-case-id]")).to_contain_text(WORDS)
    expect(desk.locator("tr[data-case-id] td.num")).to_have_text("3")
    desk.locator("tr[data-case-id] a.case-row").click()
    expect(desk.locator(".voice")).to_have_count(3)
    expect(desk.locator("input[name=reason]:checked")).to_have_value("misleading")
    expect(desk.locator("html[data-bound]")).to_be_attached()
    desk.keyboard.press("a")
    taken_down_at = time.monotonic()
    for page in (home, detail):
        expect(page.locator("main")).not_to_contain_text(WORDS, timeout=SECONDS * 1000)
    assert time.monotonic() - taken_down_at <= SECONDS
    expect(desk.locator("[data-role=empty]")).to_be_visible()

    site.wait_until_quiet()
    for who, sentence in ((anna, "下架"), (bea, "举报"), (cleo, "举报"), (dora, "举报")):
        assert sentence in who.get("/notifications?kind=system").text, who.handle
    appealed(open_page(anna, "/account/status"))

    desk.goto("/admin/appeals")
    desk.locator("a.case-row").click()
    for answer in ("overturned", "upheld"):
        expect(desk.locator(f"button[value={answer}]")).to_be_disabled()
    expect(desk.locator("#no-answer")).to_contain_text("你参与过")
    other = open_page(None, "/login")
    staff.enter(other, second)
    other.goto("/admin/appeals")
    other.locator("a.case-row").click()
    other.locator("textarea[name=answer]").fill("看过了，内容属实，已恢复。")
    other.locator("button[value=overturned]").click()
    for page in (home, detail):
        expect(page.locator("main")).to_contain_text(WORDS, timeout=SECONDS * 1000)

    site.wait_until_quiet()
    assert "申诉" in anna.get("/notifications?kind=system").text
    after = counts(
        open_page(None, f"/posts/{post_id}"), open_page(None, f"/u/{anna.id}"), open_page(None, product_path)
    )
    assert after == before
    assert "all counters agree" in site.command("recount").stdout
    assert "holds" in site.command("audit", "verify").stdout


def published(page: Page, address: str) -> tuple[str, str]:
    """Post with a product card; the id of the post, and where its product is."""
    page.locator("#compose [data-role=text]").click()
    page.keyboard.type(f"{WORDS}，")
    paste(page, address)
    expect(page.locator("#compose .link-chip[data-status=product]")).to_be_visible()
    page.locator("#compose [data-role=submit]").click()
    own = page.locator(".feed article.post").first
    expect(own).to_contain_text(WORDS)
    return own.get_attribute("data-post-id") or "", own.locator("a[href^='/p/']").first.get_attribute("href") or ""


def report(page: Page, reason: str) -> None:
    """Report the post on this page through its menu and the dialog."""
    page.locator("article.post .post__menu summary").first.click()
    page.locator("article.post a[data-act=report]").first.click()
    dialog = page.locator("#report-dialog")
    dialog.locator(f"details.ground:has(input[value={reason}]) > summary").click()
    dialog.locator(f"input[value={reason}]").check()
    dialog.locator("button.button:not([type=button])").click()
    expect(dialog).to_have_count(0)
    expect(page.locator("#toasts")).to_contain_text("谢谢")


def appealed(page: Page) -> None:
    """Object to the one decision there is."""
    page.locator("a.record__link").click()
    page.locator("#appeal-text").fill("这是我自己拍的，没有夸大，也没有重复发。")
    page.locator("#appeal form button").click()
    expect(page.locator("#appeal")).to_contain_text("没有夸大")


def counts(post: Page, profile: Page, product: Page) -> dict[str, str]:
    """What the pages say about the post, its author and its product."""
    shown = {name: post.locator(f"article.post [data-count={name}]").first.inner_text()
             for name in ("reposts", "comments", "likes")}  # fmt: skip
    number = re.search(r"\d+", product.locator(".page-head__note").first.inner_text())
    shown["profile"] = profile.locator(".figures span b").first.inner_text()
    shown["product"] = number[0] if number else ""
    return shown
