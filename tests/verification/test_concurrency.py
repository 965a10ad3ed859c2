"""Two members of staff answer at the same moment, a person applies twice at once: one of each counts."""

import functools

import pytest
from sqlalchemy import func, select

from app.accounts.models import Account
from app.kernel import clock
from app.kernel.audit import AuditRow
from app.kernel.database import db
from app.kernel.transactions import add, operation
from app.verification import operations, queries
from app.verification.models import Application, LevelProposal, ProofFile
from tests.support import makers
from tests.support.threads import at_once, committed
from tests.verification.conftest import paper, wish

pytestmark = pytest.mark.real_commits


@pytest.fixture(autouse=True)
def real_database(app):
    with committed(app):
        yield


def approve(application_id, by_id):
    application, by = db.session.get(Application, application_id), db.session.get(Account, by_id)
    operations.approve(application, line="茶艺师", by=by, now=clock.now())


def reject(application_id, by_id):
    application, by = db.session.get(Application, application_id), db.session.get(Account, by_id)
    operations.reject(application, reason="材料不足", by=by, now=clock.now())


def apply(account_id):
    operations.apply(wish(), [paper()], by=db.session.get(Account, account_id), now=clock.now())


def test_of_two_answers_one_counts(app):
    person, staff = makers.make_account(), [makers.make_account(role="operator") for _ in range(4)]
    application = operations.apply(wish(), [paper()], by=person, now=clock.now())
    acts = [functools.partial(act, application.id, by.id) for act, by in zip([approve, reject] * 2, staff, strict=True)]
    results = at_once(app, acts)
    db.session.rollback()
    db.session.expire_all()
    assert [type(result) for result in results if result is not None] == [operations.NotDecided] * 3
    answered = select(func.count()).select_from(AuditRow).where(AuditRow.act.like("applications.%"))
    assert db.session.scalar(answered) == 1
    assert (person.badge == "orange") == (application.state == "approved")


def test_of_two_applications_one_is_taken_and_only_its_papers_are_kept(app):
    person = makers.make_account()
    kept = {file for file in app.config["PRIVATE_DIR"].rglob("*") if file.is_file()}
    results = at_once(app, [functools.partial(apply, person.id)] * 4)
    db.session.rollback()
    assert [type(result) for result in results if result is not None] == [operations.NotApplied] * 3
    assert db.session.scalar(select(func.count()).select_from(Application)) == 1
    assert db.session.scalar(select(func.count()).select_from(ProofFile)) == 1
    assert len({file for file in app.config["PRIVATE_DIR"].rglob("*") if file.is_file()} - kept) == 1


def revoke(account_id, by_id):
    verification, by = queries.verification_of(account_id), db.session.get(Account, by_id)
    operations.revoke(verification, reason="材料不实", by=by, now=clock.now())


def agree(proposal_id, by_id):
    proposal, by = db.session.get(LevelProposal, proposal_id), db.session.get(Account, by_id)
    operations.decide_level(proposal, agrees=True, by=by, now=clock.now())


def test_whoever_is_verified_no_longer_gets_no_other_level(app):
    staff = [makers.make_account(role="operator") for _ in range(2)]
    people = [makers.make_account() for _ in range(3)]
    for person in people:
        application = operations.apply(wish(), [paper()], by=person, now=clock.now())
        operations.approve(application, line="茶艺师", by=staff[0], now=clock.now())
        proposal = propose(person)
        results = at_once(app, [functools.partial(revoke, person.id, staff[0].id),
                                functools.partial(agree, proposal.id, staff[1].id)])  # fmt: skip
        db.session.rollback()
        db.session.expire_all()
        assert {type(result) for result in results} <= {type(None), operations.NotDecided}
        assert (person.badge, proposal.state != "waiting") == ("", True)


@operation
def propose(person):
    now = clock.now()
    return add(LevelProposal(account_id=person.id, from_kind="orange", to_kind="gold", created_at=now))
