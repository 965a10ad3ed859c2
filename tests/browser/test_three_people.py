"""The main job, end to end: A posts a product, B passes it on, C sees it; then A takes it back."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
SHOP_PAGE = "html/i3fresh.tw-24d6d89f.html.gz"
PASTE = """([text, selector]) => {
  const field = document.querySelector(selector);
  field.focus();
  const data = new DataTransfer();
  data.setData("text/plain", text);
  if (field.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true})))
    document.execCommand("insertText", false, text);
}"""


def paste(page: Page, text: str) -> None:
    page.evaluate(PASTE, [text, "#compose [data-role=text]"])


def click_pill(page: Page) -> None:
    pill = page.locator(".pill")
    expect(pill).to_be_visible(timeout=2_000)
    expect(pill).to_contain_text("有1条新微博")
    before = page.evaluate("window.loadedAt ??= performance.timeOrigin")
    pill.click()
    assert page.evaluate("window.loadedAt") == before, "the page was reloaded"


def test_a_post_with_a_card_travels_and_is_taken_back(person, open_page, shop, expected):
    anna, bea, cleo = person("anna", "安娜"), person("bea", "贝雅"), person("cleo", "克莉奥")
    assert bea.post(f"/accounts/{anna.id}/follow", fragment=True).status_code == 200
    assert cleo.post(f"/accounts/{bea.id}/follow", fragment=True).status_code == 200
    a, b, c = open_page(anna), open_page(bea), open_page(cleo)
    title = expected[SHOP_PAGE]["title"]

    a.locator("#compose [data-role=text]").click()
    a.keyboard.type("狗狗今天把碗舔得发亮，")
    paste(a, shop(SHOP_PAGE))
    chip = a.locator("#compose .link-chip")
    expect(chip).to_contain_text(title)
    expect(chip).to_contain_text(re.compile(r"NT\$\s*29"))
    a.locator("#compose [data-role=submit]").click()
    own = a.locator(".feed article.post").first
    expect(own).to_contain_text("舔得发亮")
    expect(own.locator(".card")).to_contain_text(title)

    click_pill(b)
    at_b = b.locator(".feed article.post").first
    expect(at_b).to_contain_text("舔得发亮")
    expect(at_b.locator(".label")).to_have_text("广告")
    at_b.locator("[data-act=repost]").click()
    dialog = b.locator("dialog:has(form[data-kind=repost])")
    dialog.locator("[data-role=text]").fill("我家那只也会这样")
    dialog.get_by_label("同时评论给").check()
    dialog.locator("[data-role=submit]").click()
    expect(dialog).to_be_hidden()
    expect(b.locator(".feed article.post").first).to_contain_text("我家那只也会这样")

    click_pill(c)
    at_c = c.locator(".feed article.post").first
    expect(at_c).to_contain_text("我家那只也会这样")
    expect(at_c.locator(".root")).to_contain_text("舔得发亮")
    expect(at_c.locator(".root")).to_contain_text("安娜")
    expect(at_c.locator(".root .mini").first).to_contain_text(title)
    expect(at_c.locator(".label").first).to_have_text("广告")

    post_id = own.get_attribute("data-post-id")
    expect(own.locator("[data-count=reposts]").first).to_have_text("1")
    expect(own.locator("[data-count=comments]").first).to_have_text("1")
    product_path = at_c.locator(".root a[href^='/p/']").first.get_attribute("href")
    detail = open_page(cleo, f"/posts/{post_id}")
    expect(detail.locator(".comments")).to_contain_text("我家那只也会这样")

    own.locator(".menu summary").click()
    own.locator("form[data-act=delete] button").click()
    a.locator("#confirm-dialog button[value=ok]").click()
    tombstone = "抱歉，此微博已被作者删除。"
    for page in (b, c):
        expect(page.locator(".feed article.post .root").first).to_contain_text(tombstone, timeout=5_000)
        expect(page.locator(".feed article.post").first).to_contain_text("我家那只也会这样")
    expect(b.locator(f"#post-{post_id}")).to_contain_text(tombstone, timeout=5_000)
    expect(detail.locator("main")).to_contain_text(tombstone, timeout=5_000)

    product = open_page(cleo, product_path)
    expect(product.locator("h1")).to_contain_text(title)
    expect(product.locator(".feed article.post")).to_have_count(1)
    expect(product.locator(".feed article.post")).to_contain_text("我家那只也会这样")
