"""Two people write to each other: at once, with typing and read marks; a stranger's box, pictures, a lost server."""

import io
import re

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
LIVE = 15_000  # milliseconds: how long news may take on a busy machine
SAY = "[data-role=say] [data-role=text]"
PASTE = """([text, selector]) => {
  const field = document.querySelector(selector);
  field.focus();
  const data = new DataTransfer();
  data.setData("text/plain", text);
  if (field.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true})))
    document.execCommand("insertText", false, text);
}"""


@pytest.fixture
def friends(person):
    """Two people who follow each other."""

    def make(one, other):
        a, b = person(*one), person(*other)
        for follower, followee in ((a, b), (b, a)):
            assert follower.post(f"/accounts/{followee.id}/follow", fragment=True).status_code == 200
        return a, b

    return make


def write(page: Page, text: str) -> None:
    page.fill(SAY, text)
    page.keyboard.press("Enter")


def bubble(page: Page, text: str):
    return page.locator(".message", has=page.locator(".bubble", has_text=text))


def picture() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (320, 200), (96, 140, 110)).save(file, "PNG")
    return file.getvalue()


def test_a_conversation_of_two(friends, open_page, person, site):
    anna, bea = friends(("dm_anna", "安娜"), ("dm_bea", "贝雅"))
    a, b = open_page(anna, f"/messages/{bea.id}"), open_page(bea, f"/messages/{anna.id}")
    write(a, "在吗[doge]")
    expect(a.locator(SAY)).to_have_value("")
    expect(bubble(a, "在吗")).to_be_visible()
    expect(bubble(b, "在吗")).to_be_visible(timeout=LIVE)
    expect(b.locator("[data-role=hello]")).to_have_count(0)
    expect(bubble(a, "在吗").locator(".message__read")).to_be_visible(timeout=LIVE)
    expect(a.locator(".message--pending")).to_have_count(0)

    b.locator(SAY).press_sequentially("我在", delay=20)
    expect(a.locator("[data-role=note]")).to_have_text("对方正在输入…", timeout=LIVE)
    expect(a.locator("[data-role=typing]")).to_be_visible()
    b.keyboard.press("Shift+Enter")
    b.keyboard.type("第二行")
    expect(b.locator(".message--mine")).to_have_count(0)
    b.keyboard.press("Enter")
    expect(bubble(a, "第二行")).to_have_count(1, timeout=LIVE)
    expect(a.locator("[data-role=typing]")).to_be_hidden()
    assert bubble(a, "第二行").locator(".bubble").inner_text() == "我在\n第二行"

    a.set_input_files("[data-role=file]", {"name": "a.png", "mimeType": "image/png", "buffer": picture()})
    expect(a.locator(".say__picture")).to_have_count(1)
    a.locator(SAY).press("Enter")
    shown = b.locator(".message__picture img")
    expect(shown).to_be_visible(timeout=LIVE)
    address = shown.get_attribute("src")
    assert anna.get(address).status_code == 200
    assert person("dm_third", "第三个人").get(address).status_code == 404

    bubble(a, "在吗").hover()
    bubble(a, "在吗").get_by_role("button", name="撤回").click()
    expect(b.locator(".message__gone")).to_have_text("安娜 撤回了一条消息", timeout=LIVE)
    expect(b.locator(".messages")).not_to_contain_text("在吗")
    a.get_by_role("button", name="重新编辑").click()
    expect(a.locator(SAY)).to_have_value("在吗[doge]")


def test_elsewhere_on_the_site_one_sees_that_messages_wait(friends, open_page):
    anna, bea = friends(("dot_anna", "安娜二"), ("dot_bea", "贝雅二"))
    home, listed = open_page(bea, "/"), open_page(bea, "/messages")
    writer = open_page(anna, f"/messages/{bea.id}")
    write(writer, "第一条")
    dot = home.locator(".topbar [data-count=messages]")
    expect(dot).to_have_text("1", timeout=LIVE)
    expect(listed.locator(".conversation")).to_contain_text("第一条", timeout=LIVE)
    write(writer, "第二条")
    expect(listed.locator(".conversation__unread")).to_contain_text("2", timeout=LIVE)
    listed.locator(".conversation a").click()
    expect(bubble(listed, "第二条")).to_be_visible()
    expect(dot).to_be_hidden(timeout=LIVE)


