"""What changes in front of someone's eyes when she blocks a person."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
SAY = "[data-role=say] [name=text]"


def test_blocking_closes_the_box_and_lifting_opens_it_with_its_words(person, open_page):
    anna, bea = person("block_anna", "安娜拉黑"), person("block_bea", "贝雅拉黑")
    page = open_page(anna, f"/messages/{bea.id}")
    page.fill(SAY, "等一下再说")
    for boxes in (0, 1):
        page.click(".thread__head details.menu summary")
        with page.expect_navigation():
            page.click(".thread__head button[data-act=block]")
        expect(page.locator(SAY)).to_have_count(boxes)
    expect(page.locator(SAY)).to_have_value("等一下再说")
