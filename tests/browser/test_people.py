"""People in the browser: who someone is on a hover, groups, special people, feeds without what one does not want."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

PILL = ".pill"


def test_a_card_comes_when_the_mouse_or_the_keyboard_rests_on_a_name(person, open_page):
    reader, writer = person("hover_reader", "爱看卡片"), person("hover_writer", "卡片主人")
    reader.post(f"/accounts/{writer.id}/follow")
    writer.publish("看看我的名字")
    page = open_page(reader)
    asked = []
    page.on("request", lambda request: asked.append(request.url) if request.url.endswith("/card") else None)
    name = page.locator("article.post a.name", has_text="卡片主人").first
    name.hover()
    card = page.locator(".hovercard")
    expect(card).to_contain_text("@hover_writer")
    card.hover()
    expect(card).to_be_visible()
    page.mouse.move(2, 2)
    expect(card).to_have_count(0)
    name.hover()
    expect(card).to_be_visible()
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)
    page.keyboard.press("j")
    page.keyboard.press("Tab")
    expect(page.locator("article.post a.name:focus")).to_have_count(1)
    expect(card).to_be_visible()
    assert len(asked) == 1


def test_a_finger_gets_no_card(person, open_page):
    reader, writer = person("touch_reader", "手指读者"), person("touch_writer", "手指作者")
    reader.post(f"/accounts/{writer.id}/follow")
    writer.publish("点我会打开主页")
    page = open_page(reader, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page.locator("article.post a.name", has_text="手指作者").first.tap()
    page.wait_for_url(f"**/u/{writer.id}")


def test_follow_specially_and_choose_groups_from_the_button(person, open_page):
    reader, writer = person("menu_reader", "爱分组的人"), person("menu_writer", "被分组的人")
    page = open_page(reader, f"/u/{writer.id}")
    head = page.locator(".profile__acts")
    head.get_by_role("button", name="关注").click()
    menu = head.locator(".follow__menu summary")
    expect(menu).to_contain_text("已关注")
    menu.click()
    head.get_by_role("button", name="设为特别关注").click()
    expect(menu).to_contain_text("特别关注")
    menu.click()
    head.get_by_role("link", name="设置分组").click()
    dialog = page.get_by_role("dialog", name="被分组的人的分组")
    dialog.get_by_label("新分组").fill("茶友")
    dialog.get_by_role("button", name="保存").click()
    expect(dialog).to_have_count(0)
    page.goto("/groups")
    expect(page.locator(".grouplist__item")).to_contain_text("1人")
    page.locator(".grouplist__item").get_by_role("link", name="看「茶友」的微博").click()
    expect(page.locator('.hometabs [aria-current="page"]')).to_have_text("茶友")


def test_the_pill_of_a_group_counts_its_people_alone(person, open_page):
    reader = person("pill_reader", "只看一组")
    inside, outside = person("pill_inside", "组里的人"), person("pill_outside", "组外的人")
    for writer in (inside, outside):
        reader.post(f"/accounts/{writer.id}/follow")
    reader.post(f"/accounts/{inside.id}/groups", new_group="一组")
    page = open_page(reader)
    page.locator(".hometabs").get_by_role("link", name="一组").click()
    expect(page.locator("html[data-bound]")).to_be_attached()
    outside.publish("组外的话")
    inside.publish("组里的话一")
    expect(page.locator(PILL)).to_contain_text("1条新微博")
    outside.publish("组外又一句")
    inside.publish("组里的话二")
    expect(page.locator(PILL)).to_contain_text("2条新微博")
    page.locator(PILL).click()
    expect(page.locator("article.post")).to_have_count(2)
    expect(page.locator(".feed")).not_to_contain_text("组外")


def test_muted_words_keep_quiet_in_open_windows_too(person, open_page):
    reader, writer = person("word_reader", "不看加班"), person("word_writer", "话很多")
    reader.post(f"/accounts/{writer.id}/follow")
    page = open_page(reader)
    settings = open_page(reader, "/settings/blocking")
    settings.get_by_role("textbox", name="屏蔽词").fill("加班")
    settings.get_by_role("button", name="添加").click()
    expect(settings.locator(".mutelist__item")).to_contain_text("加班")
    expect(page.locator(".feed[data-narrowed]")).to_be_attached()
    writer.publish("又要加班了")
    writer.publish("下班看花")
    expect(page.locator(PILL)).to_contain_text("1条新微博")
    page.locator(PILL).click()
    expect(page.locator("article.post")).to_have_count(1)
    expect(page.locator("article.post")).to_contain_text("下班看花")


def test_what_is_muted_from_a_menu_leaves_at_once_and_can_come_back(person, open_page):
    reader = person("undo_reader", "手快的人")
    loud, calm = person("undo_loud", "太吵的人"), person("undo_calm", "安静的人")
    for writer in (loud, calm):
        reader.post(f"/accounts/{writer.id}/follow")
        writer.publish(f"{writer.nickname}的第一条")
        writer.publish(f"{writer.nickname}的第二条")
    page = open_page(reader)
    posts = page.locator("article.post:visible")
    expect(posts).to_have_count(4)
    page.locator("article.post", has_text="太吵的人的第一条").locator(".post__menu summary").click()
    page.get_by_role("button", name="屏蔽太吵的人").click()
    expect(posts).to_have_count(2)
    page.locator(".toast").get_by_role("button", name="撤销").click()
    expect(posts).to_have_count(4)
    page.reload()
    expect(posts).to_have_count(4)


def test_the_keys_go_where_the_help_says(person, open_page):
    page = open_page(person("key_goer", "键盘党"))
    page.keyboard.press("?")
    help_sheet = page.get_by_role("dialog", name="键盘快捷键")
    expect(help_sheet).to_be_visible()
    page.keyboard.press("Escape")
    for key, place in (("t", "/topics"), ("m", "/messages"), ("n", "/notifications"), ("h", "/")):
        page.keyboard.press("g")
        page.keyboard.press(key)
        page.wait_for_url(re.compile(f".*{re.escape(place)}$"))
        expect(page.locator("html[data-bound]")).to_be_attached()
