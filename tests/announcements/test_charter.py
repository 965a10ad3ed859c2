"""The community rules: versions, their differences, and who hears of them."""

import flask_babel
import pytest
from sqlalchemy import select

from app.announcements import operations, presenters, queries
from app.announcements.events import CharterPublished
from app.announcements.models import Charter
from app.kernel.database import db
from app.notifications.models import Notice


@pytest.fixture
def publish(operator, frozen_clock):
    def publish_one(text, summary="改了一条", **values):
        fields = {"text_en": "", "summary_en": "", **values}
        return operations.publish_charter(text_zh=text, summary_zh=summary, by=operator, now=frozen_clock(), **fields)

    return publish_one


def test_a_site_comes_with_rules_in_both_languages(client):
    chinese = client.get("/rules", headers={"Accept-Language": "zh-CN"}).text
    assert "广告要说明" in chinese
    assert "账号状态" in chinese
    flask_babel.refresh()  # tests hold one app context open, in which the first language would be remembered
    assert "Say that it is advertising" in client.get("/rules", headers={"Accept-Language": "en"}).text
    assert client.get("/rules/1").status_code == 200
    assert client.get("/rules/2").status_code == 404
    assert db.session.query(Charter).count() == 0


def test_the_first_version_is_kept_when_the_second_comes(client, publish, announced):
    publish("## 一、说真话\n- 全都改了。")
    assert CharterPublished(2) in announced
    assert [one.version for one in queries.charters()] == [2, 1]
    page = client.get("/rules/2?against=1", headers={"Accept-Language": "zh-CN"}).text
    assert "<ins>" in page
    assert "<del>" in page
    old = client.get("/rules/1", headers={"Accept-Language": "zh-CN"}).text
    assert "广告要说明" in old
    assert 'class="growlink" href="/rules"' in old
    for against in ("x", "2", "9", "-1"):
        assert "<del>" not in client.get(f"/rules/2?against={against}").text.split("charter__versions")[0]


def test_everybody_hears_of_it_once(publish, work_off, alice, bob, operator):
    publish("新的公约")
    work_off()
    heard = db.session.scalars(select(Notice.account_id).where(Notice.code == "charter_published")).all()
    assert sorted(heard) == sorted([alice.id, bob.id, operator.id])


def test_the_notice_leads_to_the_version(client, login, publish, work_off, alice):
    publish("新的公约")
    work_off()
    page = login(client, alice).get("/notifications?kind=system").text
    assert 'href="/rules/2"' in page


@pytest.mark.parametrize(
    ("text", "values", "code"),
    [
        (" ", {}, "no_charter"), ("新", {"summary": " "}, "no_summary"),
        ("新", {"summary": "长" * 301}, "summary_too_long"),
        ("长" * 30_001, {}, "charter_too_long"),
    ],
)  # fmt: skip
def test_what_cannot_be_the_rules(publish, text, values, code):
    with pytest.raises(operations.NotPublished) as refusal:
        publish(text, **values)
    assert refusal.value.reason.code == code


def test_the_same_words_are_no_new_version(publish):
    publish("新的公约")
    with pytest.raises(operations.NotPublished) as refusal:
        publish("新的公约\r\n")
    assert refusal.value.reason.code == "nothing_new"
    assert queries.charter().version == 2


def test_plain_text_has_headings_lists_and_paragraphs():
    text = "前言\n\n## 一\n- 甲\n- 乙 <b>\n说明\n## 二"
    kinds = [(block.kind, block.text or block.lines) for block in presenters.blocks(text)]
    assert kinds == [
        ("paragraph", "前言"), ("heading", "一"), ("list", ["甲", "乙 <b>"]), ("paragraph", "说明"), ("heading", "二")
    ]  # fmt: skip


def test_staff_previews_before_everybody_is_told(client, staff_login, operator, frozen_clock):
    staff_login(client, operator)
    draft = {"text_zh": "## 新\n- 一条", "text_en": "", "summary_zh": "重写", "summary_en": ""}
    assert "广告要说明" in client.get("/admin/charter").text
    preview = client.post("/admin/charter", data=draft | {"step": "preview"})
    assert "<ins>" in preview.text
    assert 'value="publish"' in preview.text
    assert queries.charter().version == 1
    unsaid = client.post("/admin/charter", data=draft | {"summary_zh": "", "step": "preview"})
    assert 'value="publish"' not in unsaid.text
    refused = client.post("/admin/charter", data=draft | {"summary_zh": "", "step": "publish"})
    assert refused.status_code == 422
    assert "一条</textarea>" in refused.text
    assert client.post("/admin/charter", data=draft | {"step": "publish"}).status_code == 303
    assert queries.charter().version == 2


def test_who_signs_up_can_read_the_rules(client):
    assert 'href="/rules"' in client.get("/register").text
    assert 'href="/rules"' in client.get("/public").text
