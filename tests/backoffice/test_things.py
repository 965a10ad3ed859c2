"""/admin/products, /admin/domains, /admin/topics, /admin/ads: doors and what they show."""

import re

import pytest

from app.kernel.audit import AuditRow
from app.kernel.database import db
from app.posts import operations as posts
from app.posts import queries as post_queries
from app.products import operations as products
from app.products import queries
from app.products.models import DomainRule

AS_SCRIPT = {"X-Fragment": "1"}
PLACES = [
    ("/admin/products", "moderator"),
    ("/admin/domains", "operator"),
    ("/admin/topics", "commerce"),
    ("/admin/ads", "operator"),
]


@pytest.fixture
def shopkeeper(client, staff_login, commerce, frozen_clock):
    return staff_login(client, commerce)


@pytest.fixture
def editor(client, staff_login, operator, frozen_clock):
    return staff_login(client, operator)


def acts():
    return [row.act for row in db.session.query(AuditRow).order_by(AuditRow.number)]


def test_a_product_is_found_blocked_and_brought_back(shopkeeper, make_product):
    kettle = make_product(title="手冲壶")
    assert "手冲壶" in shopkeeper.get("/admin/products?q=手冲&state=live").text
    assert "手冲壶" not in shopkeeper.get("/admin/products?state=blocked&q=手冲").text
    place = f"/admin/products/{kettle.id}"
    assert shopkeeper.post(f"{place}/block", data={"reason": ""}).status_code == 422
    assert shopkeeper.post(f"{place}/block", data={"reason": "假货"}).status_code == 303
    assert "假货" in shopkeeper.get(place).text
    assert kettle.state == "blocked"
    assert shopkeeper.post(f"{place}/block?_method=DELETE", data={"reason": "查清了"}).status_code == 303
    assert kettle.state == "live"
    assert acts() == ["products.block", "products.unblock"]
    assert shopkeeper.get("/admin/products/1").status_code == 404


def test_merging_is_looked_at_and_confirmed_first(shopkeeper, make_product):
    kettle, same = make_product(title="手冲壶"), make_product(title="手冲壶 同款")
    place = f"/admin/products/{kettle.id}"
    assert "手冲壶 同款" in shopkeeper.get(f"{place}?into=/p/{same.id}").text
    unconfirmed = shopkeeper.post(f"{place}/merger", data={"into": str(same.id)})
    assert unconfirmed.status_code == 422
    assert kettle.state == "live"
    fields = {"into": str(same.id), "confirmed": "yes", "reason": "同一件"}
    assert shopkeeper.post(f"{place}/merger", data=fields).status_code == 303
    assert kettle.merged_into_id == same.id
    answer = shopkeeper.get(f"/p/{kettle.id}")
    assert (answer.status_code, answer.location) == (301, f"/p/{same.id}")
    assert shopkeeper.post(f"{place}/merger", data=fields).status_code == 422


def test_a_domain_gets_a_rule_and_loses_it(shopkeeper):
    fields = {"domain": "https://WWW.Bad.example/x", "verdict": "block", "reason": "钓鱼"}
    assert shopkeeper.post("/admin/domains", data=fields).status_code == 303
    assert "bad.example" in shopkeeper.get("/admin/domains").text
    assert shopkeeper.post("/admin/domains", data=fields | {"domain": "nothing"}).status_code == 422
    assert shopkeeper.post("/admin/domains", data=fields | {"reason": ""}).status_code == 422
    assert shopkeeper.post("/admin/domains", data=fields | {"verdict": "eat"}).status_code == 422
    assert shopkeeper.post("/admin/domains/bad.example?_method=DELETE").status_code == 303
    assert db.session.query(DomainRule).count() == 0
    assert shopkeeper.post("/admin/domains/bad.example?_method=DELETE").status_code == 404
    assert acts() == ["domains.rule", "domains.clear"]


def test_the_way_out_warns_or_is_closed(shopkeeper, commerce, make_product, frozen_clock):
    product = make_product(title="手冲壶", url="https://shop.bad.example/1", domain="shop.bad.example")
    page = shopkeeper.get(f"/p/{product.id}").text
    way_out = re.search(r"/r/[^\"]+", page)[0]
    products.rule_domain("bad.example", verdict="warn", reason="售后差", by=commerce, now=frozen_clock())
    assert "售后差" in shopkeeper.get(way_out).text
    assert shopkeeper.get(f"{way_out}?go=1").status_code == 302
    products.rule_domain("bad.example", verdict="block", reason="钓鱼网站", by=commerce, now=frozen_clock())
    closed = shopkeeper.get(f"{way_out}?go=1")
    assert closed.status_code == 403
    assert "钓鱼网站" in closed.text
    products.rule_domain("shop.bad.example", verdict="allow", reason="", by=commerce, now=frozen_clock())
    assert shopkeeper.get(f"{way_out}?go=1").status_code == 302


