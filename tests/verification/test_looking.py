"""How a private paper goes out to staff: kept by nobody on the way, and never unnoticed."""

from typing import Any

from flask.testing import FlaskClient
from sqlalchemy import select

from app.kernel import clock
from app.kernel.audit import AuditRow
from app.kernel.database import db
from app.verification import operations
from tests.verification.conftest import SECRET, Papers


def test_no_log_no_look(client: FlaskClient, staff_login: Any, operator: Any, papers: Papers, monkeypatch: Any) -> None:
    def full(*_args: Any, **_values: Any) -> None:
        raise OSError("the disk is full")

    staff_login(client, operator)
    monkeypatch.setattr(operations.keeping.audit, "write", full)
    answer = client.get(f"/admin/verification/files/{papers.picture.id}")
    assert answer.status_code == 500
    assert SECRET not in answer.data


def test_nothing_on_the_way_keeps_it_and_nothing_in_it_runs(
    client: FlaskClient, staff_login: Any, operator: Any, papers: Papers
) -> None:
    staff_login(client, operator)
    shown = client.get(f"/admin/verification/files/{papers.picture.id}", headers={"Range": "bytes=0-10"})
    loaded = client.get(f"/admin/verification/files/{papers.pdf.id}", headers={"If-None-Match": "*"})
    assert (shown.status_code, shown.mimetype, loaded.status_code, loaded.mimetype) == (
        200, "image/jpeg", 200, "application/pdf",
    )  # fmt: skip
    assert shown.headers["Content-Disposition"].startswith("inline")
    assert loaded.headers["Content-Disposition"].startswith("attachment")
    for answer in (shown, loaded):
        headers = answer.headers
        assert "no-store" in headers["Cache-Control"]
        assert "sandbox" in headers["Content-Security-Policy"]
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert "ETag" not in headers
        assert "Last-Modified" not in headers


def test_no_log_line_and_no_audit_row_names_a_file(
    client: FlaskClient, staff_login: Any, operator: Any, papers: Papers, capsys: Any
) -> None:
    staff_login(client, operator)
    client.get(f"/admin/verification/files/{papers.picture.id}")
    operations.approve(papers.application, line="茶艺师", by=operator, now=clock.now())
    written = str([(row.before, row.after, row.reason) for row in db.session.scalars(select(AuditRow))])
    for private in ("身份证", "合同", "陈茶", papers.picture.key):
        assert private not in written
        assert private not in capsys.readouterr().err
