"""Bad input in a real browser: a sentence beside the text, the text still there, and nothing that runs or is stored."""

import itertools
import sqlite3
from contextlib import contextmanager

import pytest
from playwright.sync_api import expect

from tests.bad_input.hostile_shops import hostile_shop
from tests.browser.test_three_people import paste
from tests.media.pictures import bomb, picture

pytestmark = pytest.mark.browser
BOX = "#compose"
TEXT = "#compose [data-role=text]"
SEND = "#compose [data-role=submit]"
ERROR = "#compose [data-role=error]"
HTML = b"<!doctype html><html><script>alert(1)</script></html>"
SVG = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"
FILES = [
    ("drawing.svg", "image/svg+xml", SVG, "JPEG"),
    ("drawing.png", "image/png", SVG, "SVG"),
    ("page.jpg", "image/jpeg", HTML, "不符"),
    ("cut.jpg", "image/jpeg", picture("JPEG")[:2000], "损坏"),
    ("bomb.png", "image/png", bomb(20_000, 20_000), "5000万像素"),
]


_numbers = itertools.count(1)


def someone():
    """Handle and nickname of one more person."""
    number = next(_numbers)
    return f"someone{number}", f"又一个人{number}"


@pytest.fixture
def unchanged(site):
    """Nothing more or less is stored afterwards."""

    @contextmanager
    def watch():
        site.wait_until_quiet()
        before = stored(site)
        yield
        assert stored(site) == before

    return watch


def stored(site):
    with sqlite3.connect(site.instance / "app.db") as database:
        tables = ("posts", "comments", "images", "links", "outbox", "post_images", "post_products")
        counts = {name: database.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in tables}
    return counts | {"files": sum(1 for file in (site.instance / "uploads").rglob("*.webp"))}


def test_empty_and_too_long(person, open_page, unchanged):
    page = open_page(person("empty", "没话说"))
    with unchanged():
        expect(page.locator(SEND)).to_be_disabled()
        page.locator(TEXT).press("Control+Enter")
        page.fill(TEXT, "长" * 2001)
        expect(page.locator(f"{BOX} [data-role=counter]")).to_have_text("已超过1字")
        page.locator(TEXT).press("Control+Enter")
        expect(page.locator(SEND)).to_be_disabled()
        expect(page.locator(TEXT)).to_have_value("长" * 2001)


@pytest.mark.parametrize(("name", "kind", "content", "sentence"), FILES, ids=[row[0] for row in FILES])
def test_a_bad_file_says_why_and_the_text_stays(person, open_page, unchanged, name, kind, content, sentence):
    page = open_page(person(*someone()))
    page.fill(TEXT, "配一张图")
    tile = page.locator(f"{BOX} li.upload")
    with unchanged():
        page.set_input_files(f"{BOX} [data-role=file]", {"name": name, "mimeType": kind, "buffer": content})
        expect(tile).to_have_attribute("data-state", "failed")
        expect(tile.locator("[data-role=message]")).to_contain_text(sentence)
        page.click(SEND)
        expect(page.locator(ERROR)).to_be_visible()
        expect(page.locator(TEXT)).to_have_value("配一张图")
    tile.locator("[data-act=remove]").click()
    page.click(SEND)
    expect(page.locator(".feed article.post", has_text="配一张图")).to_have_count(1)


def test_the_tenth_picture_is_left_out_and_said_so(person, open_page):
    page = open_page(person("ten", "十张图"))
    page.fill(TEXT, "都是好图")
    files = [
        {"name": f"{n}.png", "mimeType": "image/png", "buffer": picture("PNG", size=(40, 40), colour=(n * 20, 9, 9))}
        for n in range(10)
    ]
    page.set_input_files(f"{BOX} [data-role=file]", files)
    expect(page.locator(ERROR)).to_contain_text("9")
    expect(page.locator(f"{BOX} li.upload[data-state=ready]")).to_have_count(9, timeout=20_000)
    expect(page.locator(TEXT)).to_have_value("都是好图")


def test_a_forged_token_is_mended_without_a_word(person, open_page):
    page = open_page(person("token", "旧页面"))
    page.fill(TEXT, "页面开得太久")
    page.evaluate("document.querySelector('meta[name=csrf-token]').content = 'forged'")
    page.click(SEND)
    expect(page.locator(".feed article.post", has_text="页面开得太久")).to_have_count(1)
    expect(page.locator(TEXT)).to_have_value("")


