"""Whatever is typed, uploaded or fetched stays words: no script runs, no link leads away."""

import re

import pytest
from playwright.sync_api import expect

from tests.bad_input.hostile_shops import EVIL, hostile_shop
from tests.browser.test_three_people import paste
from tests.media.pictures import picture

pytestmark = pytest.mark.browser
BOX = "#compose"
TEXT = "#compose [data-role=text]"


def test_nothing_typed_or_fetched_ever_runs(person, open_page):
    who = person("evil", "坏家伙")
    refused = who.post("/settings/profile", nickname=EVIL[:20], bio="x")
    assert refused.status_code == 422
    assert "&lt;script&gt;" in refused.text
    assert who.post("/settings/profile", nickname="坏家伙", bio=EVIL).status_code == 303
    page = open_page(who)
    dialogs = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.click(TEXT)
    page.keyboard.type(f'{EVIL} #<b>话题</b>{EVIL[:14]}# @坏家伙 https://a.example/"onmouseover=alert(3)// ')
    image = {"name": '"><script>alert(4)</script>.png', "mimeType": "image/png", "buffer": picture("PNG")}
    page.set_input_files(f"{BOX} [data-role=file]", image)
    expect(page.locator(f"{BOX} li.upload")).to_have_attribute("data-state", "ready")
    page.locator(f"{BOX} li.upload details summary").click()
    page.locator(f"{BOX} [data-role=alt]").first.fill(EVIL)
    with hostile_shop() as shop:
        page.click(TEXT)
        page.keyboard.press("Control+End")
        paste(page, f" {shop}/hostile/evil_words ")
        expect(page.locator(f"{BOX} .link-chip[data-status=product]")).to_be_visible()
    page.click(f"{BOX} [data-role=submit]")
    post = page.locator(".feed article.post").first
    expect(post).to_contain_text("alert(1)")
    post_id = post.get_attribute("data-post-id")
    product = post.locator("a[href^='/p/']").first.get_attribute("href")
    assert who.post(f"/posts/{post_id}/comments", fragment=True, text=EVIL).status_code == 201
    assert who.post(f"/posts/{post_id}/reposts", fragment=True, text=EVIL, comment_on=post_id).status_code == 201
    topic = page.locator("article.post a[href^='/topic/']")
    paths = ["/", "/public", f"/u/{who.id}", f"/posts/{post_id}", product, f"/search?q={EVIL}", "/search?q=alert",
             f"/topic/{EVIL.replace('/', '')}", "/notifications", "/settings/profile", f"/compose?text={EVIL}",
             f"/login?next=/{EVIL}", f"/posts/{post_id}?tab=reposts", f"/posts/{post_id}/reposts/new"]  # fmt: skip
    if topic.count():
        paths.append(topic.first.get_attribute("href"))
    for path in paths:
        page.goto(path)
        page.wait_for_load_state("networkidle")
        assert page.locator("img[src='x'], [onerror], [onmouseover], [onload]").count() == 0, path
        assert page.locator("a[href^='javascript:'], a[href^='data:']").count() == 0, path
    page.goto(f"/posts/{post_id}")
    page.locator(f"#post-{post_id} [data-act=repost]").first.click()
    expect(page.locator("dialog:has(form[data-kind=repost])")).to_contain_text("alert(1)")
    assert dialogs == []


def test_logging_in_through_a_crooked_link_stays_here(person, open_page, site):
    who = person("crooked", "走歪路")
    for target in ("//evil.example", "/%09/evil.example", "/%5Cevil.example", "https://evil.example"):
        page = open_page(None, f"/login?next={target}")
        page.fill('input[name="identifier"]', who.handle)
        page.fill('input[name="password"]', "correct horse 42")
        page.click('main button[type="submit"]')
        page.wait_for_url(re.compile(re.escape(site.url)))
        assert page.url.startswith(site.url + "/")
