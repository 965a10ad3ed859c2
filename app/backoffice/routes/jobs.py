"""What follows acts in the background: how much waits, what has failed, trying it again."""

from typing import Any

from flask import current_app, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from app.backoffice.presenters.dashboard import lasting
from app.backoffice.routes.blueprint import bp, permits
from app.kernel import backlog, clock, jobs, rendering
from app.kernel.pagination import cursor_from
from app.kernel.viewer import viewer


@bp.get("/jobs")
@permits("jobs.retry")
def job_index() -> Any:
    """The queue by listener, and the failures, the newest first."""
    now, listener = clock.now(), request.args.get("listener", "")
    before = cursor_from(request.args.get("before"))
    page = backlog.failed_rows(before=before, listener=listener)
    here = url_for("backoffice.job_index", listener=listener or None)
    return render_template(
        "backoffice/site/jobs.html",
        depths=backlog.depths(now),
        failures=page,
        listener=listener,
        lag=lasting(backlog.lag(now)),
        failed=backlog.failed_count(),
        carrier=jobs.carrier_of(current_app._get_current_object()),  # type: ignore[attr-defined]
        next_url=url_for("backoffice.job_index", listener=listener or None, before=page.next_cursor)
        if page.next_cursor
        else "",
        first_url=here if before else "",
    )


@bp.post("/jobs/<int:row_id>/retry")
@permits("jobs.retry")
def job_retry_create(row_id: int) -> Any:
    """Try one piece of news again at once."""
    was_there = backlog.retry(row_id, by=viewer(), now=clock.now())
    said = _("It is tried again now.") if was_there else _("It was delivered meanwhile.")
    return rendering.done(said, to=url_for("backoffice.job_index"))


@bp.post("/jobs/retries")
@permits("jobs.retry")
def job_retries_create() -> Any:
    """Try everything again that has failed, or that of one listener."""
    count = backlog.retry_all(by=viewer(), now=clock.now(), listener=request.form.get("listener", ""))
    said = ngettext("%(num)s is tried again now.", "%(num)s are tried again now.", count)
    return rendering.done(said, to=url_for("backoffice.job_index"))
