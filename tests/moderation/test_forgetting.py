"""Whose account is closed leaves no word, name or picture in cases, reports, decisions and appeals."""

import json

import pytest

from app.engagement import operations as engagement
from app.kernel import clock
from app.kernel.database import db
from app.messages import operations as messages
from app.moderation import operations, queries
from app.moderation.models import Appeal, Case, Decision, Report
from app.posts import operations as posts


@pytest.fixture
def everything_kept():
    """All that moderation holds, as one text."""

    def text():
        rows = [
            (row.snapshot, row.words if hasattr(row, "words") else "", getattr(row, "effects", {}))
            for model in (Case, Report, Decision)
            for row in db.session.query(model)
        ]
        appeals = [(row.words, row.answer) for row in db.session.query(Appeal)]
        return json.dumps([rows, appeals], ensure_ascii=False)

    return text


def test_nothing_of_her_is_left_and_rows_stay(
    alice, bob, mod, second_mod, make_follow, report, decide, everything_kept
):
    make_follow(by=bob, of=alice)
    make_follow(by=alice, of=bob)
    now = clock.now()
    hers = posts.publish(by=alice, text="爱丽丝的秘密", now=now)
    made = decide(report(hers, by=bob), words="写给爱丽丝的理由")
    operations.appeal(made, by=alice, words="爱丽丝的申诉：我没有错啊", now=clock.now())
    decide(report(alice, by=bob, kind="account", reason="as_brand"), reason="as_brand", strikes=False)
    operations.undo(made, by=second_mod, reason="", now=clock.now())
    engaged = posts.publish(by=bob, text="鲍勃的话", now=clock.now())
    report(engaged, by=alice, words="爱丽丝举报的话")
    reply = engagement.comment(hers, by=bob, text="鲍勃的评论", now=clock.now())
    report(reply, by=mod, kind="comment")
    messages.send(bob, by=alice, text="爱丽丝的私信", now=clock.now())
    his = messages.send(alice, by=bob, text="鲍勃的私信", now=clock.now())
    report(his, by=alice, kind="message")
    before = {model: db.session.query(model).count() for model in (Case, Report, Decision, Appeal)}
    assert "爱丽丝" in everything_kept()

    for _twice in range(2):
        operations.forget(alice.id)
    db.session.expire_all()
    left = everything_kept()
    assert "爱丽丝" not in left
    assert "an ordinary reader" not in left
    assert {"鲍勃的话", "鲍勃的评论", "鲍勃的私信"} <= {case.snapshot.get("text") for case in db.session.query(Case)}
    assert {model: db.session.query(model).count() for model in before} == before


def test_nobody_is_asked_to_answer_somebody_who_has_left(alice, bob, mod, report, decide):
    made = decide(report(posts.publish(by=alice, text="一句话", now=clock.now()), by=bob))
    appeal = operations.appeal(made, by=alice, words="我不同意这个处理，请再看看。", now=clock.now())
    assert [one.id for one in queries.waiting_appeals().items] == [appeal.id]
    operations.forget(alice.id)
    assert not queries.waiting_appeals().items
    db.session.refresh(appeal)
    assert appeal.state == "withdrawn"
