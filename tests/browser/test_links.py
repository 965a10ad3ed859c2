"""A pasted link becomes a chip; its address leaves the text once, and only where it stands for itself."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_three_people import SHOP_PAGE, paste

pytestmark = pytest.mark.browser
CHIP = "#compose .link-chip"


def text(page: Page):
    return page.locator("#compose [data-role=text]")


def test_the_address_leaves_the_text_when_its_card_is_there(person, open_page, shop):
    page = open_page(person("paster", "爱分享"))
    text(page).click()
    page.keyboard.type("第一行，")
    paste(page, shop(SHOP_PAGE))
    expect(page.locator(f"{CHIP}[data-status=product]")).to_be_visible()
    expect(text(page)).to_have_value("第一行，")
    page.reload()
    expect(text(page)).to_have_value("第一行，")
    expect(page.locator(f"{CHIP}[data-status=product]")).to_have_count(1)


def test_taking_the_card_away_takes_only_the_card(person, open_page, shop):
    page = open_page(person("remover", "又不要了"))
    text(page).click()
    page.keyboard.type("说几句 ")
    paste(page, shop(SHOP_PAGE))
    expect(page.locator(f"{CHIP}[data-status=product]")).to_be_visible()
    page.click(f"{CHIP} [data-act=remove]")
    expect(page.locator(CHIP)).to_have_count(0)
    expect(text(page)).to_have_value("说几句")
    paste(page, shop(SHOP_PAGE))
    expect(page.locator(f"{CHIP}[data-status=product]")).to_be_visible()


def test_an_address_in_the_middle_of_a_sentence_stays(person, open_page, shop):
    page = open_page(person("weaver", "写在中间"))
    url = shop(SHOP_PAGE)
    text(page).fill(f"你看 {url} 这一款")
    expect(page.locator(f"{CHIP}[data-status=product]")).to_be_visible()
    expect(text(page)).to_have_value(f"你看 {url} 这一款")


def test_an_address_that_could_not_be_read_stays(person, open_page):
    page = open_page(person("unlucky", "没认出来"))
    url = "http://127.0.0.1:9/nobody-answers-here"
    text(page).click()
    paste(page, url)
    expect(page.locator(f"{CHIP}[data-status=failed]")).to_be_visible()
    expect(text(page)).to_have_value(url)
