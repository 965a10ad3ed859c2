"""Several workers at one job on many accounts, and somebody who cancels it meanwhile."""

import pytest

from app.accounts.models import Account
from app.kernel import audit, clock
from app.kernel.database import db
from app.moderation import operations, queries
from app.moderation.models import BulkItem, Decision
from tests.support import makers
from tests.support.bulk import banned, how_many, make_crowd, start
from tests.support.threads import at_once, committed


@pytest.mark.real_commits
def test_two_workers_and_one_who_cancels_do_nothing_twice(app):
    with committed(app):
        mod = makers.make_account(role="moderator")
        crowd = make_crowd(100)
        job = start(crowd, mod)
        bulk_id, mod_id = job.id, mod.id

        def work():
            while operations.work_off_bulk(bulk_id, now=clock.now()):
                db.session.remove()

        def cancel():
            operations.cancel_bulk(queries.bulk_or_none(bulk_id), by=db.session.get(Account, mod_id), now=clock.now())

        results = at_once(app, [work, work, work, cancel])
        assert [result for result in results[:3] if result is not None] == []
        db.session.rollback()
        db.session.expire_all()
        job = queries.bulk_or_none(bulk_id)
        assert banned() == job.done_count == how_many(Decision) == how_many(BulkItem, BulkItem.state == "done")
        assert job.state == ("cancelled" if results[3] is None else "done")
        assert audit.broken_at() is None
