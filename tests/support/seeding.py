"""Acts inside the database of a running site, for browser tests: `python -m tests.support.seeding staff handle role …`.

They are operations like those behind the doors, so news and notices go their way through the site's own jobs.
"""

import json
import sys
from typing import Any

from sqlalchemy import func, select

from app import create_app
from app.accounts import operations as accounts
from app.accounts import queries as people
from app.accounts.models import Account
from app.kernel import audit, clock
from app.kernel.database import db
from app.moderation import operations as moderation
from app.moderation.models import Case, Decision, Report, Strike
from app.notifications.models import Notice
from app.posts.models import Post
from app.screening import operations as screening
from app.screening.models import SCOPES
from app.screening.rules.wordlists import Wording
from tests.support import bulk, makers

REASONS = ("misleading", "flooding", "insult")


def staff(handle: str, role: str, secret: str) -> None:
    """Give somebody a role, and an authenticator app with this secret."""
    account = named(handle)
    accounts.set_role(account, role=role, by=None, reason="test", now=clock.now())
    accounts.give_app(account, secret=secret, now=clock.now())


def word(word: str, action: str, by: str) -> None:
    """A word that the filter looks for everywhere."""
    wording = Wording(word=word, action=action, scopes=SCOPES, replacement="", note="")
    screening.add_rule(wording, by=named(by), now=clock.now())


def reports(count: str, acts: str) -> None:
    """`count` posts of as many people, each reported once; the text names what shall be done, out of `acts` in turn."""
    reporters = [makers.make_account(handle=f"reporter{number}") for number in range(3)]
    for number in range(int(count)):
        author = makers.make_account(handle=f"author{number}", post_count=1)
        act = acts.split(",")[number % len(acts.split(","))]
        post = makers.make_post(by=author, text=f"第{number}条 〔{act}〕")
        moderation.report(
            "post", post.id, by=reporters[number % 3], reason=REASONS[number % 3], words="请看看", now=clock.now()
        )


def crowd(total: str) -> None:
    """So many accounts: crowd0, crowd1 …"""
    bulk.make_crowd(int(total))


def states() -> dict[str, int]:
    """How many accounts are in which state."""
    return {row[0]: row[1] for row in db.session.execute(select(Account.state, func.count()).group_by(Account.state))}


def outcomes() -> list[dict[str, Any]]:
    """What became of every case, with its traces."""
    rows = db.session.execute(
        select(Case, Decision, Post).outerjoin(Decision, Decision.id == Case.decision_id)
        .join(Post, Post.id == Case.subject_id).order_by(Case.id)
    )  # fmt: skip
    return [
        {
            "text": post.text,
            "kind": decision.kind if decision else None,
            "reason": decision.reason if decision else None,
            "given": case.reason,
            "is_down": post.deleted_by == "staff",
            "strikes": count(Strike, Strike.account_id == post.author_id),
            "audited": count(audit.AuditRow, audit.AuditRow.act == "decisions.make",
                             audit.AuditRow.subject_id == case.subject_id),
            "told_author": count(Notice, Notice.account_id == post.author_id),
            "told_reporters": count(
                Notice, Notice.kind == "system",
                Notice.account_id.in_(select(Report.reporter_id).where(Report.case_id == case.id)),
            ),
        }
        for case, decision, post in rows
    ]  # fmt: skip


def count(model: Any, *conditions: Any) -> int:
    """How many rows fit."""
    return db.session.scalar(select(func.count()).select_from(model).where(*conditions)) or 0


def named(handle: str) -> Account:
    """The account of that handle."""
    return people.accounts_named([handle])[handle]


ACTS = {act.__name__: act for act in (staff, word, reports, crowd, states, outcomes)}

if __name__ == "__main__":
    with create_app().app_context():
        print(json.dumps(ACTS[sys.argv[1]](*sys.argv[2:])))
