"""Which jobs on many accounts are begun, cancelled and undone, and whom a pasted list means."""

import pytest

from app.kernel import clock
from app.moderation import operations, queries, rules
from tests.support.bulk import THOUSAND, make_crowd, refusal, start, steps


@pytest.fixture
def crowd(app):
    return make_crowd(THOUSAND)


def code_of(problem):
    return problem.code if problem else None


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"kind": "dismiss"}, "unknown_kind"),
        ({"reason": "because"}, "unknown_reason"),
        ({"words": "长" * 501}, "words_too_long"),
        ({"kind": "limit"}, "no_limits"),
        ({"kind": "limit", "days": 7, "limits": ("banned",)}, "no_limits"),
        ({"kind": "limit", "days": 0, "limits": ("silenced",)}, "no_limits"),
    ],
)
def test_what_makes_no_sense_is_not_begun(mod, alice, values, code):
    assert refusal(start, [alice.id], mod, **values) == code


def test_whom_it_is_about_must_be_somebody_and_not_too_many(mod, crowd, alice):
    assert refusal(start, [], mod) == "nobody_chosen"
    assert refusal(start, [12345], mod) == "nobody_chosen"
    assert refusal(start, [*crowd, alice.id], mod) == "too_many_accounts"


def test_only_whose_role_includes_it(operator, mod, alice):
    assert refusal(start, [alice.id], operator) == "forbidden"
    job = start([alice.id], mod)
    assert refusal(operations.cancel_bulk, job, by=operator, now=clock.now()) == "forbidden"
    steps(job)
    assert refusal(operations.undo_bulk, job, by=operator, reason="误伤", now=clock.now()) == "forbidden"


def test_only_what_runs_is_cancelled_and_only_what_has_ended_undone_once(mod, alice):
    job = start([alice.id], mod)
    assert refusal(operations.undo_bulk, job, by=mod, reason="误伤", now=clock.now()) == "bulk_not_undoable"
    steps(job)
    assert refusal(operations.cancel_bulk, job, by=mod, now=clock.now()) == "bulk_not_running"
    assert refusal(operations.undo_bulk, job, by=mod, reason=" ", now=clock.now()) == "no_undo_reason"
    operations.undo_bulk(job, by=mod, reason="误伤", now=clock.now())
    steps(job)
    assert refusal(operations.undo_bulk, job, by=mod, reason="误伤", now=clock.now()) == "bulk_not_undoable"


def test_a_pasted_list_tells_line_by_line_whom_it_means(mod, operator, alice, bob, carol):
    text = f"@alice\n{bob.id}\n\n卡萝, nobody_here\n ALICE \noperator\n99999999999999999999999"
    named = queries.accounts_meant(text, by=mod)
    found = [
        (one.line, one.typed, one.account and one.account.handle, one.problem and one.problem.code) for one in named
    ]
    assert found == [
        (1, "alice", "alice", None), (2, str(bob.id), "bob", None), (4, "卡萝", "carol", None),
        (4, "nobody_here", None, "unknown_account"), (6, "operator", "operator", "about_staff"),
        (7, "99999999999999999999999", None, "unknown_account"),
    ]  # fmt: skip


def test_a_pasted_list_of_a_thousand_takes_few_statements(mod, crowd, budget):
    text = "\n".join(f"crowd{number}" for number in range(THOUSAND))
    with budget(10):
        assert len(queries.accounts_meant(text, by=mod)) == THOUSAND


def test_bulk_kinds_are_kinds_of_decisions():
    assert set(rules.BULK_KINDS) <= set(rules.PERMISSION_FOR)
