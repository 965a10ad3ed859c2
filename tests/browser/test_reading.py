"""What a reader unfolds, opens and asks for, in the page itself."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
LONG = "一二三四五六七八九十" * 20


def post_by(who, text):
    assert who.post("/posts", text=text, fragment=True).status_code == 201


def test_the_dots_of_a_quoted_post_go_when_it_is_unfolded(person, open_page):
    author, reader = person("author", "写得长"), person("reader", "爱转发")
    post_by(author, LONG)
    page = open_page(reader, "/public")
    page.locator("article.post", has_text="一二三").first.locator("[data-act=repost]").click()
    page.locator("dialog form[data-kind=repost] [data-role=submit]").click()
    expect(page.locator("dialog form[data-kind=repost]")).to_have_count(0)
    page.goto("/")
    quoted = page.locator(".root__text").first
    expect(quoted).to_contain_text("…")
    quoted.locator("[data-act=unfold]").click()
    expect(quoted).not_to_contain_text("…")
    expect(quoted).to_have_text(LONG)


def test_two_open_lists_of_comments_are_two_places(person, open_page):
    author = person("twice", "发两条")
    post_by(author, "甲的第一条")
    post_by(author, "乙的第二条")
    page = open_page(author)
    for number in (0, 1):
        page.locator("article.post [data-act=comment]").nth(number).click()
    expect(page.locator("article.post .comments")).to_have_count(2)
    ids = page.locator(".comments").evaluate_all("lists => lists.map(list => list.id)")
    assert len(set(ids)) == 2


def test_an_at_alone_offers_people(person, open_page):
    friend, writer = person("friend", "好朋友"), person("writer", "写信人")
    assert writer.post(f"/accounts/{friend.id}/follow", fragment=True).status_code == 200
    page = open_page(writer)
    page.locator("#compose [data-role=text]").click()
    page.keyboard.type("@")
    expect(page.locator("#compose [data-role=suggestions]")).to_contain_text("好朋友")


def test_the_composer_fits_a_phone_when_it_counts(person, open_page):
    page = open_page(person("small", "小手机"), "/compose", viewport={"width": 360, "height": 740}, locale="en-GB")
    page.locator("main [data-role=text]").fill("好" * 2008)
    expect(page.locator("main [data-role=counter]")).to_have_text("8 characters too many")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_guest_who_was_offline_is_not_asked_to_log_in(open_page):
    page = open_page(path="/public")
    page.wait_for_load_state("networkidle")
    with page.expect_response("**/timeline/new/ids*") as answer:
        page.evaluate("document.dispatchEvent(new CustomEvent('socket:up'))")
    assert answer.value.status == 200
    expect(page.locator("#join-dialog")).to_be_hidden()


def test_further_people_come_in_place(person, open_page):
    star = person("star", "有人气")
    for number in range(21):
        fan = person(f"fan{number}", f"粉丝{number}号")
        assert fan.post(f"/accounts/{star.id}/follow", fragment=True).status_code == 200
    page = open_page(star, f"/u/{star.id}/fans")
    expect(page.locator(".peoplelist .person")).to_have_count(20)
    page.locator("[data-role=more]").click()
    expect(page.locator(".peoplelist .person")).to_have_count(21)
    expect(page.locator("[data-role=more]")).to_have_count(0)


def test_the_current_tab_is_in_sight_on_a_phone(person, open_page):
    page = open_page(person("tabs", "标签多"), "/notifications?kind=fan", viewport={"width": 320, "height": 600})
    page.wait_for_function("document.documentElement.classList.contains('has-js')")
    expect(page.locator(".tabs [aria-current=page]")).to_have_text("新粉丝")
    page.wait_for_function("document.querySelector('.tabs [aria-current]').getBoundingClientRect().right <= innerWidth")