def test_a_stranger_waits_in_a_box_of_her_own(person, open_page):
    anna, stranger = person("box_anna", "安娜三"), person("box_dora", "多拉")
    at_stranger = open_page(stranger, f"/messages/{anna.id}")
    for number in ("一", "二", "三"):
        write(at_stranger, f"您好{number}")
        expect(bubble(at_stranger, f"您好{number}")).to_be_visible()
    expect(at_stranger.locator("[data-role=limit]")).to_contain_text("对方回复后就可以继续聊", timeout=LIVE)
    expect(at_stranger.locator(SAY)).not_to_be_editable()
    page = open_page(anna, "/messages")
    expect(page.locator(".conversation")).to_have_count(0)
    page.get_by_role("link", name="未关注人消息").click()
    page.locator(".conversation a").click()
    expect(page.locator(".thread__request")).to_be_visible()
    write(page, "你好呀")
    expect(bubble(at_stranger, "你好呀")).to_be_visible(timeout=LIVE)
    expect(at_stranger.locator(SAY)).to_be_editable()
    write(at_stranger, "太好了")
    expect(bubble(page, "太好了")).to_be_visible(timeout=LIVE)


def test_a_message_that_finds_no_server_is_sent_once_when_it_is_back(friends, open_page, site):
    anna, bea = friends(("out_anna", "安娜四"), ("out_bea", "贝雅四"))
    page = open_page(anna, f"/messages/{bea.id}")
    site.kill()
    try:
        write(page, "这句不能丢")
        failed = bubble(page, "这句不能丢")
        expect(failed.get_by_role("button", name="重试")).to_be_visible(timeout=LIVE)
        expect(failed).to_have_attribute("data-state", "failed")
    finally:
        site.start()
    page.reload()
    failed = bubble(page, "这句不能丢")
    failed.get_by_role("button", name="重试").click()
    expect(failed).not_to_have_class(re.compile("message--pending"), timeout=LIVE)
    expect(failed).to_have_count(1)
    page.reload()
    expect(bubble(page, "这句不能丢")).to_have_count(1)
    reader = open_page(bea, f"/messages/{anna.id}")
    expect(bubble(reader, "这句不能丢")).to_have_count(1)


def test_an_answer_that_got_lost_makes_no_second_message(friends, open_page):
    anna, bea = friends(("lost_anna", "安娜五"), ("lost_bea", "贝雅五"))
    page = open_page(anna, f"/messages/{bea.id}")
    lost = []

    def lose(route):
        if route.request.method == "POST" and not lost:
            lost.append(route.fetch().status)
            route.abort()
        else:
            route.continue_()

    page.route(f"**/messages/{bea.id}", lose)
    write(page, "只到一次")
    expect(bubble(page, "只到一次")).to_have_count(1)
    retry = bubble(page, "只到一次").get_by_role("button", name="重试")
    if retry.count() and retry.is_visible():
        retry.click()
    expect(page.locator(".message--pending")).to_have_count(0, timeout=LIVE)
    assert lost == [201]
    reader = open_page(bea, f"/messages/{anna.id}")
    expect(bubble(reader, "只到一次")).to_have_count(1)


def test_words_in_the_box_survive_a_reload_and_refused_ones_come_back(friends, open_page):
    anna, bea = friends(("words_anna", "安娜六"), ("words_bea", "贝雅六"))
    page = open_page(anna, f"/messages/{bea.id}")
    page.fill(SAY, "写到一半")
    page.reload()
    expect(page.locator(SAY)).to_have_value("写到一半")
    assert bea.post(f"/accounts/{anna.id}/block", fragment=True).status_code == 200
    page.locator(SAY).press("Enter")
    expect(page.locator("[data-role=say] [data-role=error]")).to_contain_text("拉黑", timeout=LIVE)
    expect(page.locator(SAY)).to_have_value("写到一半")
    expect(page.locator(".message--pending")).to_have_count(0)


