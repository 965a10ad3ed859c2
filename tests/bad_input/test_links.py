"""Links that lead into private networks, never end, or end badly: the chip says why, and the plain link still works."""

from dataclasses import replace
from functools import partial

import pytest
from sqlalchemy import func, select

from app.kernel.database import db
from app.kernel.fetching import FetchProblem, FetchRefused, fetch_page
from app.kernel.fetching import client as fetching
from app.products import queries, rules
from app.products.models import Link, Product
from tests.bad_input.hostile_shops import CHARSETS, PAGES, hostile_shop

JSON = {"X-Fragment": "1", "Accept": "application/json"}
SCRIPT = {"X-Fragment": "1"}
AT_SIGHT = [
    ("http://127.0.0.1/", "private_address"), ("http://127.0.0.1:8000/admin", "private_address"),
    ("http://localhost/", "private_address"), ("http://LOCALHOST./", "private_address"),
    ("http://169.254.169.254/latest/meta-data/", "private_address"), ("http://[::1]/", "private_address"),
    ("http://[::ffff:127.0.0.1]/", "private_address"), ("http://[64:ff9b::7f00:1]/", "private_address"),
    ("http://10.0.0.1/", "private_address"), ("http://192.168.1.1/", "private_address"),
    ("http://172.16.0.1/", "private_address"), ("http://100.100.100.200/", "private_address"),
    ("http://0.0.0.0/", "private_address"), ("http://[fd00::1]/", "private_address"),
    ("file:///etc/passwd", "bad_scheme"), ("javascript:alert(1)", "bad_scheme"), ("gopher://a.example/", "bad_scheme"),
    ("ftp://shop.example/", "bad_scheme"), ("data:text/html,x", "bad_scheme"), ("shop.example", "bad_scheme"),
    ("http://user:pass@shop.example/", "bad_url"), ("http://", "bad_url"), ("http://[::1", "bad_url"),
    ("http://shop.example\\@127.0.0.1/", "bad_url"), ("http://shop.example/\r\nX: y", "bad_url"),
]  # fmt: skip
DISGUISED = [
    "http://2130706433/", "http://0x7f000001/", "http://0x7f.0x0.0x0.0x1/", "http://0177.0.0.1/", "http://127.1/",
    "http://017700000001/", "http://2852039166/", "http://0xa9fea9fe/", "http://①②⑦.⓪.⓪.①/",
    "http://127。0。0。1/", "http://[::ffff:7f00:1]/", "http://0/",
]  # fmt: skip


@pytest.fixture(scope="module")
def shop():
    with hostile_shop() as address:
        yield address


@pytest.fixture
def loopback(app, monkeypatch):
    monkeypatch.setitem(app.config, "TRUST_LOOPBACK", True)
    monkeypatch.setattr(fetching, "PAGE", replace(fetching.PAGE, seconds=1.0))
    monkeypatch.setattr(fetching, "PICTURE", replace(fetching.PICTURE, seconds=1.0))


@pytest.fixture
def pasted(as_alice, work_off):
    """Paste a link and wait: its chip, and the link as it is stored."""

    def paste(url):
        answer = as_alice.post("/links", data={"url": url}, headers=SCRIPT)
        assert answer.status_code == 202, answer.text
        work_off()
        link = queries.link_to(url)
        return as_alice.get(f"/links/{link.id}", headers=SCRIPT).text, link

    return paste


@pytest.mark.parametrize(("url", "code"), AT_SIGHT)
def test_what_the_address_alone_tells_is_refused_at_once(as_alice, unchanged, url, code):
    with unchanged():
        told = as_alice.post("/links", data={"url": url}, headers=JSON)
        shown = as_alice.post("/links", data={"url": url}, headers=SCRIPT)
    assert (told.status_code, told.json["error"]["code"]) == (422, code)
    assert told.json["error"]["message"] == str(rules.reason_for(code))
    assert told.json["error"]["message"] in shown.text


@pytest.mark.parametrize("url", DISGUISED)
def test_disguised_addresses_are_refused_when_they_are_looked_up(as_alice, work_off, url):
    answer = as_alice.post("/links", data={"url": url}, headers=SCRIPT)
    assert answer.status_code in (202, 422)
    if answer.status_code == 202:
        work_off()
        assert queries.link_to(url).failure in ("private_address", "unresolvable", "bad_url")


@pytest.mark.parametrize("addresses", [["127.0.0.1"], ["93.184.215.14", "127.0.0.1"], ["169.254.169.254"], ["::1"]])
def test_a_name_that_resolves_to_the_inside_is_refused(as_alice, pasted, monkeypatch, addresses):
    url = f"http://shop-{len(addresses)}{hash(addresses[0]) % 1000}.example/kettle"
    monkeypatch.setattr(queries, "fetch_page", partial(fetch_page, resolver=lambda host, port: addresses))
    chip, link = pasted(url)
    assert (link.status, link.failure) == ("failed", "private_address")
    assert "内部网络" in chip or "内网" in chip
    assert as_alice.post("/posts", data={"text": f"看 {url}"}, headers=SCRIPT).status_code == 201