def test_links_to_a_blocked_domain_are_refused(commerce, alice, frozen_clock):
    products.rule_domain("bad.example", verdict="block", reason="钓鱼", by=commerce, now=frozen_clock())
    with pytest.raises(products.NotALink) as refusal:
        products.paste_link("https://m.shop.bad.example/x", by=alice, now=frozen_clock())
    assert "钓鱼" in str(refusal.value.reason)
    assert products.paste_link("https://notbad.example/x", by=alice, now=frozen_clock()).status == "pending"
    assert queries.domain_rule_for("no address") is None


def test_a_topic_is_looked_after(editor, alice, bob, frozen_clock):
    posts.publish(by=alice, text="#好物#", now=frozen_clock())
    topic = post_queries.topic_or_none("好物")
    place = f"/admin/topics/{topic.id}"
    assert editor.post(place, data={"host": "nobody", "lead": "新导语"}).status_code == 422
    assert editor.post(place, data={"host": bob.nickname, "lead": "新导语"}).status_code == 303
    assert (topic.host_id, topic.lead) == (bob.id, "新导语")
    assert "新导语" in editor.get(f"/admin/topics?q=好&edit={topic.id}").text
    assert editor.post(f"{place}/withholding", data={"reason": ""}).status_code == 422
    assert editor.post(f"{place}/withholding", data={"reason": "刷屏"}).status_code == 303
    assert "刷屏" in editor.get("/topic/好物").text
    assert "#好物#" in editor.get("/admin/topics?withheld=1").text
    assert editor.post(f"{place}/withholding?_method=DELETE", data={"reason": ""}).status_code == 303
    assert "刷屏" not in editor.get("/topic/好物").text
    assert acts() == ["topics.tend", "topics.withhold", "topics.show"]


def test_unlabelled_advertising_is_found_and_labelled(shopkeeper, alice, bob, make_product, frozen_clock, work_off):
    kettle = make_product(domain="shop.example", title="手冲壶")
    labelled = posts.publish(by=bob, text="我的壶", now=frozen_clock(), product_ids=[kettle.id])
    suspect = posts.publish(by=alice, text="领券后只要 9 块", now=frozen_clock())
    posts.publish(by=alice, text="今天天气好", now=frozen_clock())
    archive = shopkeeper.get("/admin/ads").text
    assert "我的壶" in archive
    assert "领券" not in archive
    suspects = shopkeeper.get("/admin/ads?tab=suspects").text
    assert "领券后只要" in suspects
    assert "天气" not in suspects
    assert "我的壶" in shopkeeper.get("/admin/ads?domain=shop.example&who=bob&since=2020-01-01&until=2079-01-01").text
    assert "我的壶" in shopkeeper.get("/admin/ads?until=2099-01-01&since=x").text
    for nothing in ("domain=other.example", "who=nobody", "until=2020-01-01", "who=alice"):
        assert "我的壶" not in shopkeeper.get(f"/admin/ads?{nothing}").text
    place = f"/admin/ads/{suspect.id}/label"
    assert shopkeeper.post(place, data={"reason": ""}).status_code == 422
    assert shopkeeper.post(place, data={"reason": "带券链接"}).status_code == 303
    assert suspect.label == "ad"
    assert shopkeeper.post(place, data={"reason": "再来"}).status_code == 422
    assert shopkeeper.post(f"/admin/ads/{labelled.id}/label", data={"reason": "再来"}).status_code == 422
    assert acts() == ["posts.label"]
    work_off()
    table = shopkeeper.get("/admin/ads/export").text
    assert "shop.example" in table
    assert f"/posts/{suspect.id}" in table


@pytest.mark.parametrize(("path", "kept_out"), PLACES)
@pytest.mark.parametrize("who", ["other", "alice", "stranger"])
def test_others_are_kept_out(client, staff_login, login, make_account, alice, path, kept_out, who):
    if who != "stranger":
        staff_login(client, alice if who == "alice" else make_account(role=kept_out))
    expected = (401,) if who == "stranger" else (403, 404)
    assert client.get(path, headers=AS_SCRIPT).status_code in expected