def test_a_product_goes_along_by_its_link(friends, open_page, shop, expected):
    page_of_a_shop = "html/i3fresh.tw-24d6d89f.html.gz"
    title = expected[page_of_a_shop]["title"]
    anna, bea = friends(("card_anna", "安娜九"), ("card_bea", "贝雅九"))
    page, reader = open_page(anna, f"/messages/{bea.id}"), open_page(bea, f"/messages/{anna.id}")
    page.evaluate(PASTE, [f"看这个 {shop(page_of_a_shop)}", SAY])
    page.locator(SAY).press("Enter")  # before anybody can know what is behind the link
    expect(bubble(page, "看这个")).to_be_visible()
    card = bubble(reader, "看这个").locator(".message__card")
    expect(card).to_contain_text(title, timeout=LIVE)
    expect(card.locator(".label")).to_have_text("广告")
    page.evaluate(PASTE, [f"{shop(page_of_a_shop)}", SAY])
    expect(page.locator("[data-role=tray] .link-chip")).to_contain_text(title)
    expect(page.locator(SAY)).to_have_value("")
    page.locator(SAY).press("Enter")
    expect(reader.locator(".message__card")).to_have_count(2, timeout=LIVE)
    expect(page.locator(".message--pending")).to_have_count(0)


def test_a_post_goes_to_somebody_from_its_menu(friends, open_page):
    anna, bea = friends(("share_anna", "安娜七"), ("share_bea", "贝雅七"))
    post = bea.publish("集市上的小花盆")
    reader = open_page(bea, f"/messages/{anna.id}")
    page = open_page(anna, f"/posts/{post}")
    page.locator(".post__menu summary").first.click()
    page.get_by_role("link", name="转发到私信").click()
    dialog = page.locator("#share-dialog")
    dialog.locator("[data-role=query]").fill("贝雅七")
    dialog.get_by_role("radio").check()
    dialog.locator("[data-role=text]").fill("你看")
    dialog.locator("[data-role=submit]").click()
    expect(dialog).to_have_count(0)
    expect(page.locator("#toasts")).to_contain_text("已发送")
    expect(bubble(reader, "你看")).to_be_visible(timeout=LIVE)
    expect(reader.locator(".message__post")).to_contain_text("集市上的小花盆")


def test_whoever_reads_further_up_stays_there(friends, open_page):
    anna, bea = friends(("long_anna", "安娜八"), ("long_bea", "贝雅八"))
    for number in range(45):
        assert bea.post(f"/messages/{anna.id}", fragment=True, text=f"第{number}条").status_code == 201
    page = open_page(anna, f"/messages/{bea.id}")
    expect(bubble(page, "第44条")).to_be_in_viewport()
    scroller = page.locator("[data-role=scroll]")
    scroller.hover()
    for _ in range(8):
        page.mouse.wheel(0, -900)
    expect(page.locator(".message")).to_have_count(45, timeout=LIVE)
    scroller.evaluate("(element) => element.scrollTo(0, -element.scrollHeight)")
    expect(bubble(page, "第0条")).to_be_in_viewport(timeout=LIVE)
    place = page.locator("#message-" + bubble(page, "第3条").get_attribute("data-message-id"))
    before = place.bounding_box()["y"]
    assert bea.post(f"/messages/{anna.id}", fragment=True, text="新来的").status_code == 201
    down = page.locator("[data-act=down]")
    expect(down).to_contain_text("有新消息", timeout=LIVE)
    assert abs(place.bounding_box()["y"] - before) < 2
    inside, whole = page.locator("[data-role=scroll]").bounding_box(), page.locator(".thread").bounding_box()
    assert abs(inside["width"] - whole["width"]) < 2, "the button takes no room of its own"
    down.click()
    expect(bubble(page, "新来的")).to_be_in_viewport()
    expect(down).to_be_hidden()