@pytest.mark.usefixtures("loopback")
@pytest.mark.parametrize(("path", "problem"), [
    ("/to?http://169.254.169.254/latest/meta-data/", "private_address"), ("/to?http://10.0.0.1/", "private_address"),
    ("/to?file:///etc/passwd", "bad_scheme"), ("/to?javascript:alert(1)", "bad_scheme"),
    ("/to?http://0xa9fea9fe/", None),
    ("/hops/4", "too_many_redirects"), ("/huge", "too_large"), ("/huge_without_length", "too_large"),
    ("/bomb", "too_large"), ("/dripping_body", "too_slow"), ("/dripping_headers", "too_slow"), ("/silence", "too_slow"),
    ("/pdf", "not_html"), ("/status/404", "http_status"), ("/status/500", "http_status"), ("/hangup", None),
    ("/broken_gzip", "connection_failed"),
])  # fmt: skip
def test_the_chip_says_why_and_the_plain_link_is_still_posted(as_alice, shop, pasted, path, problem):
    url = shop + path
    chip, link = pasted(url)
    assert link.status == "failed"
    assert problem in (None, link.failure)
    assert 'data-status="failed"' in chip
    assert str(rules.reason_for(link.failure)) in chip
    assert 'name="card_ids"' not in chip
    assert 'name="link_id"' not in chip
    answer = as_alice.post("/posts", data={"text": f"看这里 {url} 好玩"}, headers=SCRIPT)
    assert answer.status_code == 201
    assert db.session.scalar(select(func.count()).select_from(Product)) == 0


@pytest.mark.usefixtures("loopback")
@pytest.mark.parametrize("name", CHARSETS)
def test_a_wrong_charset_reads_as_something_sensible(shop, pasted, name):
    chip, link = pasted(f"{shop}/charset/{name}")
    assert link.status == "page"
    expected = {"big5": "手沖壺", "shift_jis": "ケトル"}.get(name, "手冲壶")
    assert expected in link.title
    assert expected in chip


@pytest.mark.usefixtures("loopback")
@pytest.mark.parametrize("name", PAGES)
def test_a_hostile_page_does_no_harm(as_alice, shop, pasted, name):
    chip, link = pasted(f"{shop}/hostile/{name}")
    assert link.status in ("page", "product", "failed")
    assert "<script>" not in chip
    assert "onerror=alert" not in chip.replace("&#34;", '"').replace("&lt;img src=x onerror", "")
    pages = [chip]
    if link.product_id:
        product = db.session.get(Product, link.product_id)
        assert product.url.startswith(shop)
        assert product.price is None or 0 < product.price < 10**10
        assert product.image_id is None
        posted = as_alice.post("/posts", data={"text": "看", "card_ids": product.id}, headers=SCRIPT)
        assert posted.status_code == 201
        pages += [posted.text, as_alice.get(f"/p/{product.id}").text, as_alice.get("/search?q=alert").text]
    elif link.status == "page":
        posted = as_alice.post("/posts", data={"text": "看", "link_id": link.id}, headers=SCRIPT)
        assert posted.status_code == 201
        pages.append(posted.text)
    for page in pages:
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert "javascript:alert" not in page
        assert "bank.example" not in page


@pytest.mark.usefixtures("loopback")
def test_one_page_does_not_change_the_product_of_another_shop(shop, pasted, make_product):
    theirs = make_product("别家的壶", canonical_key="sku:shop.example:e1", price="999")
    _chip, link = pasted(f"{shop}/hostile/foreign_address")
    assert link.product_id != theirs.id
    assert (theirs.title, theirs.price) == ("别家的壶", 999)


def test_no_link_and_a_monstrous_link(as_alice):
    assert as_alice.post("/links", data={"url": "x" * 2001}, headers=JSON).status_code == 422
    assert as_alice.post("/links", data={"url": ""}, headers=JSON).status_code == 422
    assert db.session.scalar(select(func.count()).select_from(Link)) == 0


@pytest.mark.parametrize("problem", list(FetchProblem))
def test_every_failure_has_a_sentence(as_alice, make_failed_link, problem):
    chip = as_alice.get(f"/links/{make_failed_link(problem).id}", headers=SCRIPT).text
    assert any("\u4e00" <= letter <= "\u9fff" for letter in chip.partition("link-chip__note")[2].partition("<")[0])


@pytest.mark.parametrize("problem", list(FetchProblem))
def test_every_failure_has_a_sentence_in_english(as_stranger, make_failed_link, problem):
    assert as_stranger.get(f"/links/{make_failed_link(problem).id}", headers=SCRIPT).text.isascii()


@pytest.fixture
def make_failed_link(alice, frozen_clock):
    from app.products import operations

    def make(problem):
        link = operations.paste_link("https://shop.example/x", by=alice, now=frozen_clock())
        operations.resolve_to_nothing(link, problem=problem.value, now=frozen_clock())
        return link

    return make


def test_a_refusal_of_the_fetcher_is_the_only_thing_it_raises(shop):
    for path in ("/hangup", "/short", "/broken_gzip", "/brotli"):
        with pytest.raises(FetchRefused):
            fetch_page(shop + path, trust_loopback=True)
