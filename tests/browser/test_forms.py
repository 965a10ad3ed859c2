"""Forms say what is wrong in the language of the page, keep what was typed, and go on when it is mended."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_signing_up_by_hand(open_page):
    page = open_page(None, "/register")
    fields = {"nickname": "小草", "handle": "xiaocao", "email": "kein-at", "password": "123"}
    for name, value in fields.items():
        page.fill(f'input[name="{name}"]', value)
    submit = page.locator('main button[type="submit"]')
    submit.click()
    expect(page.get_by_text("邮箱地址好像不对，请检查一下。")).to_be_visible()
    expect(page.get_by_text("至少要8个字符。")).to_be_visible()
    assert page.evaluate("document.activeElement.name") == "email"
    page.fill('input[name="email"]', "xiaocao@example.com")
    expect(page.get_by_text("邮箱地址好像不对，请检查一下。")).to_be_hidden()
    page.fill('input[name="password"]', "一句很长很好记的话 1")
    submit.click()
    expect(page.locator("body")).not_to_have_attribute("data-account-id", "")
    expect(page.locator(".composer").first).to_be_visible()


def test_what_only_the_server_knows_is_said_at_the_field(open_page, person):
    person("taken", "名字有主")
    page = open_page(None, "/register")
    fields = {"nickname": "名字有主", "handle": "taken", "email": "t2@example.com", "password": "一句很长很好记的话 1"}
    for name, value in fields.items():
        page.fill(f'input[name="{name}"]', value)
    page.locator('main button[type="submit"]').click()
    expect(page.locator('.field:has(input[name="handle"]) [data-role="field-error"]')).to_be_visible()
    expect(page.locator('input[name="nickname"]')).to_have_value("名字有主")
    expect(page.locator('input[name="password"]')).to_have_value("")
