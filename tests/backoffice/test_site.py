"""Dashboard, roles, audit log, jobs and settings."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import text

from app.backoffice import queries as seen
from app.backoffice.queries.figures import active_since, posts_per_minute, sign_ups_since
from app.kernel import audit, backlog, clock, ids, outbox, settings
from app.kernel.database import db
from app.kernel.outbox import OutboxRow
from app.kernel.transactions import operation
from app.moderation import operations
from app.products import operations as products
from tests.support import makers
from tests.support.threads import audit_log_unguarded

HOURS = "queues.review_hours"


@pytest.fixture
def as_admin(client, staff_login, admin):
    return staff_login(client, admin)


@pytest.fixture
def failed(app):
    @operation
    def make(tries=1, listener="timelines.fan_out_to_followers"):
        row_id = outbox.write("posts.PostPublished", {"post_id": 7}, listener, at=clock.now())
        db.session.flush()
        row = db.session.get(OutboxRow, row_id)
        for _ in range(tries):
            outbox.postpone(row, "LookupError('nobody there')", now=clock.now())
        return row_id

    return make


def shown(client, **wanted):
    """The acts on the page of the audit log, the newest first."""
    page = client.get("/admin/audit", query_string=wanted).text
    return re.findall(r'log__act"><a class="mono" href="/admin/audit\?act=([\w.]+)"', page)


class TestDashboard:
    def test_shows_each_role_the_queues_it_may_open(self, app, staff_login, mod, commerce, alice, bob, make_post):
        operations.report("post", make_post(by=bob).id, by=alice, reason="insult", now=clock.now())
        page = staff_login(app.test_client(), mod).get("/admin").text
        assert 'class="todo__item" href="/admin/cases"' in page
        assert 'href="/admin/verification"' not in page
        assert "todo__item" not in staff_login(app.test_client(), commerce).get("/admin").text

    def test_counts_what_waits_since_when_and_what_is_overdue(self, app, frozen_clock, alice, bob, make_post):
        began = clock.now()
        operations.report("post", make_post(by=bob).id, by=alice, reason="insult", now=began)
        case = seen.queues._waiting_now(clock.now())["/admin/cases"]
        assert (case.count, case.oldest_at, case.overdue) == (1, began, 0)
        assert seen.queues._waiting_now(frozen_clock.forward(days=5))["/admin/cases"].overdue == 1

    def test_is_a_fragment_for_the_open_page(self, as_admin):
        part = as_admin.get("/admin", headers={"X-Fragment": "1"}).text
        assert part.lstrip().startswith('<div class="dashboard"')

    def test_counts_posts_by_the_minute(self, app, frozen_clock, alice, make_post):
        for _ in range(3):
            make_post(by=alice)
        now = frozen_clock.forward(minutes=5)
        make_post(by=alice)
        counts = posts_per_minute(now + timedelta(seconds=1))
        assert (len(counts), sum(counts), counts[-1], counts[-6]) == (60, 4, 1, 3)
        assert posts_per_minute(now + timedelta(hours=2)) == [0] * 60

    def test_counts_sign_ups_and_who_is_about(self, app, frozen_clock, alice, bob, make_post):
        moment = frozen_clock.forward(hours=30)
        make_post(by=alice)
        assert sign_ups_since(moment) == 0
        assert sign_ups_since(moment - timedelta(days=7)) == 2
        assert active_since(moment) == 1

    def test_takes_few_statements(self, as_admin, budget):
        as_admin.get("/admin")
        with budget(12):
            as_admin.get("/admin")


class TestRoles:
    def test_shows_the_matrix_and_who_lacks_a_second_factor(self, as_admin, mod):
        page = as_admin.get("/admin/roles").text
        assert "roles.edit" in page
        assert "@mod" in page

    def test_giving_a_role_asks_why_and_ends_sessions(self, as_admin, alice):
        epoch = alice.session_epoch
        assert as_admin.post("/admin/roles", data={"handle": "alice", "role": "moderator"}).status_code == 422
        assert (
            as_admin.post("/admin/roles", data={"handle": "nobody", "role": "moderator", "reason": "x"}).status_code
            == 422
        )
        given = {"handle": "alice", "role": "moderator", "reason": "新同事"}
        assert as_admin.post("/admin/roles", data=given).status_code == 303
        db.session.refresh(alice)
        assert (alice.role, alice.session_epoch) == ("moderator", epoch + 1)
        assert audit.last_row().act == "accounts.set_role"

    def test_nobody_changes_their_own_role(self, as_admin, admin):
        given = {"handle": "admin", "role": "member", "reason": "不干了"}
        assert as_admin.post("/admin/roles", data=given).status_code == 409
        db.session.refresh(admin)
        assert admin.role == "admin"


class TestAudit:
    def test_is_filtered_and_shows_before_and_after(self, as_admin, admin, alice):
        settings.change(HOURS, 48, by=admin, reason="节假日", now=clock.now())
        operations.act_on(alice, kind="warn", reason="insult", by=admin, now=clock.now())
        page = as_admin.get("/admin/audit").text
        assert "<del>24</del>" in page
        assert "<ins>48</ins>" in page
        set_, made = "settings.change", "decisions.make"
        assert shown(as_admin) == shown(as_admin, actor="admin") == shown(as_admin, since="2020-01-01") == [made, set_]
        assert shown(as_admin, act=set_) == [set_]
        assert shown(as_admin, on=f"account:{alice.id}") == shown(as_admin, on=str(alice.id)) == [made]
        assert (
            shown(as_admin, actor="alice") == shown(as_admin, actor="who?") == shown(as_admin, until="2020-01-01") == []
        )

    def test_what_a_row_is_about_has_a_name_and_leads_there(self, as_admin, admin):
        product = makers.make_product()
        products.block(product, by=admin, reason="仿冒品", now=clock.now())
        assert f'href="/admin/products/{product.id}">商品 {product.id}</a>' in as_admin.get("/admin/audit").text
        assert as_admin.get(f"/admin/products/{product.id}").status_code == 200

    def test_says_whether_the_log_holds(self, as_admin, admin):
        settings.change(HOURS, 48, by=admin, reason="节假日", now=clock.now())
        assert f"1:{audit.last_row().seal}" in as_admin.post("/admin/audit/checks").text
        with audit_log_unguarded(db.session.connection()):
            db.session.execute(text("UPDATE audit_log SET reason = 'x'"))
        assert "shield-x" in as_admin.post("/admin/audit/checks").text


class TestJobs:
    def test_shows_failures_and_tries_one_again(self, as_admin, failed):
        row_id = failed(tries=outbox.GIVE_UP_AFTER)
        page = as_admin.get("/admin/jobs").text
        assert "nobody there" in page
        assert as_admin.post(f"/admin/jobs/{row_id}/retry").status_code == 303
        row = db.session.get(OutboxRow, row_id, populate_existing=True)
        assert (row.attempts, row.next_try_at is not None) == (0, True)
        assert backlog.failed_count() == 0
        assert audit.last_row().act == "jobs.retry"
        assert as_admin.post(f"/admin/jobs/{row_id}/retry").status_code == 303
        assert as_admin.post("/admin/jobs/7/retry").status_code == 303
        assert audit.last_row().number == 1

    def test_tries_all_of_one_listener_again(self, as_admin, failed):
        failed(), failed(), failed(listener="live.show_bulk")
        as_admin.post("/admin/jobs/retries", data={"listener": "timelines.fan_out_to_followers"})
        assert backlog.failed_count() == 1
        as_admin.post("/admin/jobs/retries")
        assert backlog.failed_count() == 0

    def test_lag_is_that_of_the_oldest_that_is_due(self, failed, frozen_clock):
        assert backlog.lag(clock.now()) == 0
        failed()
        assert 54 < backlog.lag(frozen_clock.forward(seconds=60)) < 56


class TestSettings:
    def test_a_value_is_set_with_a_reason_within_its_bounds(self, as_admin):
        url = f"/admin/settings/{HOURS}"
        for wrong in ({"value": "0", "reason": "x"}, {"value": "many", "reason": "x"}, {"value": "12", "reason": " "}):
            assert as_admin.post(url, data=wrong).status_code == 422
        assert settings.value(HOURS) == 24
        assert as_admin.post(url, data={"value": "12", "reason": "人手够"}).status_code == 303
        assert settings.value(HOURS) == 12
        assert audit.last_row().after == {HOURS: 12}
        assert as_admin.post("/admin/settings/no.such", data={"value": "1", "reason": "x"}).status_code == 404
        assert as_admin.get("/admin/settings").status_code == 200


def test_ids_say_their_minute():
    now = clock.now()
    assert ids.new_id(now) >> ids.TIME_SHIFT == ids.floor_id(now) >> ids.TIME_SHIFT
