"""A post is edited in one window: the other shows it at once, and its history can be read."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
BEFORE, AFTER = "今天的风很好，水很清。", "今天的风很大，水很清。"


def open_edit(page: Page, post: str):
    page.locator(f"#post-{post} .post__menu > summary").click()
    page.locator(f"#post-{post} [data-act=edit]").click()
    dialog = page.locator("#edit-dialog")
    expect(dialog.locator("[data-role=text]")).to_be_focused()
    return dialog


@pytest.fixture
def followed(person):
    """Anna and Bea, who follows her."""

    def meet(suffix):
        anna, bea = (person(f"{name}{suffix}", f"{name}{suffix}") for name in ("anna", "bea"))
        assert bea.post(f"/accounts/{anna.id}/follow", fragment=True).status_code == 200
        return anna, bea

    return meet


def test_everybody_sees_the_edit_and_what_was_there_before(followed, open_page):
    anna, bea = followed("1")
    post = anna.publish(BEFORE)
    assert bea.post(f"/posts/{post}/reposts", fragment=True, text="说得对").status_code == 201
    a, b = open_page(anna), open_page(bea)
    dialog = open_edit(a, post)
    dialog.locator("[data-role=text]").fill(AFTER)
    dialog.locator("[data-role=submit]").click()
    expect(dialog).to_be_hidden()
    expect(a.locator(f"#post-{post}")).to_contain_text(AFTER)

    quoted = b.locator(f'.root[data-post-id="{post}"]')
    expect(b.locator(f"#post-{post}")).to_contain_text(AFTER)
    expect(quoted).to_contain_text(AFTER)
    expect(quoted).to_contain_text("原文已修改")
    b.locator(f"#post-{post}").get_by_role("link", name="已编辑").click()
    b.wait_for_url(f"**/posts/{post}/history")
    newest, first = b.locator(".version").all()
    expect(newest.locator("del")).to_have_text(re.compile("删去：\\s*好"))
    expect(newest.locator("ins")).to_have_text(re.compile("新增：\\s*大"))
    expect(first).to_contain_text(BEFORE)


def test_closing_asks_before_changes_are_lost(followed, open_page):
    anna, _bea = followed("2")
    page, post = open_page(anna), anna.publish(BEFORE)
    page.reload()
    dialog = open_edit(page, post)
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()  # nothing was changed

    dialog = open_edit(page, post)
    dialog.locator("[data-role=text]").fill(AFTER)
    page.keyboard.press("Escape")
    question = page.locator("#confirm-dialog")
    expect(question).to_contain_text("放弃修改")
    page.keyboard.press("Escape")
    expect(question).to_be_hidden()
    expect(dialog.locator("[data-role=text]")).to_have_value(AFTER)
    dialog.locator("[data-act=close]").click()
    question.locator("button[value=ok]").click()
    expect(dialog).to_be_hidden()
    expect(open_edit(page, post).locator("[data-role=text]")).to_have_value(BEFORE)


def test_an_edit_survives_a_server_that_is_away(followed, open_page, site):
    anna, _bea = followed("3")
    post = anna.publish(BEFORE)
    page = open_page(anna)
    dialog = open_edit(page, post)
    dialog.locator("[data-role=text]").fill(AFTER)
    site.kill()
    try:
        dialog.locator("[data-role=submit]").click()
        error = dialog.locator("[data-role=error]")
        expect(error).to_contain_text("重试")
    finally:
        site.start()
    dialog.locator("[data-role=error] [data-act=retry]").click()
    expect(dialog).to_be_hidden()
    expect(page.locator(f"#post-{post}")).to_contain_text(AFTER)
    page.goto(f"/posts/{post}/history")
    expect(page.locator(".version")).to_have_count(2)


def test_two_windows_do_not_overwrite_each_other(followed, open_page):
    anna, _bea = followed("4")
    post = anna.publish(BEFORE)
    page = open_page(anna)
    dialog = open_edit(page, post)
    answer = anna.post(f"/posts/{post}/versions", fragment=True, text="另一个窗口", version="1")
    assert answer.status_code == 200
    dialog.locator("[data-role=text]").fill(AFTER)
    dialog.locator("[data-role=submit]").click()
    expect(dialog.locator("[data-role=error]")).to_contain_text("别的窗口")
    expect(dialog.locator("[data-role=text]")).to_have_value(AFTER)


def test_narrowing_takes_the_post_out_of_the_other_window(followed, open_page):
    anna, bea = followed("5")
    post = anna.publish(BEFORE)
    a, b = open_page(anna), open_page(bea)
    expect(b.locator(f"#post-{post}")).to_contain_text(BEFORE)
    a.locator(f"#post-{post} .post__menu > summary").click()
    a.locator(f"#post-{post} [data-act=permissions]").click()
    form = a.locator("dialog form.permits")
    form.locator("select[name=audience]").select_option("self")
    form.get_by_role("button", name="保存").click()
    expect(a.locator(f"#post-{post}")).to_contain_text("仅自己可见")
    expect(b.locator(f"#post-{post}")).not_to_contain_text(BEFORE)
    assert b.request.get(f"/posts/{post}").status == 404
    assert b.request.get(f"/posts/{post}/history").status == 404
