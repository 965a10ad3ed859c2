"""Every door of the back office × every role × every state of the second factor: the one table decides."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Connection, event, func, select

from app.accounts import rules
from app.kernel import clock
from app.kernel.database import db
from tests.backoffice.doors import KEPT_OUT, Door, doors, knock
from tests.backoffice.samples import make_samples
from tests.support import makers

FACTORS = ("none", "not shown", "shown", "shown 13 hours ago")
TABLE = {
    # permission            moderator operator commerce admin
    "dashboard.see":        (1, 1, 1, 1),
    "reports.decide":       (1, 0, 0, 1),
    "review.decide":        (1, 0, 0, 1),
    "appeals.decide":       (1, 0, 0, 1),
    "accounts.see":         (1, 1, 0, 1),
    "accounts.see_log_ins": (1, 0, 0, 1),
    "accounts.limit":       (1, 0, 0, 1),
    "accounts.ban":         (1, 0, 0, 1),
    "bulk.run":             (1, 0, 0, 1),
    "verification.decide":  (0, 1, 0, 1),
    "words.edit":           (1, 0, 0, 1),
    "risk.edit":            (0, 0, 0, 1),
    "risk.see":             (1, 0, 0, 1),
    "products.edit":        (0, 0, 1, 1),
    "ads.see":              (1, 0, 1, 1),
    "ads.edit":             (1, 0, 1, 1),
    "topics.edit":          (0, 1, 0, 1),
    "announcements.edit":   (0, 1, 0, 1),
    "data.see":             (0, 0, 0, 1),
    "roles.see":            (1, 1, 1, 1),
    "roles.edit":           (0, 0, 0, 1),
    "audit.see":            (0, 0, 0, 1),
    "jobs.retry":           (0, 0, 0, 1),
    "settings.edit":        (0, 0, 0, 1),
}  # fmt: skip


def test_the_table_says_what_was_agreed() -> None:
    agreed = {
        name: {role for role, has in zip(rules.STAFF, marks, strict=True) if has} for name, marks in TABLE.items()
    }
    assert {name: set(roles) for name, roles in rules.PERMISSIONS.items()} == agreed


def test_every_door_names_a_permission_of_the_table(app: Flask) -> None:
    undecided = [str(door) for door in doors(app) if door.permission not in rules.PERMISSIONS]
    assert not undecided, "mark with @permits: " + ", ".join(undecided)


def test_every_door_is_below_admin(app: Flask) -> None:
    assert not [str(door) for door in doors(app) if not f"{door.rule.rule}/".startswith("/admin/")]


def test_every_argument_of_an_address_has_a_row(app: Flask) -> None:
    missing = {name for door in doors(app) for name in door.rule.arguments} - set(make_samples())
    assert not missing, f"make a row for {sorted(missing)} in samples.py"


def test_ordinary_people_see_no_way_in(app: Flask, client: FlaskClient, login: Any) -> None:
    samples, member = make_samples(), makers.make_account()
    login(client, member)
    post = f"/posts/{samples['post_id']}"
    pages = [post, f"/u/{samples['account_id']}", f"/p/{samples['product_id']}", "/topic/种草"]
    pages += ["/", "/public", "/settings/profile", "/account/status", "/notifications"]
    ways = [page for page in pages if "/admin" in client.get(page).text]
    assert not ways
    login(client, makers.make_account(role="moderator"))
    assert f"/admin/subjects/post/{samples['post_id']}/case" in client.get(post).text


def test_every_permission_opens_some_door(app: Flask) -> None:
    unused = set(rules.PERMISSIONS) - {door.permission for door in doors(app)}
    assert not unused, f"no page or act takes {sorted(unused)}"


def test_who_is_logged_out_is_asked_to_log_in(app: Flask, client: FlaskClient) -> None:
    wrong = []
    for door in doors(app):
        with nothing_written() as written:
            answers = [knock(client, door, {})[0]]
            answers += [knock(client, door, {}, plainly=True)[0]] if door.method == "GET" else []
        if {*answers} != {"login"} or written:
            wrong.append(f"{door}: {answers} {written}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("factor", FACTORS)
@pytest.mark.parametrize("role", rules.ROLES)
def test_who_may_not_is_kept_out_and_changes_nothing(
    app: Flask, client: FlaskClient, login: Any, role: str, factor: str
) -> None:
    samples = make_samples()
    enter(client, login, role, factor)
    before, wrong = counts(), []
    for door in doors(app):
        expected = expected_for(role, factor, door)
        if expected == "open":
            continue
        with nothing_written() as written:
            found, _status = knock(client, door, samples)
        if found != expected or written:
            wrong.append(f"{door}: {found} instead of {expected} {written}")
    assert not wrong, "\n".join(wrong)
    assert counts() == before


@pytest.mark.parametrize("role", rules.STAFF)
def test_who_may_is_let_in(app: Flask, client: FlaskClient, login: Any, role: str) -> None:
    samples = make_samples()
    enter(client, login, role, "shown")
    wrong = []
    for door in doors(app):
        if expected_for(role, "shown", door) != "open":
            continue
        with undone():
            found, status = knock(client, door, samples)
        is_missing = found == "gone" and set(door.rule.arguments) <= set(samples) and door.method == "GET"
        if found in KEPT_OUT - {"gone"} or is_missing or status >= 500:
            wrong.append(f"{door}: {found} {status}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("factor", [factor for factor in FACTORS if factor != "shown"])
@pytest.mark.parametrize("role", rules.ROLES)
def test_a_page_leads_to_the_second_factor(app: Flask, client: FlaskClient, login: Any, role: str, factor: str) -> None:
    samples = make_samples()
    enter(client, login, role, factor)
    wrong = []
    for door in doors(app):
        if door.method == "GET":
            found, _status = knock(client, door, samples, plainly=True)
            if found != expected_for(role, factor, door):
                wrong.append(f"{door}: {found}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("state", ["banned", "closing"])
def test_staff_whose_account_is_not_active_find_nothing(
    app: Flask, client: FlaskClient, login: Any, state: str
) -> None:
    enter(client, login, "admin", "shown", state=state)
    kept_out = {"gone", "login", state}
    let_in = [str(door) for door in doors(app) if knock(client, door, {})[0] not in kept_out]
    assert not let_in, "\n".join(let_in)


def expected_for(role: str, factor: str, door: Door) -> str:
    """The answer in one word; roles come from the table alone."""
    if role == "member":
        return "gone"
    if factor == "none":
        return "set_up"
    if factor != "shown":
        return "prove"
    return "open" if role in rules.PERMISSIONS[door.permission or ""] else "refused"


def enter(client: FlaskClient, login: Any, role: str, factor: str, **values: Any) -> None:
    """Log in somebody new of this role, her second factor being as named."""
    account = makers.make_account(role=role, **values)
    if factor != "none":
        makers.make_second_factor(of=account)
    login(client, account)
    if factor.startswith("shown"):
        shown_at = clock.now() - timedelta(hours=13 if factor != "shown" else 0)
        with client.session_transaction() as session:
            session["second_factor_at"] = shown_at.timestamp()


def counts() -> dict[str, int]:
    """How many rows there are, table by table."""
    tables = db.metadata.sorted_tables
    return {table.name: db.session.scalar(select(func.count()).select_from(table)) or 0 for table in tables}


@contextmanager
def nothing_written() -> Iterator[list[str]]:
    """The statements that write, while the block runs: there should be none."""
    written: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if statement.lstrip().upper().startswith(("INSERT", "UPDATE", "DELETE")):
            written.append(statement[:80])

    event.listen(db.engine, "before_cursor_execute", note)
    yield written
    event.remove(db.engine, "before_cursor_execute", note)


@contextmanager
def undone() -> Iterator[None]:
    """Whatever the block writes is taken back, so that one act cannot stand in the way of the next."""
    connection = db.session.get_bind()
    assert isinstance(connection, Connection)
    db.session.remove()
    around = connection.begin_nested()
    yield
    db.session.remove()
    around.rollback()
