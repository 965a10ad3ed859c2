"""Second factors with a real browser: an authenticator app, a passkey, and the sum that a sign-up costs."""

import re
import time
from datetime import UTC, datetime, timedelta

import pyotp
import pytest
from playwright.sync_api import Page, expect

from tests.support.site import PASSWORD

pytestmark = pytest.mark.browser

AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
FIELDS = {"nickname": "小芽", "email": "xiaoya@example.com", "password": "一句很长很好记的话 1"}


def submit(page: Page) -> None:
    page.locator("main form").filter(has=page.locator("input:focus")).locator('button[type="submit"]').click()


def give_password(page: Page) -> None:
    page.fill('main input[name="current_password"]', PASSWORD)
    submit(page)


def log_out(page: Page) -> None:
    page.context.clear_cookies()


def log_in(page: Page, handle: str, base: str = "") -> None:
    page.goto(f"{base}/login")
    page.fill('input[name="identifier"]', handle)
    page.fill('input[name="password"]', PASSWORD)
    submit(page)
    page.wait_for_url("**/login/proof**")


def is_logged_in(page: Page) -> None:
    expect(page.locator(".composer").first).to_be_visible()


def test_an_authenticator_app_is_set_up_and_opens_the_account(open_page, person):
    ada = person("ada", "艾达")
    page = open_page(ada, "/settings/security")
    page.get_by_role("link", name="设置应用").click()
    give_password(page)
    page.wait_for_url("**/settings/security/apps/*")
    assert page.locator(".new-app__picture").evaluate("picture => picture.naturalWidth > 100")
    app = pyotp.TOTP(page.locator(".new-app__secret").inner_text().replace(" ", ""))
    page.fill('input[name="name"]', "旧手机")
    page.fill('input[name="code"]', app.now())
    submit(page)
    codes = page.locator(".recovery-codes code").all_inner_texts()
    assert len(set(codes)) == 10
    page.get_by_role("link", name="我已保存好").click()
    expect(page.get_by_text("旧手机")).to_be_visible()

    log_out(page)
    log_in(page, "ada")
    page.fill('input[name="code"]', "000000")  # six digits are sent by themselves
    expect(page.get_by_text("验证码不对，或已经用过。")).to_be_visible()
    page.fill('input[name="code"]', app.at(datetime.now(UTC) + timedelta(seconds=30)))
    is_logged_in(page)

    log_out(page)
    log_in(page, "ada")
    page.get_by_text("用恢复码").click()
    page.fill("#recovery", codes[0])
    submit(page)
    is_logged_in(page)
    page.goto("/notifications")
    expect(page.get_by_text("有人用恢复码登录了你的账号。")).to_be_visible()


def test_a_passkey_is_made_and_opens_the_account(open_page, person, site):
    person("bea", "贝亚")
    named = f"http://localhost:{site.port}"  # passkeys are for names, not for numbers
    page = open_page(None, f"{named}/login")
    cdp = page.context.new_cdp_session(page)
    cdp.send("WebAuthn.enable")
    cdp.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    page.fill('input[name="identifier"]', "bea")
    page.fill('input[name="password"]', PASSWORD)
    submit(page)
    is_logged_in(page)
    for name, codes in (("我的电脑", 10), ("再来一个", 0)):
        page.goto(f"{named}/settings/security/passkeys/new")
        page.fill('input[name="name"]', name)
        give_password(page)
        if not codes:  # the device says itself that it has one already
            expect(page.get_by_text("这台设备上已经有你的通行密钥。")).to_be_visible()
            continue
        expect(page.locator(".recovery-codes code")).to_have_count(codes)
    page.goto(f"{named}/settings/security")
    expect(page.get_by_text("我的电脑")).to_be_visible()

    for _ in range(2):
        log_out(page)
        log_in(page, "bea", named)
        page.get_by_role("button", name="使用通行密钥").click()
        is_logged_in(page)

    page.goto(f"{named}/settings/security")
    page.get_by_text("我的电脑").click()
    give_password(page)
    expect(page.get_by_text("已移除。")).to_be_visible()
    expect(page.get_by_text("我的电脑")).to_have_count(0)


def test_where_passkeys_do_not_work_the_page_says_so(open_page, person):
    page = open_page(person("cyd", "西德"), "/settings/security/passkeys/new")
    expect(page.get_by_text("才能用通行密钥")).to_be_visible()
    expect(page.get_by_role("button", name="创建通行密钥")).to_be_disabled()


def fill_in(page: Page, handle: str) -> None:
    for name, value in (FIELDS | {"handle": handle, "nickname": f"小芽{handle}"}).items():
        page.fill(f'input[name="{name}"]', value.replace("xiaoya", handle))


def test_the_sum_is_done_while_the_form_is_filled_in(open_page):
    page = open_page(None, "/register")
    expect(page.locator('input[name="answer"]')).to_have_value(re.compile(r"\d+"))
    fill_in(page, "ya1")
    page.locator('main button[type="submit"]').click()
    is_logged_in(page)


def test_whoever_is_quicker_than_the_machine_need_not_click_twice(open_page):
    page = open_page(None, "/login")
    page.route("**/register/effort", lambda route: (time.sleep(1), route.continue_()))
    page.goto("/register")
    fill_in(page, "ya2")
    page.locator('main button[type="submit"]').click()
    is_logged_in(page)


def test_it_is_done_without_workers_too_and_again_when_the_site_was_away(open_page):
    page = open_page(None, "/login")
    page.add_init_script("delete window.Worker; delete window.crypto.subtle")
    failures = [lambda route: route.abort()]
    page.route("**/register/effort", lambda route: failures.pop()(route) if failures else route.continue_())
    page.goto("/register")
    fill_in(page, "ya3")
    page.locator('main button[type="submit"]').click()
    page.wait_for_url("**/")  # it asks again after some seconds
    is_logged_in(page)
    assert not failures


def test_without_scripts_the_page_says_what_is_missing(browser, site):
    context = browser.new_context(base_url=site.url, locale="zh-CN", java_script_enabled=False)
    page = context.new_page()
    page.goto("/register")
    expect(page.locator("noscript .refusal")).to_be_visible()
    expect(page.locator("noscript .refusal")).to_contain_text("注册需要打开 JavaScript")
    context.close()


def test_enter_after_the_last_digit_sends_nothing_twice(open_page, person):
    ida = person("ida", "伊达")
    page = open_page(ida, "/settings/security")
    page.get_by_role("link", name="设置应用").click()
    give_password(page)
    page.wait_for_url("**/settings/security/apps/*")
    app = pyotp.TOTP(page.locator(".new-app__secret").inner_text().replace(" ", ""))
    page.fill('input[name="code"]', app.now())
    submit(page)
    page.locator(".recovery-codes code").first.wait_for()

    log_out(page)
    log_in(page, "ida")
    sent = []
    page.on("request", lambda request: sent.append(request) if request.method == "POST" else None)
    page.locator('input[name="code"]').first.fill(app.at(datetime.now(UTC) + timedelta(seconds=30)))
    page.keyboard.press("Enter")
    is_logged_in(page)
    assert len(sent) == 1
