"""Does every list cost the same however long it has become? Asked of PostgreSQL, with a hundred thousand of everything.

Each page is fetched as its reader would, every SELECT of it is explained with what it really touched. A plan that
reads a large table from end to end, or any step that takes more than TOUCHED rows into its hands, is one too many.
"""

import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from flask import Flask
from sqlalchemy import event, text

from app.kernel.database import db
from scripts import services
from tests.bench import crowd, sites
from tests.bench.crowd import PICKY, READER, STAR, moment_id

TOUCHED = 6000
"""A person follows 5,000 people at most, and those may have to be looked at."""
LARGE = 15_000

_MIDDLE, _LATE = moment_id(50_000), moment_id(90_000)
_FRAGMENT = {"X-Fragment": "1"}
_PARTS = ("before=", "after=", "since=", "/comments?")
PLACES: list[tuple[str, str, int | None]] = [
    ("home", "/", READER),
    ("home, further down", f"/?before={_MIDDLE}", READER),
    ("home with a long list of mutes", "/", PICKY),
    ("home, one group", "/?group=2", READER),
    ("home, a group that hardly writes", "/?group=1", READER),
    ("home, special", "/?feed=special", READER),
    ("home, friends", "/?feed=friends", READER),
    ("home, news", f"/timeline/new?since={_LATE}", READER),
    ("home, ids of the news", f"/timeline/new/ids?since={_LATE}", READER),
    ("public", "/public", READER),
    ("public, further down", f"/public?before={_MIDDLE}", None),
    ("public with a long list of mutes", "/public", PICKY),
    ("profile", f"/u/{STAR}", READER),
    ("profile, further down", f"/u/{STAR}?before={_MIDDLE}", READER),
    ("profile, originals", f"/u/{STAR}?tab=original", READER),
    ("profile, few pictures", f"/u/{STAR}?tab=images", READER),
    ("profile, logged out", f"/u/{STAR}", None),
    ("own profile", f"/u/{READER}", READER),
    ("fans", f"/u/{STAR}/fans", READER),
    ("fans, further down", f"/u/{STAR}/fans?before=60000", READER),
    ("following", f"/u/{READER}/following", READER),
    ("busy topic", "/topic/话题1", READER),
    ("busy topic, further down", f"/topic/话题1?before={_MIDDLE}", READER),
    ("busy topic, logged out", "/topic/话题1", None),
    ("busy topic, hot", "/topic/话题1?tab=hot", READER),
    ("busy topic, products", "/topic/话题1?tab=products", READER),
    ("rare topic", "/topic/话题2", READER),
    ("topics that begin so", "/topics/suggestions?q=话题19", READER),
    ("busy product", "/p/1", READER),
    ("busy product, further down", f"/p/1?before={_MIDDLE}", READER),
    ("rare product", "/p/2", READER),
    ("post with 60,000 threads", f"/posts/{crowd.ROOT}", READER),
    ("comments, newest", f"/posts/{crowd.ROOT}/comments?sort=new", READER),
    ("comments, newest, further down", f"/posts/{crowd.ROOT}/comments?sort=new&before=30000", READER),
    ("comments, most liked", f"/posts/{crowd.ROOT}/comments?sort=hot", READER),
    ("comments, most liked, further down", f"/posts/{crowd.ROOT}/comments?sort=hot&before=1500-30000", READER),
    ("comments that wait", f"/posts/{moment_id(3)}?sort=waiting", READER),
    ("comments where all wait", f"/posts/{moment_id(3)}", READER),
    ("replies of a long thread", f"/comments/{crowd.BIG_THREAD}/replies?after=110000", READER),
    ("reposts, newest", f"/posts/{crowd.ROOT}?tab=reposts&sort=new", READER),
    ("reposts, newest, further down", f"/posts/{crowd.ROOT}?tab=reposts&sort=new&before={_MIDDLE}", READER),
    ("reposts, hot", f"/posts/{crowd.ROOT}?tab=reposts&sort=hot", READER),
    ("reposts, of those one follows", f"/posts/{crowd.ROOT}?tab=reposts&sort=followed", READER),
    ("likes", f"/posts/{crowd.ROOT}?tab=likes", READER),
    ("likes, further down", f"/posts/{crowd.ROOT}?tab=likes&before=30000", READER),
    ("post with a poll", f"/posts/{crowd.POLL}", READER),
    ("history of a post", f"/posts/{moment_id(8)}/history", READER),
    ("favourites", "/favourites", READER),
    ("favourites, further down", "/favourites?before=15000", READER),
    ("drafts", "/drafts", READER),
    ("notices", "/notifications", READER),
    *((f"notices, {kind}", f"/notifications?kind={kind}", READER)
      for kind in ("mention", "comment", "like", "repost", "fan", "system")),
    ("notices, further down", "/notifications?kind=like&before=30000", READER),
    ("unread notices", "/notifications/unread", READER),
    ("conversations", "/messages", READER),
    ("conversations, further down", "/messages?before=9000", READER),
    ("conversations, strangers", "/messages?box=strangers", READER),
    ("a long conversation", f"/messages/{STAR}", READER),
    ("a long conversation, further up", f"/messages/{STAR}?before=130000", READER),
    ("unread messages", "/messages/unread", READER),
    ("groups", "/groups", READER),
    ("members of a group", "/groups/2", READER),
    ("who to name", "/accounts/suggestions?q=人12", READER),
    ("who to name, nothing typed", "/accounts/suggestions?q=", READER),
    ("hover card", f"/accounts/{STAR}/card", READER),
    ("blocking", "/settings/blocking", PICKY),
    ("blocked people", "/settings/blocking/people/blocked", READER),
]  # fmt: skip


