"""What the clock brings: a reminder, the end, a V that waits for a slow queue; and accounts that are closed."""

import pytest
from sqlalchemy import func, select

from app.accounts.events import AccountClosed
from app.kernel import clock, vault
from app.kernel.audit import AuditRow
from app.kernel.database import db
from app.kernel.events import announce
from app.kernel.transactions import operation
from app.notifications.models import Notice
from app.verification import operations, queries
from app.verification.models import LevelProposal, ProofFile, Verification


def told(account):
    return [notice.code for notice in db.session.scalars(select(Notice).where(Notice.account_id == account.id))]


def test_a_reminder_comes_once_30_days_before_the_end(alice, verify, frozen_clock, work_off):
    verify(alice)
    frozen_clock.forward(days=334)
    assert operations.remind(clock.now()) == 0
    frozen_clock.forward(days=2)
    assert operations.remind(clock.now()) == 1
    assert operations.remind(clock.now()) == 0
    work_off()
    assert told(alice).count("verification_ending") == 1


def test_after_a_year_the_v_goes(alice, verify, frozen_clock, work_off):
    verification = verify(alice)
    frozen_clock.forward(days=364, hours=23)
    assert operations.expire(clock.now()) == 0
    frozen_clock.forward(hours=2)
    assert operations.expire(clock.now()) == 1
    assert operations.expire(clock.now()) == 0
    assert (alice.badge, verification.end_cause) == ("", "expired")
    work_off()
    assert "verification_ended" in told(alice)
    row = db.session.scalar(select(AuditRow).where(AuditRow.act == "verifications.expire"))
    assert (row.actor_id, row.subject_id) == (None, alice.id)


def test_nobody_loses_her_v_to_a_long_queue(alice, operator, verify, apply_for, frozen_clock):
    verify(alice)
    frozen_clock.forward(days=360)
    renewal = apply_for(alice)
    frozen_clock.forward(days=10)
    assert operations.expire(clock.now()) == 0
    operations.reject(renewal, reason="材料过期", by=operator, now=clock.now())
    assert operations.expire(clock.now()) == 1
    assert alice.badge == ""


def test_papers_go_30_days_after_the_answer(alice, operator, apply_for, frozen_clock):
    application = apply_for(alice)
    files = queries.proofs_of(application)
    paths = [vault.path_of(file.key) for file in files]
    frozen_clock.forward(days=90)
    assert operations.purge(clock.now()) == 0, "what waits is kept"
    operations.reject(application, reason="材料不足", by=operator, now=clock.now())
    frozen_clock.forward(days=29)
    assert operations.purge(clock.now()) == 0
    frozen_clock.forward(days=2)
    assert operations.purge(clock.now()) == 1
    assert operations.purge(clock.now()) == 0
    assert not any(path.exists() for path in paths)
    assert [file.filename for file in files] == ["", ""]
    assert application.statement == ""
    assert application.name == "陈茶"


def test_withdrawn_papers_go_too(alice, apply_for, frozen_clock):
    application = apply_for(alice)
    path = vault.path_of(queries.proofs_of(application)[0].key)
    operations.withdraw(application, by=alice, now=clock.now())
    frozen_clock.forward(days=31)
    assert operations.purge(clock.now()) == 1
    assert not path.exists()


@operation
def close(account):
    announce(AccountClosed(account.id))


@pytest.mark.usefixtures("frozen_clock")
def test_a_closed_account_leaves_nothing_of_the_person(alice, bob, verify, apply_for, work_off):
    verify(alice)
    again = apply_for(alice, name="陈茶室")
    other = apply_for(bob)
    paths = [vault.path_of(file.key) for file in queries.proofs_of_account(alice.id)]
    assert len(paths) == 4
    close(alice)
    work_off()
    assert not any(path.exists() for path in paths)
    assert db.session.get(Verification, alice.id) is None
    assert again.state == "withdrawn"
    for one in queries.applications_of(alice.id):
        assert (one.name, one.field, one.statement, one.reason) == ("", "", "", "")
    kept = select(func.count()).select_from(ProofFile).where(ProofFile.filename != "")
    assert db.session.scalar(kept) == len(queries.proofs_of(other)) == 2
    assert db.session.scalar(select(func.count()).select_from(LevelProposal)) == 0
