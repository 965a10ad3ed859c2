"""A moderator handles a hundred reports with the keyboard alone: at most two presses each."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser import staff
from tests.support.site import Person, Site

pytestmark = pytest.mark.browser
COUNT = 100
ACTS = ("a", "r", "a", "3a", "r", "w", "a", "r", "0a", "bb")
"""What shall be done, in turn: the keys themselves."""
KINDS = {"a": "take_down", "r": "dismiss", "3a": "take_down", "w": "warn", "0a": "take_down", "bb": "ban"}


class Keys:
    """The keyboard, counting."""

    def __init__(self, page: Page) -> None:
        self.page, self.presses = page, 0

    def press(self, key: str) -> None:
        self.presses += 1
        self.page.keyboard.press(key)


def test_a_hundred_reports_with_two_keys_each_at_most(
    site: Site, person: Callable[[str, str], Person], open_page: Callable[..., Page]
) -> None:
    moderator = person("ayi", "楼下王阿姨")
    staff.appoint(site, moderator, "moderator")
    site.inside("reports", str(COUNT), ",".join(ACTS))

    page = open_page(None, "/login")
    staff.enter(page, moderator)
    page.goto("/admin")
    for key in "gr":  # to the reports
        page.keyboard.press(key)
    page.wait_for_url("**/admin/cases")
    expect(page.locator("html[data-bound]")).to_be_attached()
    page.keyboard.press("a")  # begin
    page.wait_for_url(re.compile(r"/admin/cases/\d+"))
    expect(page.locator("html[data-bound]")).to_be_attached()

    wanted: dict[str, tuple[str, str]] = {}
    keys, most = Keys(page), 0
    for _number in range(COUNT):
        before = keys.presses
        text, act, reason = handled(page, keys)
        wanted[text] = (KINDS[act], reason)
        most = max(most, keys.presses - before)
    expect(page.locator("[data-role=empty]")).to_be_visible()

    assert len(wanted) == COUNT
    assert most <= 2
    assert keys.presses == sum(len(ACTS[number % len(ACTS)]) for number in range(COUNT))
    site.wait_until_quiet()
    check(site.inside("outcomes"), wanted)


def handled(page: Page, keys: Keys) -> tuple[str, str, str]:
    """One case: read it, do what it says, wait for the next; its words, the keys, and the reason that was chosen."""
    item = page.locator("[data-role=item]")
    case_id, text = item.get_attribute("data-case-id"), item.locator(".portrait__text").inner_text()
    act = text.partition("〔")[2].rstrip("〕")
    chosen = '[data-key="3"]' if act.startswith("3") else "input[name=reason]:checked"
    reason = item.locator(chosen).get_attribute("value") or ""
    for key in act:
        keys.press(key)
        if act == "bb" and not page.locator("#confirm-dialog[open]").is_visible():
            expect(page.locator(f"#case-{case_id}")).to_have_count(0)
    expect(page.locator(f"#case-{case_id}")).to_have_count(0)
    expect(page.locator("#toasts")).to_contain_text("已处理")
    return text, act, reason


def check(outcomes: list[dict[str, Any]], wanted: dict[str, tuple[str, str]]) -> None:
    """Every case is decided as it should be, once, with its traces."""
    assert len(outcomes) == COUNT
    for outcome in outcomes:
        kind, reason = wanted[outcome["text"]]
        assert outcome["kind"] == kind, outcome
        assert outcome["reason"] == (outcome["given"] if kind == "dismiss" else reason), outcome
        assert outcome["is_down"] == (kind == "take_down"), outcome
        assert outcome["strikes"] == int(kind in ("take_down", "warn") and "〔0a〕" not in outcome["text"]), outcome
        assert outcome["audited"] == 1, outcome
        assert (outcome["told_author"] > 0) == (kind != "dismiss"), outcome
        assert outcome["told_reporters"] > 0, outcome