@dataclass
class Cost:
    """What a page has cost: how many statements, the most rows a step took, and what is wrong with it."""

    name: str
    statements: int = 0
    most: int = 0
    shape: str = ""
    wrong: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        head = f"{'✗' if self.wrong else '✓'} {self.name:<36} {self.statements:3} statements {self.most:7} rows"
        return "\n".join([f"{head}  {self.shape}", *(f"    {one}" for one in self.wrong)])


def costs() -> Iterator[Cost]:
    """Fetch every place and explain it."""
    with (
        services.postgres() as url,
        tempfile.TemporaryDirectory(prefix="zhongcao-plans-") as folder,
        sites.site(url, Path(folder)) as app,
    ):
        sites.gather()
        large = _large_tables()
        for place in PLACES:
            yield _cost_of(app, *place, large=large)


def _large_tables() -> set[str]:
    with db.engine.connect() as connection:
        rows = connection.execute(
            text("SELECT relname FROM pg_class WHERE relkind = 'r' AND reltuples > :n"), {"n": LARGE}
        )
        return set(rows.scalars())


def _cost_of(app: Flask, name: str, path: str, reader: int | None, *, large: set[str]) -> Cost:
    client = app.test_client()
    if reader is not None:
        with client.session_transaction() as session:
            session.update(_user_id=f"{reader}.0", _fresh=True)
    asked: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_rest: Any) -> None:
        if statement.lstrip("( ").startswith(("SELECT", "WITH")):
            asked.append((statement, parameters))

    app.extensions["cache"].clear()
    event.listen(db.engine, "before_cursor_execute", note)
    try:
        answer = client.get(path, headers=_FRAGMENT if any(word in path for word in _PARTS) else {})
    finally:
        event.remove(db.engine, "before_cursor_execute", note)
        db.session.remove()
    cost = Cost(name, statements=len(asked))
    if answer.status_code != 200:
        cost.wrong.append(f"{path} answered {answer.status_code}")
    for statement, parameters in asked:
        _explain(statement, parameters, cost, large)
    return cost


def _explain(statement: str, parameters: Any, cost: Cost, large: set[str]) -> None:
    with db.engine.connect() as connection:
        plan = connection.exec_driver_sql(
            f"EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) {statement}", parameters
        ).scalar_one()[0]["Plan"]  # fmt: skip
    steps = list(_steps(plan))
    most = max(taken for _, taken in steps)
    if most > cost.most:
        cost.most, cost.shape = most, " < ".join(label for label, _ in steps[:4])
    reads_all = [label for label, _ in steps if label.startswith("Seq Scan") and label.split()[-1] in large]
    if reads_all or most > TOUCHED:
        heaviest = ", ".join(f"{label} ({taken} rows)" for label, taken in sorted(steps, key=lambda step: -step[1])[:3])
        cost.wrong.append(f"{heaviest}\n      {_short(statement)}")


def _short(statement: str) -> str:
    """Without its columns: what matters stands behind FROM."""
    return re.sub(r"SELECT [^()]*?, [^()]*? FROM", "SELECT … FROM", " ".join(statement.split()))[:700]


def _steps(plan: dict[str, Any]) -> Iterator[tuple[str, int]]:
    """Every step of a plan and how many rows it took into its hands."""
    loops = plan.get("Actual Loops", 1)
    dropped = sum(plan.get(f"Rows Removed by {why}", 0) for why in ("Filter", "Join Filter", "Index Recheck"))
    label = " ".join(filter(None, [plan["Node Type"], plan.get("Index Name") or plan.get("Relation Name")]))
    yield label, round((plan.get("Actual Rows", 0) + dropped) * loops)
    for below in plan.get("Plans", []):
        yield from _steps(below)
