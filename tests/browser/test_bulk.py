"""A moderator selects accounts, bans them, sees how far it is, cancels under way, and takes everything back."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser import staff
from tests.support.site import Person, Site

pytestmark = pytest.mark.browser
CROWD = 1000
SLOW = 40_000  # milliseconds: a thousand rows, and a job that runs beside


def worked(page: Page) -> int:
    """How many accounts are through, as the page says."""
    return int(page.locator('[data-role="worked"]').inner_text())


def figure(page: Page, word: str) -> int:
    """One of the figures below the bar."""
    return int(page.locator(".figure", has_text=word).locator(".figure__value").inner_text())


def test_many_are_banned_cancelled_under_way_and_taken_back(
    site: Site, person: Callable[[str, str], Person], open_page: Callable[..., Page]
) -> None:
    moderator = person("ayi", "楼下王阿姨")
    staff.appoint(site, moderator, "moderator")
    site.inside("crowd", str(CROWD))
    page = open_page(None, "/login")
    staff.enter(page, moderator)
    page.set_default_timeout(SLOW)

    page.goto("/admin/accounts?q=crowd")
    page.keyboard.press("j")
    page.keyboard.press("x")
    expect(page.locator('[data-role="count"]')).to_have_text("已选 1 个账号")
    page.get_by_label("本页全选").check()
    expect(page.locator('[data-role="count"]')).to_have_text("已选 50 个账号")
    page.get_by_role("button", name="处理所选").click()
    expect(page.get_by_role("button", name="处理 50 个账号")).to_be_visible(timeout=SLOW)

    page.locator('textarea[name="who"]').fill("\n".join([*(f"crowd{n}" for n in range(CROWD)), "ayi", "查无此人"]))
    page.get_by_role("button", name="查看是谁").click()
    expect(page.locator(".left-out li")).to_have_count(2, timeout=SLOW)
    page.locator('input[value="ban"]').check(force=True)
    page.locator('select[name="reason"]').select_option("machine")
    page.get_by_role("button", name=f"处理 {CROWD} 个账号").click()

    page.wait_for_url(re.compile(r"/admin/bulk/\d+$"))
    page.wait_for_function("() => Number(document.querySelector('[data-role=worked]').textContent) > 0")
    before = worked(page)
    assert before < CROWD
    page.wait_for_function(f"() => Number(document.querySelector('[data-role=worked]').textContent) > {before}")
    page.get_by_role("button", name="取消剩余").click()

    expect(page.locator(".job")).to_have_attribute("data-state", "cancelled", timeout=SLOW)
    done = figure(page, "已完成")
    assert before < done < CROWD
    assert figure(page, "未处理") == CROWD - done
    assert site.inside("states")["banned"] == done

    page.locator('[data-act="undo-bulk"]').click()
    page.locator('textarea[name="reason"]').fill("名单弄错了")
    page.get_by_role("button", name=f"撤销 {done} 个").click()
    expect(page.locator(".job")).to_have_attribute("data-state", "undone", timeout=2 * SLOW)
    assert figure(page, "已撤销") == done
    assert site.inside("states").get("banned", 0) == 0
