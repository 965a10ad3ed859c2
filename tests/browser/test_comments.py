"""Comments in the browser: chosen in two windows, on top, with a picture, and sent again after the server was away."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.media import pictures

pytestmark = pytest.mark.browser


def write(page: Page, text: str) -> None:
    form = page.locator("form[data-kind=comment]")
    form.locator("[data-role=text]").fill(text)
    form.locator("[data-role=submit]").click()


def test_the_author_chooses_and_every_window_learns_of_it(person, open_page):
    bob, ann = person("chooser", "老周"), person("writer", "小满")
    post = bob.publish("今年的第一锅羊肉汤", approves_comments="1")
    queue, writer, guest = (open_page(who, f"/posts/{post}") for who in (bob, ann, None))

    write(writer, "看饿了")
    own = writer.locator(".comment", has_text="看饿了")
    expect(own).to_contain_text("等待博主精选")
    expect(queue.locator("[data-role=waiting]")).to_have_text("1")
    expect(guest.locator("[data-role=fresh]")).to_be_hidden()

    queue.locator("[data-act=sort][data-sort=waiting]").click()
    queue.locator("[data-act=comment-approve] button").click()
    expect(queue.locator("[data-role=empty]")).to_have_text("没有待精选的评论了。")
    expect(queue.locator("[data-role=waiting]")).to_be_hidden()

    expect(own.locator("[data-role=waits]")).to_have_count(0)
    expect(own.locator("[data-act=reply]")).to_be_visible()
    fresh = guest.locator("[data-role=fresh]")
    expect(fresh).to_have_text("有1条新评论，点击查看")
    fresh.click()
    expect(guest.locator(".comment")).to_contain_text("看饿了")
    expect(guest.locator("[data-role=empty]")).to_be_hidden()
    expect(guest.locator(".tabs [data-count=comments]")).to_have_text("1")


def test_several_are_ticked_and_decided_with_the_keyboard(person, open_page):
    bob, ann = person("ticker", "老李"), person("talker", "话多")
    post = bob.publish("聊聊", approves_comments="1")
    for number in range(3):
        ann.post(f"/posts/{post}/comments", fragment=True, text=f"第{number}句")
    page = open_page(bob, f"/posts/{post}?sort=waiting")
    page.locator("[data-act=tick-all]").press("Space")
    expect(page.locator("[data-role=ticked]")).to_have_text("已选3条")
    page.locator("[data-role=tick]").first.press("Space")
    expect(page.locator("[data-role=ticked]")).to_have_text("已选2条")
    page.locator(".choices button[value=POST]").press("Enter")
    expect(page.locator(".comment")).to_have_count(1)
    page.locator("[data-role=tick]").press("Space")
    page.locator(".choices button[value=DELETE]").press("Enter")
    expect(page.locator("#confirm-dialog")).to_contain_text("确定删除选中的1条评论吗")
    page.locator("#confirm-dialog button[value=ok]").press("Enter")
    expect(page.locator(".comment")).to_have_count(0)
    page.locator("[data-act=sort][data-sort=new]").press("Enter")
    expect(page.locator(".comment")).to_have_count(2)
    expect(page.locator(".choices")).to_have_count(0)


def test_one_stands_on_top_and_own_comments_come_below_it(person, open_page):
    bob, ann = person("pinner", "老钉"), person("fan", "小粉")
    post = bob.publish("看我")
    for text in ("一楼", "二楼", "三楼"):
        ann.post(f"/posts/{post}/comments", fragment=True, text=text)
    page = open_page(bob, f"/posts/{post}?sort=new")
    first = page.locator(".comment", has_text="一楼")
    first.locator("[data-act=comment-pin] button").click()
    expect(page.locator(".comment").first).to_contain_text("置顶")
    expect(page.locator(".comment").first).to_contain_text("一楼")
    write(page, "谢谢大家")
    expect(page.locator(".comment").nth(1)).to_contain_text("谢谢大家")
    with page.expect_response(lambda answer: answer.url.endswith("/like")):
        first.locator("form[data-kind=comment-like] button").click()
    page.reload()
    expect(first).to_contain_text("博主赞过")
    first.locator("[data-act=comment-pin] button").click()
    expect(page.locator(".comment").last).to_contain_text("一楼")


def test_a_picture_goes_along_and_opens_large(person, open_page):
    ann = person("picturer", "拍照")
    post = ann.publish("晒图")
    page = open_page(ann, f"/posts/{post}")
    form = page.locator("form[data-kind=comment]")
    file = {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": pictures.picture(size=(900, 700))}
    form.locator("[data-role=file]").set_input_files([file])
    expect(form.locator('.upload[data-state="ready"]')).to_be_visible()
    expect(form.locator("[data-tool=image]")).to_be_disabled()
    form.locator("[data-role=submit]").click()
    picture = page.locator(".comment .comment__picture img")
    expect(picture).to_have_attribute("alt", "拍照评论里的图片")
    expect(form.locator(".upload")).to_have_count(0)
    expect(form.locator("[data-tool=image]")).to_be_enabled()
    picture.click()
    expect(page.locator(".pswp--open img.pswp__img").first).to_be_visible()


def test_a_comment_waits_in_the_box_while_the_server_is_away_and_is_sent_once(person, open_page, site):
    ann = person("patient", "耐心")
    post = ann.publish("断线试试")
    page = open_page(ann, f"/posts/{post}")
    site.kill()
    write(page, "这句不能丢")
    form = page.locator("form[data-kind=comment]")
    error = form.locator("[data-role=error]")
    expect(error).to_be_visible()
    expect(form.locator("[data-role=text]")).to_have_value("这句不能丢")
    retry = error.get_by_role("button", name="重试")
    expect(retry).to_be_visible()
    site.start()
    retry.click()
    expect(page.locator(".comment", has_text="这句不能丢")).to_have_count(1)
    expect(form.locator("[data-role=text]")).to_have_value("")
    expect(error).to_be_hidden()
    page.reload()
    expect(page.locator(".comment", has_text="这句不能丢")).to_have_count(1)


def test_an_answer_still_answers_after_a_reload(person, open_page):
    ann, ben = person("asker", "提问"), person("answerer", "回答")
    post = ann.publish("有问题")
    ann.post(f"/posts/{post}/comments", fragment=True, text="在吗")
    page = open_page(ben, f"/posts/{post}")
    page.locator("[data-act=reply]").click()
    form = page.locator("form[data-kind=comment]")
    form.locator("[data-role=text]").fill("在的")
    page.wait_for_function("() => JSON.stringify(localStorage).includes('在的')")
    page.reload()
    expect(form.locator("[data-role=text]")).to_have_value("在的")
    expect(form.locator("[data-role=replying]")).to_contain_text("提问")
    form.locator("[data-role=submit]").click()
    expect(page.locator(".comment__replies .comment")).to_contain_text("在的")
    expect(form.locator("[data-role=replying]")).to_be_hidden()
    page.reload()
    expect(page.locator(".comment__replies .comment")).to_contain_text("在的")
    expect(form.locator("[data-role=text]")).to_have_value("")


def test_a_lost_answer_makes_no_second_comment(person, open_page, site):
    ann = person("lossy", "丢包")
    post = ann.publish("回执丢了")
    page = open_page(ann, f"/posts/{post}")
    lost: list[str] = []

    def lose_the_first_answer(route):
        if route.request.method == "POST" and not lost:
            lost.append(route.fetch().text())
            route.abort("connectionreset")
        else:
            route.continue_()

    page.route(re.compile(rf"/posts/{post}/comments"), lose_the_first_answer)
    write(page, "只说一遍")
    retry = page.locator("form[data-kind=comment] [data-role=error]").get_by_role("button", name="重试")
    expect(retry).to_be_visible()
    assert "只说一遍" in lost[0]
    retry.click()
    expect(page.locator(".comment", has_text="只说一遍")).to_have_count(1)
    page.reload()
    expect(page.locator(".comment", has_text="只说一遍")).to_have_count(1)
    assert ann.get(f"/posts/{post}").text.count("只说一遍") == 1