def test_a_session_that_ended_elsewhere(person, open_page, site, unchanged):
    who = person("ended", "换密码")
    page = open_page(who)
    page.fill(TEXT, "写到一半密码被改了")
    fields = {"current_password": "correct horse 42", "new_password": "battery staple 7"}
    assert who.post("/settings/security", **fields).status_code == 303
    with unchanged():
        page.click(SEND)
        expect(page.locator("#join-dialog [data-role=expired]")).to_be_visible()
        expect(page.locator(TEXT)).to_have_value("写到一半密码被改了")
    with page.context.expect_page() as opened:
        page.click("#join-dialog [data-role=login]")
    tab = opened.value
    tab.fill('input[name="identifier"]', who.handle)
    tab.fill('input[name="password"]', "battery staple 7")
    tab.click('main button[type="submit"]')
    tab.wait_for_load_state()
    page.bring_to_front()
    page.evaluate("dispatchEvent(new Event('focus'))")
    expect(page.locator(TEXT)).to_have_value("")
    expect(page.locator(".feed article.post", has_text="写到一半密码被改了")).to_have_count(1)
    page.reload()
    expect(page.locator(".feed article.post", has_text="写到一半密码被改了")).to_have_count(1)


def test_what_is_reposted_vanishes_while_one_writes(person, open_page, unchanged):
    author, reader = person("vanish", "删帖的人"), person("reader", "转发的人")
    reader.post(f"/accounts/{author.id}/follow", fragment=True)
    post_id = author.publish("马上就删")
    page = open_page(reader, f"/posts/{post_id}")
    page.locator(f"#post-{post_id} [data-act=repost]").first.click()
    dialog = page.locator("dialog:has(form[data-kind=repost])")
    dialog.locator("[data-role=text]").fill("写了很多想法")
    assert author.post(f"/posts/{post_id}", method="DELETE", fragment=True).status_code == 200
    dialog.locator("[data-role=submit]").click()
    expect(dialog.locator("[data-role=error]")).to_contain_text("已被删除")
    expect(dialog.locator("[data-role=text]")).to_have_value("写了很多想法")


def test_a_block_while_one_writes_a_comment(person, open_page, unchanged):
    author, reader = person("blocker", "拉黑的人"), person("blocked", "被拉黑的")
    post_id = author.publish("还看得见")
    page = open_page(reader, f"/posts/{post_id}")
    form = page.locator("form[data-kind=comment]")
    form.locator("[data-role=text]").fill("我觉得吧")
    author.post(f"/accounts/{reader.id}/block", fragment=True)
    with unchanged():
        form.locator("[data-role=submit]").click()
        expect(form.locator("[data-role=error]")).to_contain_text("拉黑")
        expect(form.locator("[data-role=text]")).to_have_value("我觉得吧")


def test_too_fast(person, open_page, unchanged):
    page = open_page(person("fast", "手速快"))
    page.fill(TEXT, "第四十一条")
    told = '{"error": {"code": "too_many", "message": "操作有点快，稍等一下再试。"}}'
    page.route("**/posts", lambda route: route.fulfill(status=429, content_type="application/json", body=told))
    with unchanged():
        page.click(SEND)
        expect(page.locator(ERROR)).to_contain_text("操作有点快")
        expect(page.locator(f"{ERROR} [data-act=retry]")).to_be_visible()
        expect(page.locator(TEXT)).to_have_value("第四十一条")


@pytest.mark.parametrize("url", ["http://169.254.169.254/latest/", "http://10.1.2.3/x", "http://0x0a010203/"])
def test_a_private_link_says_so_once_and_is_posted_plain(person, open_page, url):
    page = open_page(person(*someone()))
    asked = []
    page.on("request", lambda request: asked.append(request.url) if request.url.endswith("/links") else None)
    page.click(TEXT)
    paste(page, url)
    chip = page.locator(f"{BOX} .link-chip[data-status=failed]")
    expect(chip).to_contain_text("内部网络")
    page.keyboard.type(" 这个打不开", delay=80)
    page.wait_for_timeout(600)
    expect(chip).to_have_count(1)
    assert len(asked) == 1, "it is asked again with every key"
    page.click(SEND)
    posted = page.locator(".feed article.post", has_text="这个打不开")
    expect(posted).to_have_count(1)
    expect(posted.locator(".card")).to_have_count(0)


@pytest.mark.parametrize(("path", "sentence"), [
    ("/to?http://10.0.0.1/", "内部网络"), ("/huge", "太大"), ("/dripping_body", "没有及时"), ("/status/404", "不让"),
])  # fmt: skip
def test_a_link_that_ends_badly(person, open_page, path, sentence):
    page = open_page(person(*someone()))
    with hostile_shop() as shop:
        page.click(TEXT)
        paste(page, shop + path)
        chip = page.locator(f"{BOX} .link-chip[data-status=failed]")
        expect(chip).to_contain_text(sentence)
    page.keyboard.type(" 还是发出去")
    page.click(SEND)
    expect(page.locator(".feed article.post", has_text="还是发出去")).to_have_count(1)
