"""Authors look after posts that are out, while others read them."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def people(site):
    from tests.support.site import Person

    return Person(site, "author", "小禾").sign_up(), Person(site, "reader", "阿木").sign_up()


def menu(page, post_id, name):
    page.locator(f"#post-{post_id} > .post__menu > summary").click()
    page.locator(f"#post-{post_id} > .post__menu").get_by_role("button", name=name).or_(
        page.locator(f"#post-{post_id} > .post__menu").get_by_role("link", name=name)
    ).click()


def test_a_deleted_post_comes_back_in_both_windows(open_page, people):
    author, reader = people
    post_id = author.publish("写错了的一条")
    reader.post(f"/posts/{post_id}/reposts", fragment=True, text="转给大家看")
    mine, theirs = open_page(author, f"/u/{author.id}"), open_page(reader, f"/u/{reader.id}")
    quoted = theirs.locator(f'.root[data-post-id="{post_id}"]')
    expect(quoted).to_contain_text("写错了的一条")
    menu(mine, post_id, "删除")
    mine.locator("#confirm-dialog [data-role=ok]").click()
    expect(mine.locator(f"#post-{post_id}")).to_contain_text("此微博已被作者删除")
    expect(quoted).to_contain_text("此微博已被作者删除")
    mine.get_by_role("button", name="撤销").click()
    expect(mine.locator(f"#post-{post_id} .post__text")).to_have_text("写错了的一条")
    expect(theirs.locator(f'.root[data-post-id="{post_id}"]')).to_contain_text("写错了的一条")
    expect(mine.locator("#toasts")).to_contain_text("微博已恢复")


def test_the_offer_to_undo_leaves(open_page, people):
    author, _reader = people
    post_id = author.publish("不要了")
    page = open_page(author, f"/u/{author.id}")
    menu(page, post_id, "删除")
    page.locator("#confirm-dialog [data-role=ok]").click()
    undo = page.get_by_role("button", name="撤销")
    expect(undo).to_be_visible()
    expect(undo).to_have_count(0, timeout=9_500)


def test_what_is_folded_opens_at_a_key_and_stays_open_when_the_post_changes(open_page, people):
    author, reader = people
    post_id = author.publish("凶手是管家", is_folded="1", fold_note="剧透")
    page = open_page(reader, f"/posts/{post_id}")
    words = page.locator(f"#post-{post_id} .post__text")
    expect(words).to_be_hidden()
    bar = page.locator(f"#post-{post_id} .fold__bar")
    bar.press("Enter")
    expect(words).to_be_visible()
    bar.press("Enter")
    expect(words).to_be_hidden()
    page.keyboard.press("x")
    expect(words).to_be_visible()
    author.post(f"/posts/{post_id}/permissions", fragment=True, audience="public", reposters="none", commenters="all")
    closed = page.locator(f"#post-{post_id} [data-act=repost]")
    expect(closed).to_have_attribute("aria-disabled", "true")
    expect(words).to_be_visible()
    closed.click(force=True)  # one may press what will not do: it says why
    expect(page.locator("#toasts")).to_contain_text("博主已关闭转发")
    expect(page.locator("#repost-dialog")).to_have_count(0)


def test_permissions_are_changed_in_a_dialog(open_page, people):
    author, reader = people
    post_id = author.publish("先公开再收起来")
    mine, theirs = open_page(author, f"/posts/{post_id}"), open_page(reader, f"/posts/{post_id}")
    menu(mine, post_id, "权限设置")
    dialog = mine.locator("#permissions-dialog")
    dialog.get_by_label("谁可以看").select_option(label="仅自己")
    dialog.get_by_role("button", name="保存").click()
    expect(dialog).to_have_count(0)
    expect(mine.locator(f"#post-{post_id} .post__meta")).to_contain_text("仅自己可见")
    expect(mine.locator(f"#post-{post_id}")).to_have_class(re.compile("post--large"))
    expect(theirs.locator(f"#post-{post_id}")).to_have_text(re.compile("暂时没有权限查看此微博"))
    expect(theirs.locator("main")).not_to_contain_text("先公开再收起来")


def test_a_pinned_post_says_so_on_its_authors_page(open_page, people):
    author, _reader = people
    post_id, other_id = author.publish("置顶这条"), author.publish("换成这条")
    page = open_page(author, f"/u/{author.id}")
    menu(page, post_id, "置顶")
    expect(page.locator(f"#post-{post_id} .post__pin")).to_be_visible()
    menu(page, other_id, "置顶")
    expect(page.locator(f"#post-{other_id} .post__pin")).to_be_visible()
    expect(page.locator(f"#post-{post_id} .post__pin")).to_be_hidden()
    page.reload()
    expect(page.locator("article.post").first).to_have_id(f"post-{other_id}")
    menu(page, other_id, "取消置顶")
    expect(page.locator(f"#post-{other_id} .post__pin")).to_be_hidden()
