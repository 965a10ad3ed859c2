"""No limit is secret: one place makes them, each is told exactly once, and nothing else narrows whom others meet."""

import ast
import re
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from app.kernel.database import Base, db
from app.notifications.models import Notice
from app.screening import operations, presenters
from app.screening.events import LimitEnded, LimitImposed, LimitLifted
from app.screening.models import LIMITS, SOURCES
from app.wiring import WIRING
from tests.house.sources import ROOT, name, python

APP = ROOT / "app"
SCREENING = APP / "screening"
SECRET = re.compile(
    r"shadow|throttl|hellban|silently|demot|penal|down_?rank|derank|visib\w*_(factor|weight)|reach_limit|trust_score"
)
"""How such a thing is called where people have one."""
KNOWN = {"throttling"}
"""How often an address may try a password: it says so to whoever tries."""


def names_in(tree: ast.Module) -> set[str]:
    found = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    found |= {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    return found | {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.ClassDef)}


def tree_of(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def test_only_impose_makes_a_limit_and_only_two_acts_end_one() -> None:
    makers = []
    for file in python("app"):
        for node in ast.walk(tree_of(file)):
            is_made = isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] == "Limit"
            is_inserted = isinstance(node, ast.Call) and re.search(r"(insert|update)\w*\(\s*Limit\b", ast.unparse(node))
            if is_made or is_inserted:
                makers.append(name(file))
    assert makers == ["app/screening/operations/limiting.py"]


def test_only_the_queries_of_limits_look_into_the_table() -> None:
    allowed = {
        SCREENING / "models" / "limits.py", SCREENING / "models" / "__init__.py", SCREENING / "queries" / "limits.py",
        SCREENING / "rules" / "limits.py", SCREENING / "presenters" / "limits.py",
        APP / "portability" / "queries" / "collecting" / "people.py",  # to whom they belong
        SCREENING / "operations" / "limiting.py", SCREENING / "operations" / "forgetting.py",
    }  # fmt: skip
    others = [
        name(file)
        for file in python("app")
        if file not in allowed
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.ImportFrom)
        and (node.module or "").startswith("app.screening.models")
        and any(alias.name == "Limit" for alias in node.names)
    ]
    assert not others, "ask app.screening.queries, which knows what is in force: " + ", ".join(others)


def test_nothing_else_is_named_like_a_secret_limit() -> None:
    suspects = [
        f"{name(file)}: {word}"
        for file in python("app")
        if APP / "demo" not in file.parents  # where shadows are drawn
        for word in sorted(names_in(tree_of(file)) - KNOWN)
        if SECRET.search(word.lower())
    ]
    assert not suspects, "whoever is limited is told; if this limits nobody, give it another name: " + ", ".join(
        suspects
    )


def test_no_table_holds_a_secret_limit() -> None:
    columns = [f"{table.name}.{column.name}" for table in Base.metadata.sorted_tables for column in table.columns]
    assert not [column for column in columns if SECRET.search(column)]
    limits = [
        column for column in columns if re.search(r"(^|\.|_)(limit|limited|hidden|muted_by_staff|restrict)", column)
    ]
    assert {column.partition(".")[0] for column in limits} <= {"limits"}


@pytest.mark.parametrize("event", [LimitImposed, LimitLifted, LimitEnded])
def test_the_wiring_tells(event: type) -> None:
    telling = [
        listener.__name__ for listener in WIRING[event].later if listener.__module__.startswith("app.notifications")
    ]
    assert len(telling) == 1


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("kind", LIMITS)
def test_every_limit_is_told_once_and_stands_on_the_status_page(
    alice: Any, mod: Any, client: Any, login: Any, frozen_clock: Any, work_off: Any, kind: str, source: str
) -> None:
    by = None if source == "risk" else mod
    limit = operations.impose(
        kind, account_id=alice.id, code="flooding", words="刷屏三十条", source=source, by=by, now=frozen_clock(),
        source_id=7 if source == "decision" else None, ends_at=frozen_clock.at.replace(year=2027),
    )  # fmt: skip
    work_off()
    notices = db.session.scalars(select(Notice).where(Notice.account_id == alice.id, Notice.kind == "system")).all()
    assert [notice.code for notice in notices] == ["limit_imposed"]
    assert notices[0].data["words"] == "刷屏三十条"
    assert notices[0].data["ends_at"].startswith("2027")
    page = login(client, alice).get("/account/status")
    assert page.status_code == 200
    html = page.get_data(as_text=True)
    assert str(presenters.limit_view(limit, frozen_clock()).label) in html
    assert "刷屏三十条" in html
    assert "2027" in html
