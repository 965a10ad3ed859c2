"""What the pages about rules, reports and decisions may ask of the database, for people and for staff."""

import pytest

from app.accounts import operations as accounts
from app.accounts.models import Account
from app.kernel import clock
from app.kernel.database import db
from app.kernel.transactions import add, operation
from app.moderation import operations as moderation
from app.posts import operations as posts
from app.screening.models import ReviewItem
from app.verification import operations as verification
from app.verification.rules import Proof, Wish
from tests.support import makers
from tests.support.queries import asked_by

PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< >>\n%%EOF\n"

#: page: the most statements it may take, whoever looks included
HERS = {
    "/account/status": 12,
    "/account/status/{decision}": 11,
    "/account/reports": 10,
    "/verification": 10,
    "/settings/security": 12,
    "/settings/data": 9,
    "/drafts?tab=review": 10,
    "/rules": 10,
}
STAFFS = {
    "/admin": 20,
    "/admin/cases/{case}": 32,  # before the list, which tells then who looks at it
    "/admin/cases": 22,
    "/admin/review": 17,
    "/admin/review/{item}": 25,
    "/admin/accounts": 19,
    "/admin/accounts/{person}": 26,
    "/admin/appeals": 16,
    "/admin/appeals/{appeal}": 23,
    "/admin/proposals": 16,
    "/admin/verification": 19,
    "/admin/bulk/{bulk}": 19,
    "/admin/audit": 21,
}


@operation
def held(account, words):
    """Something that waits for review."""
    return add(ReviewItem(account_id=account.id, kind="post", words=words, created_at=clock.now()))


def happen(person, staff, count):
    """So much of everything about one person and around her; ids for the addresses."""
    now, others = clock.now(), []
    for number in range(count):
        other, friend = makers.make_account(), makers.make_account()
        others.append(other)
        post = posts.publish(by=person, text=f"第{number}", image_ids=[makers.make_image(by=person).id], now=now)
        theirs = makers.make_post(by=other, text="别人的", cards=[makers.make_product()])
        for reporter, thing in ((friend, post), (other, post), (person, theirs), (friend, theirs)):
            report = moderation.report("post", thing.id, by=reporter, reason="insult", now=now)
        moderation.report("account", other.id, by=friend, reason="insult", now=now)
        decision = moderation.act_on(person, kind="warn", reason="insult", by=staff, now=now)
        moderation.act_on(person, kind="limit", reason="insult", days=3, limits=("no_search",), by=staff, now=now)
        objection = moderation.appeal(decision, by=person, words="我没有这样做，请再看一次。", now=now)
        item = held(person, f"等着{number}")
        held(other, "也等着")
        wish = Wish("orange", "", f"某人{number}", "茶艺师", "做茶九年，在云溪开茶室，出过一本书。", True)
        verification.apply(wish, [Proof("a.pdf", PDF)], by=other, now=now)
        accounts.set_badge(friend, kind="orange", reason="茶艺师", now=now)
        moderation.act_on(friend, kind="ban", reason="insult", by=staff, now=now)
        makers.make_second_factor(of=person)
        accounts.note_log_in(person, outcome="password", address=f"203.0.113.{number}", browser="Firefox", now=now)
    bulk = moderation.start_bulk([one.id for one in others], kind="warn", reason="insult", by=staff, now=now)
    return {
        "person": person.id, "decision": decision.id, "case": report.case_id, "appeal": objection.id, "item": item.id,
        "bulk": bulk.id,
    }  # fmt: skip


@pytest.fixture
def more(app, alice, mod, work_off):
    """`more(n)`: n more of everything; answers the ids."""

    known = [alice.id, mod.id]

    def act(count):
        made = happen(*(db.session.get_one(Account, one) for one in known), count)
        work_off()
        return made

    return act


@pytest.mark.parametrize(("who", "budgets"), [("person", HERS), ("staff", STAFFS)])
def test_pages_ask_little_and_not_more_with_more_on_them(app, client, login, staff_login, request, more, who, budgets):
    if who == "staff":
        staff_login(client, request.getfixturevalue("admin"))
    else:
        login(client, request.getfixturevalue("alice"))
    more(1)
    places = more(1)
    few = {path: asked_by(app, client, path.format(**places)) for path in budgets}
    places = more(3)
    many = {path: asked_by(app, client, path.format(**places)) for path in budgets}
    dear = {path: len(many[path]) for path, most in budgets.items() if len(many[path]) > most}
    growing = {path: (len(few[path]), len(many[path])) for path in budgets if len(many[path]) > len(few[path])}
    assert (dear, growing) == ({}, {}), "\n".join(many[next(iter(growing or dear))])
