"""Polls in two windows: who has voted sees the bars move while others vote."""

import random

import pytest
from playwright.sync_api import Page, expect

from app.posts.presenters.polls import percents

pytestmark = pytest.mark.browser


def row(page: Page, poll: str, text: str):
    return page.locator(f'form.poll[data-poll-id="{poll}"] .poll__option', has_text=text)


def vote(page: Page, poll: str, *texts: str) -> None:
    for text in texts:
        row(page, poll, text).locator("label").click()
    page.locator(f'form.poll[data-poll-id="{poll}"] [data-role=vote]').click()


@pytest.fixture
def asked(person):
    """Anna asks; Bea and Cleo follow her."""

    def ask(suffix, **fields):
        anna, *others = (person(f"{name}{suffix}", f"{name}{suffix}") for name in ("anna", "bea", "cleo"))
        for other in others:
            assert other.post(f"/accounts/{anna.id}/follow", fragment=True).status_code == 200
        options = {"poll_on": "1", "poll_option": ["茶", "咖啡", "水"], "poll_open_for": "60", **fields}
        return anna, *others, anna.publish("喝什么？", **options)

    return ask


def test_bars_move_in_the_other_window(asked, open_page):
    _anna, bea, cleo, poll = asked("1")
    b, c = open_page(bea), open_page(cleo)
    vote(b, poll, "茶")
    mine = row(b, poll, "茶")
    expect(mine.locator("[data-role=percent]")).to_have_text("100%")
    expect(mine).to_contain_text("你的选择")
    expect(c.locator(".poll__bar")).to_have_count(0)  # who has not voted is told nothing

    vote(c, poll, "水")
    expect(row(c, poll, "水").locator("[data-role=percent]")).to_have_text("50%")
    expect(mine.locator("[data-role=percent]")).to_have_text("50%")
    expect(row(b, poll, "水").locator("[data-role=votes]")).to_have_text("1票")
    expect(b.locator("form.poll [data-role=voters]")).to_have_text("2人参与")
    bar = mine.locator("[data-role=bar]")
    expect(bar).to_have_attribute("width", "50%")
    b.wait_for_function("bar => bar.getAnimations().length === 0", arg=bar.element_handle())
    share = bar.evaluate("bar => bar.getBoundingClientRect().width / bar.closest('.poll__option').clientWidth")
    assert share == pytest.approx(0.5, abs=0.01)


def test_no_more_than_may_be_chosen(asked, open_page):
    _anna, bea, _cleo, poll = asked("2", poll_most="2")
    page = open_page(bea)
    for text in ("茶", "咖啡"):
        row(page, poll, text).locator("label").click()
    expect(row(page, poll, "水").locator("input")).to_be_disabled()
    row(page, poll, "茶").locator("label").click()
    expect(row(page, poll, "水").locator("input")).to_be_enabled()


def test_by_keyboard_alone(asked, open_page):
    _anna, bea, _cleo, poll = asked("3")
    page = open_page(bea)
    row(page, poll, "茶").locator("input").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(row(page, poll, "咖啡")).to_contain_text("你的选择")
    expect(page.locator(f'form.poll[data-poll-id="{poll}"]')).to_be_focused()


def test_voted_in_another_window_meanwhile(asked, open_page):
    _anna, bea, _cleo, poll = asked("4")
    page = open_page(bea)
    assert bea.post(f"/posts/{poll}/votes", fragment=True, choice="0").status_code == 200
    vote(page, poll, "水")
    expect(page.locator("#toasts")).to_contain_text("已经投过票了")
    expect(row(page, poll, "茶")).to_contain_text("你的选择")


def test_pages_round_as_the_server_does(open_page):
    chance = random.Random(3)
    sums = [[chance.randrange(40) for _ in range(chance.randrange(2, 10))] for _ in range(200)]
    wholes = [sum(votes) if chance.random() < 0.5 else chance.randrange(1, 60) for votes in sums]
    page = open_page(None, "/public")
    shown = page.evaluate(
        """async ([lists, wholes]) => {
          const { percents } = await import("#posts/shares.js");
          return lists.map((votes, place) => percents(votes, wholes[place]));
        }""",
        [sums, wholes],
    )
    assert shown == [percents(votes, of=whole) for votes, whole in zip(sums, wholes, strict=True)]
