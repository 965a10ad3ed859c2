"""An influencer applies with files, staff asks for more, she adds it, staff approves: the V comes onto open pages."""

import io
import re
from collections.abc import Callable
from typing import Any

import pytest
from PIL import Image, ImageDraw
from playwright.sync_api import Locator, Page, expect

from tests.browser import staff
from tests.support.site import Person, Site

pytestmark = pytest.mark.browser
LIVE = 5_000  # milliseconds: how late an open page may hear of it
LINE = "茶艺师，《一壶》作者"


def paper(words: str) -> bytes:
    image = Image.new("RGB", (640, 420), (244, 240, 230))
    ImageDraw.Draw(image).text((40, 60), words, fill=(40, 40, 40))
    file = io.BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


def pdf() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (320, 200), "white").save(file, "PDF")
    return file.getvalue()


def upload(name: str, mimetype: str, content: bytes) -> dict[str, Any]:
    return {"name": name, "mimeType": mimetype, "buffer": content}


def v_of(page: Page, who: Person) -> Locator:
    return page.locator(f'.avatar[data-account-id="{who.id}"] .v')


def mark_this_page(page: Page) -> None:
    page.evaluate("window.never = 'reloaded'")


def test_from_the_application_to_the_v_on_a_stranger_s_page(
    site: Site, person: Callable[[str, str], Person], open_page: Callable[..., Page]
) -> None:
    tea, operator, reader = person("axia", "阿夏的茶桌"), person("nanfeng", "南风"), person("tangyuan", "汤圆")
    staff.appoint(site, operator, "operator")
    posted = tea.post("/posts", text="水开了，等它凉一凉。", audience="public")
    assert posted.status_code < 400

    third = open_page(reader, f"/u/{tea.id}")
    mark_this_page(third)
    expect(third.locator(".post").first).to_be_visible()
    expect(v_of(third, tea)).to_have_count(0)

    applicant = open_page(tea, "/verification")
    apply(applicant)
    expect(applicant.locator(".vstate")).to_have_text("审核中")
    expect(applicant.get_by_role("list", name="已提交的文件")).to_contain_text("证书.png")
    assert not applicant.locator("a[href*='files/']").count()

    desk = open_page(None, "/login")
    staff.enter(desk, operator)
    ask_for_more(desk)

    applicant.reload()
    expect(applicant.locator(".vasked")).to_contain_text("请补充书的版权页")
    applicant.set_input_files("input[name=files]", [upload("版权页.png", "image/png", paper("copyright"))])
    applicant.fill("textarea[name=words]", "版权页在这里")
    applicant.get_by_role("button", name="提交", exact=True).click()
    expect(applicant.locator(".vstate")).to_have_text("审核中")
    mark_this_page(applicant)

    approve(desk)
    expect(v_of(third, tea).first).to_be_visible(timeout=LIVE)
    expect(third.locator(".post__reason").first).to_have_text(LINE, timeout=LIVE)
    expect(third.locator(".profile__verified")).to_contain_text(f"种草认证：{LINE}")
    expect(third.locator(".profile__verified")).to_contain_text("由种草于")
    expect(third.locator('.post [data-role="badge-said"]').first).to_have_text("· 个人认证")
    expect(v_of(applicant, tea).first).to_be_visible(timeout=LIVE)
    expect(applicant.locator('[data-behaviour~="bell"] [data-role=unread]').first).not_to_have_text("", timeout=LIVE)
    for page in (third, applicant):
        assert page.evaluate("window.never") == "reloaded", "no page was loaded anew"

    revoke(desk, tea)
    expect(v_of(third, tea)).to_have_count(0, timeout=LIVE)
    expect(third.locator(".post__reason").first).to_be_hidden()
    expect(third.locator(".profile__verified")).not_to_contain_text("种草认证")
    expect(third.locator('[data-role="badge-said"]')).to_have_count(0)
    assert third.evaluate("window.never") == "reloaded"


def apply(page: Page) -> None:
    """By the form, as a person would: one file too many words, left out again before it is sent."""
    page.get_by_role("link", name="申请个人认证").click()
    page.wait_for_url("**/applications/new?kind=orange")
    page.fill("input[name=name]", "陈茶")
    page.fill("input[name=field]", "茶艺师")
    page.fill("textarea[name=statement]", "做茶九年，在云溪开茶室，出过一本《一壶》。")
    page.set_input_files("input[name=files]", [upload("证书.png", "image/png", paper("certificate"))])
    page.set_input_files("input[name=files]", [upload("合同.pdf", "application/pdf", pdf())])
    page.set_input_files("input[name=files]", [upload("notes.txt", "text/plain", b"no proof")])
    expect(page.locator(".proof-field [data-role=field-error]")).to_contain_text("只能上传")
    expect(page.locator(".proof-field .proof")).to_have_count(2)
    page.get_by_role("button", name="移除合同.pdf").click()
    expect(page.locator(".proof-field .proof")).to_have_count(1)
    page.check("input[name=consent]")
    page.get_by_role("button", name="提交申请").click()
    page.wait_for_url(re.compile(r"/verification$"))


def ask_for_more(page: Page) -> None:
    page.goto("/admin/verification")
    page.get_by_role("link", name="阿夏的茶桌的认证申请").click()
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="打开证书.png").click()
    picture = opened.value
    picture.wait_for_load_state()
    assert picture.evaluate("document.images[0].naturalWidth") == 640
    picture.close()
    page.locator("summary", has_text="补件").click()
    page.fill("#request-reason", "请补充书的版权页")
    page.get_by_role("button", name="请TA补件").click()
    page.wait_for_url("**/admin/verification")
    expect(page.locator("[data-role=empty]")).to_be_visible()


def approve(page: Page) -> None:
    page.goto("/admin/verification")
    page.get_by_role("link", name="阿夏的茶桌的认证申请").click()
    expect(page.locator(".papers")).to_contain_text("已打开1次")
    expect(page.locator(".statement")).to_contain_text("版权页在这里")
    page.fill("#line", LINE)
    page.get_by_role("button", name="通过认证").click()
    page.wait_for_url("**/admin/verification")


def revoke(page: Page, who: Person) -> None:
    page.goto(f"/admin/verification/accounts/{who.id}")
    page.fill("#revocation-reason", "证书系他人所有")
    page.get_by_role("button", name="撤销", exact=True).click()
    expect(page.locator(".chip", has_text="已撤销")).to_be_visible()
