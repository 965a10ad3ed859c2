"""Private proof files: no URL serves them to anybody but staff with the right, every look is logged, and they go.

The URL map is walked as everybody: whatever route is added later is walked too.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select
from werkzeug.routing import IntegerConverter, Rule

from app.kernel import clock, vault
from app.kernel.audit import AuditRow
from app.kernel.database import db
from app.verification import operations
from tests.support import makers
from tests.verification.conftest import SECRET, Papers

THE_ONE = "/admin/verification/files/<int:proof_id>"


def looks() -> list[tuple[int, int]]:
    query = select(AuditRow).where(AuditRow.act == "proofs.look").order_by(AuditRow.number)
    return [(row.actor_id, row.subject_id) for row in db.session.scalars(query)]


def logged_in(app: Flask, account: Any = None, *, proven: bool = False) -> FlaskClient:
    client = app.test_client()
    if account is not None:
        with client.session_transaction() as session:
            session.update(_user_id=account.get_id(), _fresh=True)
            if proven:
                session["second_factor_at"] = clock.now().timestamp()
    return client


def addresses(app: Flask, papers: Papers) -> Iterator[tuple[Rule, str]]:
    """Every rule that answers GET, with the ids, keys and names of the files wherever it takes one."""
    for rule in app.url_map.iter_rules():
        if "GET" not in (rule.methods or set()):
            continue
        for values in _values_for(rule, papers):
            built = rule.build(values, append_unknown=False)
            if built is not None:
                yield rule, built[1]


def _values_for(rule: Rule, papers: Papers) -> list[dict[str, Any]]:
    if not rule.arguments:
        return [{}]
    named = {"application_id": papers.application.id, "account_id": papers.owner.id}
    numbers = {name for name in rule.arguments if isinstance(rule._converters[name], IntegerConverter)}
    return [
        {name: named.get(name, file.id) if name in numbers else text for name in rule.arguments}
        for file, text in ((papers.picture, papers.picture.key), (papers.pdf, papers.pdf.filename))
    ]


def given_away(answer: Any) -> bool:
    """Whether an answer holds the bytes, or tells a server in front where they lie."""
    accel = answer.headers.get("X-Accel-Redirect", "") + answer.headers.get("X-Sendfile", "")
    return SECRET in answer.data or "private" in accel.lower()


@pytest.mark.parametrize(
    "who", ["nobody", "the applicant", "another member", "moderator", "commerce", "no factor", "not shown", "banned"]
)
def test_no_url_serves_a_proof_to_who_has_not_the_right(app: Flask, papers: Papers, bob: Any, who: str) -> None:
    client = logged_in(
        app, *_account_of(who, papers, bob), proven=who in ("moderator", "commerce", "banned", "no factor")
    )
    let_out, walked = [], 0
    for rule, address in addresses(app, papers):
        if rule.endpoint.endswith(("logout", "session_delete")):
            continue
        answer = client.get(address)
        walked += 1
        if given_away(answer):
            let_out.append(address)
    assert walked > 100
    assert not let_out
    assert looks() == []


def _account_of(who: str, papers: Papers, bob: Any) -> list[Any]:
    if who == "nobody":
        return []
    if who in ("the applicant", "another member"):
        return [papers.owner if who == "the applicant" else bob]
    role = {"moderator": "moderator", "commerce": "commerce"}.get(who, "operator")
    account = makers.make_account(role=role, state="banned" if who == "banned" else "active")
    if who != "no factor":
        makers.make_second_factor(of=account)
    return [account]


def test_of_all_urls_only_one_serves_it_to_staff_with_the_right(
    app: Flask, client: FlaskClient, staff_login: Any, operator: Any, papers: Papers
) -> None:
    staff_login(client, operator)
    served = {rule.rule for rule, address in addresses(app, papers) if given_away(client.get(address))}
    assert served == {THE_ONE}


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
def test_no_other_method_serves_it(
    client: FlaskClient, staff_login: Any, operator: Any, papers: Papers, method: str
) -> None:
    staff_login(client, operator)
    for file in papers.files:
        assert not given_away(client.open(f"/admin/verification/files/{file.id}", method=method))
    assert looks() == []


@pytest.mark.parametrize(
    "pattern",
    [
        "/media/{key}", "/media/{key}-thumb.webp", "/media/{key}-large.webp", "/media/{key}.mp4",
        "/media/../private/{key}", "/media/%2e%2e/private/{key}", "/media/..%2fprivate%2f{key}",
        "/static/{key}", "/static/../instance/private/{key}", "/static/%2e%2e/instance/private/{key}",
        "/private/{key}", "/uploads/{key}", "/protected/{key}", "/instance/private/{key}", "/{key}",
    ],
)  # fmt: skip
@pytest.mark.parametrize("prefix", ["", "/protected/"])
def test_neither_media_nor_static_nor_a_server_in_front_knows_the_key(
    app: Flask,
    client: FlaskClient,
    staff_login: Any,
    admin: Any,
    papers: Papers,
    monkeypatch: Any,
    pattern: str,
    prefix: str,
) -> None:
    monkeypatch.setitem(app.config, "ACCEL_PREFIX", prefix)
    staff_login(client, admin)
    for file in papers.files:
        answer = client.get(pattern.format(key=file.key), headers={"X-Accel-Redirect": f"/private/{file.key}"})
        assert answer.status_code in (404, 400, 308, 301)
        assert not given_away(answer)


def test_the_vault_lies_outside_of_all_that_is_served(app: Flask, papers: Papers) -> None:
    for file in papers.files:
        path = vault.path_of(file.key).resolve()
        assert app.config["UPLOAD_DIR"].resolve() not in path.parents
        assert path.stat().st_mode & 0o077 == 0, "nobody else on the machine reads it"
        assert not any(str(path).startswith(str(folder)) for folder in (app.static_folder, app.config["UPLOAD_DIR"]))


@pytest.mark.parametrize("role", ["operator", "admin"])
def test_every_look_is_written_down_before_a_byte_goes_out(
    client: FlaskClient, staff_login: Any, papers: Papers, role: str
) -> None:
    account = makers.make_account(role=role)
    staff_login(client, account)
    for _time in range(2):
        for file in papers.files:
            answer = client.get(f"/admin/verification/files/{file.id}")
            assert answer.status_code == 200
            assert answer.data == vault.path_of(file.key).read_bytes()
    assert looks() == [(account.id, papers.picture.id), (account.id, papers.pdf.id)] * 2
    client.head(f"/admin/verification/files/{papers.pdf.id}")
    assert len(looks()) == 5


def test_after_30_days_bytes_and_names_are_gone_and_the_one_url_answers_410(
    app: Flask, client: FlaskClient, staff_login: Any, operator: Any, papers: Papers, frozen_clock: Any
) -> None:
    paths = [vault.path_of(file.key) for file in papers.files]
    operations.reject(papers.application, reason="材料不足", by=operator, now=clock.now())
    frozen_clock.forward(days=30, seconds=-5)
    assert operations.purge(clock.now()) == 0
    assert all(path.exists() for path in paths)
    frozen_clock.forward(minutes=1)
    assert operations.purge(clock.now()) == 1
    assert not any(path.exists() for path in paths)
    assert not [file for file in app.config["PRIVATE_DIR"].rglob("*") if file.is_file() and SECRET in file.read_bytes()]
    assert [file.filename for file in papers.files] == ["", ""]
    staff_login(client, operator)
    for file in papers.files:
        assert client.get(f"/admin/verification/files/{file.id}").status_code == 410
    assert looks() == []
    page = client.get(f"/admin/verification/{papers.application.id}").text
    assert "身份证.jpg" not in page
    assert "材料已于" in page
    assert db.session.scalar(select(func.count()).select_from(AuditRow).where(AuditRow.act == "proofs.purge")) == 1
