"""Taking one's data along; leaving, being away from everywhere, and staying after all."""

import json
import zipfile

import pytest
from playwright.sync_api import expect

from tests.support.site import PASSWORD

pytestmark = pytest.mark.browser


def test_ask_for_the_data_see_it_come_and_download_it(open_page, person, tmp_path):
    yezi = person("yezi", "叶子")
    yezi.publish("第一条微博，带走它")
    page = open_page(yezi, "/settings/profile")
    page.get_by_role("link", name="账号", exact=True).click()
    page.get_by_role("link", name="导出数据").first.click()
    page.get_by_role("button", name="申请导出").click()
    under_way, ready = page.get_by_text("正在打包你的数据", exact=True), page.get_by_text("你的数据已打包好")
    expect(under_way.or_(ready)).to_be_visible()
    expect(ready).to_be_visible(timeout=20_000)  # told over the socket, the page is not touched
    expect(page.get_by_text("今天已经申请过了，明天再来吧。")).to_be_visible()
    page.fill('input[name="password"]', "wrong one")
    page.get_by_role("button", name="下载").click()
    expect(page.get_by_text("当前密码不对。")).to_be_visible()
    page.fill('input[name="password"]', PASSWORD)
    with page.expect_download() as download:
        page.get_by_role("button", name="下载").click()
    file = tmp_path / "mine.zip"
    download.value.save_as(file)
    assert download.value.suggested_filename.startswith("zhongcao-yezi-")
    with zipfile.ZipFile(file) as archive:
        assert [post["text"] for post in json.loads(archive.read("posts.json"))] == ["第一条微博，带走它"]
    page.goto("/notifications")
    expect(page.get_by_text("你的数据已打包好，可以下载了。")).to_be_visible()


def test_leave_log_in_again_and_stay(open_page, person):
    mumu, friend = person("mumu", "木木"), person("friend", "木木的朋友")
    mumu.publish("木木说过的话")
    elsewhere = open_page(mumu, "/")
    page = open_page(mumu, "/settings/account")
    page.fill('input[name="password"]', PASSWORD)
    page.get_by_role("button", name="注销我的账号").click()
    expect(page.get_by_role("heading", name="你正在离开")).to_be_visible()
    expect(elsewhere.get_by_role("heading", name="你正在离开")).to_be_visible(timeout=10_000)  # her other window, too
    friends = open_page(friend, f"/u/{mumu.id}")
    expect(friends.get_by_text("该账号正在注销").first).to_be_visible()
    friends.goto("/public")
    expect(friends.get_by_text("木木说过的话")).to_have_count(0)
    page.get_by_role("button", name="继续注销，退出登录").click()
    page.goto("/login")
    page.fill('input[name="identifier"]', "mumu")
    page.fill('input[name="password"]', PASSWORD)
    page.click('main button[type="submit"]')
    expect(page.get_by_role("heading", name="你正在离开")).to_be_visible()
    page.goto("/messages")
    expect(page.get_by_role("heading", name="你正在离开")).to_be_visible()
    page.get_by_role("button", name="留下来").click()
    expect(page.get_by_text("欢迎留下来，一切照旧。")).to_be_visible()
    friends.goto(f"/u/{mumu.id}")
    expect(friends.get_by_text("木木说过的话")).to_be_visible()
