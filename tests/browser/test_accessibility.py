"""axe-core finds nothing serious on the pages of people and of staff, in both lights and both widths."""

import re
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import staff
from tests.browser.conftest import wait_for_the_script

pytestmark = pytest.mark.browser
AXE = Path(__file__).resolve().parents[2] / ".node" / "tests" / "axe.min.js"
LIGHTS = ("light", "dark")
WIDTHS = (1280, 390)
SHOP_PAGE = """<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>山野手冲壶</title>
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "Product", "name": "山野手冲壶",
"sku": "K-1", "offers": {"@type": "Offer", "price": "129.00", "priceCurrency": "CNY",
"availability": "https://schema.org/InStock"}}</script></head><body><h1>山野手冲壶</h1></body></html>"""


@pytest.fixture(scope="module")
def kettle_url() -> Iterator[str]:
    """A shop page of our own on loopback."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(SHOP_PAGE.encode())

        def log_message(self, *_words: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/kettle"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def told(site, kettle_url) -> dict[str, Any]:
    """A small world with a card, a repost, a comment and a notice; the paths of its pages."""
    from tests.support.site import Person

    anna, bea = Person(site, "axe_anna", "安娜").sign_up(), Person(site, "axe_bea", "贝雅").sign_up()
    bea.post(f"/accounts/{anna.id}/follow", fragment=True)
    link_id = re.search(r'data-link-id="(\d+)"', anna.post("/links", fragment=True, url=kettle_url).text)[1]
    site.wait_until_quiet()
    chip = anna.session.get(f"{site.url}/links/{link_id}", headers={"X-Fragment": "1"}).text
    product_id = re.search(r'name="card_ids"[^>]*value="(\d+)"', chip)[1]
    post_id = anna.publish(
        "早上用它冲了一壶 #手冲# @贝雅 [咖啡] https://example.com/ 很稳。" + "慢慢来。" * 40, card_ids=product_id
    )
    bea.post(f"/posts/{post_id}/reposts", fragment=True, text="我也想要一只", comment_on=post_id)
    bea.post(f"/posts/{post_id}/like", fragment=True)
    poll = {"poll_on": "1", "poll_option": ["壶", "杯"], "poll_open_for": "60"}
    poll_id = anna.publish("先买哪个？", **poll, poll_product_0=product_id)
    bea.publish("换我问：先买哪个？", **poll)
    bea.post(f"/posts/{poll_id}/votes", fragment=True, choice="0")
    anna.post(f"/posts/{poll_id}/versions", fragment=True, text="先买哪一个？", version="1")
    chosen_id = anna.publish("说说看", approves_comments="1")
    head = bea.post(f"/posts/{chosen_id}/comments", fragment=True, text="我先说 @安娜").text
    head_id = re.search(r'data-comment-id="(\d+)"', head)[1]
    bea.post(f"/posts/{chosen_id}/comments", fragment=True, text="补一句", reply_to=head_id)
    bea.post(f"/messages/{anna.id}", fragment=True, text="在吗 [咖啡]", product_id=product_id)
    anna.post(f"/posts/{post_id}/messages", fragment=True, to=bea.id, text="看这条")
    half = {**poll, "card_ids": product_id, "poll_product_0": product_id, "is_folded": "1", "is_ai_made": "1"}
    draft_id = anna.post("/drafts", fragment=True, text="写到一半", client_key="axe-draft", **half).json()["id"]
    anna.post(
        "/posts",
        fragment=True,
        text="排好了",
        client_key="axe-waits",
        publish_at=f"{datetime.now(UTC) + timedelta(days=30):%Y-%m-%dT%H:%M}",
    )
    site.wait_until_quiet()
    return {
        "person": anna,
        "drafts": "/drafts",
        "scheduled": "/drafts?tab=scheduled",
        "composer": f"/drafts/{draft_id}",
        "home": "/",
        "public": "/public",
        "post": f"/posts/{post_id}",
        "history": f"/posts/{poll_id}/history",
        "edit": f"/posts/{poll_id}/edit",
        "queue": f"/posts/{chosen_id}?sort=waiting",
        "reposts": f"/posts/{post_id}?tab=reposts",
        "profile": f"/u/{anna.id}",
        "product": f"/p/{product_id}",
        "topic": "/topic/手冲",
        "notifications": "/notifications",
        "wishes": "/settings/notifications",
        "topics": "/topics",
        "settings": "/settings/profile",
        "blocking": "/settings/blocking",
        "shut-out": "/settings/blocking/people/muted",
        "groups": "/groups",
        "group": f"/groups/{_group_of(anna)}?tab=add",
        "messages": "/messages?box=strangers",
        "conversation": f"/messages/{bea.id}",
        "share": f"/posts/{post_id}/messages/new",
    }


def _group_of(person: Any) -> str:
    """The id of a new group; the answer leads to its page."""
    return re.search(r"/groups/(\d+)", person.post("/groups", name="茶友").headers["Location"])[1]


def violations(page: Page) -> list[str]:
    page.evaluate(AXE.read_text(encoding="utf-8"))  # as the browser's debugger, so that the CSP stays as it is
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    return [
        f"{one['impact']}: {one['id']} at {', '.join(str(node['target']) for node in one['nodes'][:4])}"
        for one in found
        if one["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("light", LIGHTS)
@pytest.mark.parametrize(
    "name",
    [
        "drafts",
        "scheduled",
        "composer",
        "home",
        "post",
        "history",
        "edit",
        "queue",
        "reposts",
        "profile",
        "product",
        "public",
        "topic",
        "notifications",
        "wishes",
        "topics",
        "settings",
        "blocking",
        "shut-out",
        "groups",
        "group",
        "messages",
        "conversation",
        "share",
    ],
)
def test_pages_of_a_person(told, open_page, name, light, width):
    page = open_page(told["person"], told[name], color_scheme=light, viewport={"width": width, "height": 850})
    expect(page.locator("main")).to_be_visible()
    if name == "composer":
        page.click("#compose [data-tool=options]")
        expect(page.locator("#compose [data-role=options]")).to_be_visible()
    if name == "queue":
        page.locator("[data-role=tick]").first.check()
    assert violations(page) == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("light", LIGHTS)
@pytest.mark.parametrize("path", ["/login", "/register", "/public"])
def test_pages_of_someone_logged_out(open_page, path, light, width):
    page = open_page(None, path, color_scheme=light, viewport={"width": width, "height": 850})
    expect(page.locator("main")).to_be_visible()
    assert violations(page) == []


OWN = (
    "/settings/security", "/settings/security/apps/new", "/settings/account", "/settings/data", "/verification",
    "/verification/applications/new?kind=person", "/account/status", "/account/reports", "/reports/new?kind=post&id=*",
    "/rules", "/drafts?tab=review",
)  # fmt: skip
"""What somebody sees of rules, limits and her own account; `*` is a post of somebody else."""
DESK = (
    "/admin", "/admin/cases", "/admin/cases/*", "/admin/review", "/admin/review/*", "/admin/appeals",
    "/admin/proposals", "/admin/accounts", "/admin/accounts/*", "/admin/bulk", "/admin/bulk/new", "/admin/data",
    "/admin/verification", "/admin/words", "/admin/risk", "/admin/topics", "/admin/announcements", "/admin/charter",
    "/admin/products", "/admin/products/*", "/admin/domains", "/admin/ads", "/admin/roles", "/admin/audit",
    "/admin/jobs", "/admin/settings",
)  # fmt: skip
"""The pages of the back office, each also with a thing out of its list (`*`)."""


@pytest.fixture(scope="module")
def desk(told, site, browser: Browser) -> Iterator[Page]:
    """A window of an administrator who is in once for all pages, with something to do in the queues."""
    from tests.support.site import Person

    admin = Person(site, "axe_admin", "老周").sign_up()
    staff.appoint(site, admin, "admin")
    site.inside("word", "代购", "review", admin.handle)
    site.inside("reports", "2", "a,r")
    told["person"].post("/posts", fragment=True, text="周四代购回国", client_key="axe-held")
    site.wait_until_quiet()
    context = browser.new_context(base_url=site.url, locale="zh-CN")
    page = context.new_page()
    wait_for_the_script(page)
    staff.enter(page, admin)
    yield page
    context.close()


@pytest.mark.parametrize(("light", "width"), [("light", 390), ("dark", 1280)])
@pytest.mark.parametrize("path", OWN + DESK)
def test_pages_of_the_rules_and_of_staff(desk, told, path, light, width):
    desk.set_viewport_size({"width": width, "height": 850})
    desk.emulate_media(color_scheme=light)
    listing = path.removesuffix("/*")
    desk.goto(listing.replace("*", told["post"].rpartition("/")[2]))
    if path.endswith("/*"):
        desk.goto(desk.locator(f"main a[href^='{listing}/']").first.get_attribute("href"))
    expect(desk.locator("main h1").first).to_be_visible()
    assert desk.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(desk) == []
