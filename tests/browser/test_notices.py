"""The bell while one looks: it rings by kind, what is looked at is read, what is undone is taken back."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def like(person, post_id, **words):
    assert person.post(f"/posts/{post_id}/like", fragment=True, **words).status_code < 300


def test_what_is_looked_at_is_read_and_what_comes_meanwhile_waits(person, open_page, site):
    bob, alice, carol = person("ringbob", "听铃的"), person("ringann", "按铃的"), person("ringcat", "又按铃的")
    post_id = bob.publish("今天的云很低")
    site.wait_until_quiet()
    bob.post("/notifications/read")
    page = open_page(bob, "/")
    bell = page.locator(".topbar .bell [data-role=unread]")
    expect(bell).to_be_hidden()
    like(alice, post_id)
    expect(bell).to_have_text("1")
    carol.post(f"/accounts/{bob.id}/follow", fragment=True)
    expect(bell).to_have_text("2")

    page.goto("/notifications?kind=like")
    expect(page.locator(".notice[data-unread]")).to_have_count(1)
    expect(bell).to_have_text("1")
    tab = page.locator(".tabs a", has_text="新粉丝").locator("[data-role=unread]")
    expect(tab).to_have_text("1")

    fresh = page.locator("[data-role=fresh]")
    expect(fresh).to_be_hidden()
    like(carol, post_id)
    expect(fresh).to_be_visible()
    fresh.click()
    expect(page.locator(".notice")).to_have_count(2)
    expect(page.locator(".notice").first).to_contain_text("又按铃的")
    expect(page.locator(".tabs a", has_text=re.compile("^赞")).locator("[data-role=unread]")).to_be_hidden()


def test_a_like_taken_back_takes_its_ring_back(person, open_page, site):
    bob, alice = person("backbob", "等消息"), person("backann", "点错了")
    post_id = bob.publish("随手一条")
    site.wait_until_quiet()
    bob.post("/notifications/read")
    page = open_page(bob, "/")
    bell = page.locator(".topbar .bell [data-role=unread]")
    like(alice, post_id)
    expect(bell).to_have_text("1")
    like(alice, post_id, method="DELETE")
    expect(bell).to_be_hidden()


def test_a_thread_is_muted_from_its_notice(person, open_page, site):
    bob, alice, carol = person("mutebob", "图清静"), person("muteann", "第一个"), person("mutecat", "第二个")
    post_id = bob.publish("大家随便聊")
    like(alice, post_id)
    site.wait_until_quiet()
    page = open_page(bob, "/notifications?kind=like")
    page.locator(".notice summary").click()
    with page.expect_response(f"**/posts/{post_id}/notices") as answer:
        page.get_by_text("不再提醒这条微博").click()
    assert answer.value.json()["active"] is False
    expect(page.locator(".toast")).to_contain_text("不再提醒")
    like(carol, post_id)
    site.wait_until_quiet()
    page.reload()
    expect(page.locator(".notice")).to_have_count(1)
    expect(page.locator("main")).not_to_contain_text("第二个")


def test_the_latest_under_a_topic_come_behind_a_pill(person, open_page):
    reader, writer = person("topicreader", "看话题"), person("topicwriter", "写话题")
    writer.publish("#山里的早晨# 第一条")
    page = open_page(reader, "/topic/山里的早晨?tab=new")
    page.locator(".topic__follow").click()
    expect(page.locator(".topic__follow")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("article.post")).to_have_count(1)
    writer.publish("#山里的早晨# 第二条")
    writer.publish("#别的话题# 不相干")
    pill = page.locator(".pill:not([data-role])")
    expect(pill).to_be_visible()
    pill.click()
    expect(page.locator("article.post")).to_have_count(2)
    expect(page.locator("article.post").first).to_contain_text("第二条")
    page.goto("/topics")
    expect(page.locator("main")).to_contain_text("#山里的早晨#")
