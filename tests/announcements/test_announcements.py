"""The line above every page."""

from datetime import timedelta

import flask_babel
import pytest

from app.announcements import operations, queries
from app.kernel.audit import AuditRow
from app.kernel.database import db


@pytest.fixture
def put_up(operator, frozen_clock):
    def put_one_up(text="今晚维护", *, begins=timedelta(0), lasts=None, **values):
        now = frozen_clock()
        ends_at = now + begins + lasts if lasts is not None else None
        fields = {"text_en": "", "link": "", "starts_at": now + begins, "ends_at": ends_at, **values}
        return operations.put_up(text_zh=text, by=operator, now=now, **fields)

    return put_one_up


def test_a_line_stands_above_every_page_until_it_is_withdrawn(client, operator, put_up, frozen_clock):
    line = put_up(link="/rules", text_en="Maintenance tonight")
    page = client.get("/public", headers={"Accept-Language": "zh-CN"}).text
    assert "今晚维护" in page
    assert 'role="status"' in page
    flask_babel.refresh()  # tests hold one app context open, in which the first language would be remembered
    assert "Maintenance tonight" in client.get("/public", headers={"Accept-Language": "en"}).text
    operations.withdraw(line, by=operator, now=frozen_clock())
    operations.withdraw(line, by=operator, now=frozen_clock())
    assert "今晚维护" not in client.get("/public").text
    acts = [row.act for row in db.session.query(AuditRow).order_by(AuditRow.number)]
    assert acts == ["announcements.put_up", "announcements.withdraw"]


def test_it_is_shown_between_its_times_only(put_up, frozen_clock):
    put_up(begins=timedelta(hours=1), lasts=timedelta(hours=2))
    shown = []
    for _ in range(4):
        db.session.expire_all()
        queries.cache.forget(queries.SHOWN)
        shown.append(queries.shown_announcement(frozen_clock()) is not None)
        frozen_clock.forward(hours=1)
    assert shown == [False, True, True, False]


def test_the_newest_of_several_is_shown(put_up, frozen_clock):
    put_up("第一条")
    put_up("第二条")
    assert queries.shown_announcement(frozen_clock()).text_zh == "第二条"


def test_who_puts_it_away_sees_it_no_more_but_sees_the_next(client, put_up):
    line = put_up()
    answer = client.post(f"/announcements/{line.id}/dismissal", headers={"X-Fragment": "1"})
    assert (answer.status_code, answer.text) == (200, "")
    assert "今晚维护" not in client.get("/public").text
    put_up("新的一条")
    assert "新的一条" in client.get("/public").text
    assert client.post(f"/announcements/{line.id}/dismissal").status_code == 303


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"text": " "}, "no_text"), ({"text": "长" * 201}, "too_long"), ({"link": "https://evil.example"}, "bad_link"),
        ({"link": "//evil.example"}, "bad_link"), ({"lasts": timedelta(0)}, "ends_first"),
        ({"begins": timedelta(days=-2), "lasts": timedelta(days=1)}, "over_already"),
    ],
)  # fmt: skip
def test_what_cannot_be_announced(put_up, values, code):
    with pytest.raises(operations.NotAnnounced) as refusal:
        put_up(**values)
    assert refusal.value.reason.code == code


def test_staff_announces_and_withdraws(client, staff_login, operator, frozen_clock):
    staff_login(client, operator)
    fields = {"text_zh": "周五停机", "text_en": "", "link": "", "starts_at": "", "ends_at": ""}
    assert client.post("/admin/announcements", data=fields).status_code == 303
    assert "周五停机" in client.get("/admin/announcements").text
    bad = client.post("/admin/announcements", data=fields | {"ends_at": "2020-01-01T00:00"})
    assert bad.status_code == 422
    assert 'value="周五停机"' in bad.text
    assert client.post("/admin/announcements", data=fields | {"starts_at": "soon"}).status_code == 422
    line = queries.announcements(before=None).items[0]
    assert client.post(f"/admin/announcements/{line.id}/withdrawal").status_code == 303
    assert queries.shown_announcement(frozen_clock()) is None
    assert client.post("/admin/announcements/1/withdrawal").status_code == 404


@pytest.mark.parametrize("who", ["mod", "commerce", "alice"])
@pytest.mark.parametrize("path", ["/admin/announcements", "/admin/charter"])
def test_others_are_kept_out(client, staff_login, request, who, path):
    staff_login(client, request.getfixturevalue(who))
    as_script = {"X-Fragment": "1"}
    assert client.get(path, headers=as_script).status_code in (403, 404)
    assert client.post(path, data={"text_zh": "x"}, headers=as_script).status_code in (403, 404)
