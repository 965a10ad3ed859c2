"""The queue of reports: the list, one case after another, one decision at a time or many at once."""

from typing import Any

from flask import abort, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from app.backoffice import queries
from app.backoffice.presenters.case_list import case_listing, case_url, list_url
from app.backoffice.presenters.cases import case_view
from app.backoffice.presenters.done import Done, done_view, reopened_view
from app.backoffice.queries import CaseFilter
from app.backoffice.routes.blueprint import bp, permits
from app.kernel import clock, rendering
from app.kernel.errors import Reason, Refusal
from app.kernel.pagination import cursor_from
from app.kernel.viewer import viewer
from app.moderation import operations
from app.moderation import queries as moderation
from app.moderation.models import Case

MANY = 50


@bp.get("/cases")
@permits("reports.decide")
def case_index() -> Any:
    """The open cases, the most urgent first; `?kind=`, `?reason=` and `?due=overdue` narrow them."""
    chosen, now, after = _chosen(), clock.now(), request.args.get("after")
    page = queries.waiting_cases(chosen, after=after, now=now, size=MANY)
    first = queries.case_after(None, chosen, by=viewer(), now=now)
    listing = case_listing(page, chosen, first=first, is_later=after is not None, viewer=viewer(), now=now)
    return render_template("backoffice/cases/index.html", listing=listing)


@bp.get("/cases/<int:case_id>")
@permits("reports.decide")
def case_show(case_id: int) -> Any:
    """One case on one screen; whoever opens it has it for a few minutes, and others see that."""
    last = moderation.case_or_none(request.args.get("last"))
    done = done_view(last, _chosen(), viewer=viewer()) if last is not None else None
    return _shown(moderation.case_or_404(case_id), done)


@bp.get("/cases/<int:case_id>/next")
@permits("reports.decide")
def case_next(case_id: int) -> Any:
    """Leave a case as it is and go on to the next."""
    case = moderation.case_or_404(case_id)
    operations.let_go(case, by=viewer())
    return _gone_on(case)


@bp.post("/cases/<int:case_id>/decision")
@permits("reports.decide")
def decision_create(case_id: int) -> Any:
    """Decide a case: `kind`, `reason`, `words`, for a limit `limits` and `days`; what comes back is the next case."""
    case, form = moderation.case_or_404(case_id), request.form
    operations.decide(
        case,
        kind=form.get("kind", ""),
        reason=form.get("reason", case.reason),
        words=form.get("words", ""),
        strikes="no_strike" not in form,
        days=cursor_from(form.get("days")),
        limits=form.getlist("limits"),
        by=viewer(),
        now=clock.now(),
    )
    return _gone_on(case, case)


@bp.delete("/cases/<int:case_id>/decision")
@permits("reports.decide")
def decision_delete(case_id: int) -> Any:
    """Take a decision back with all it did; the case is shown again, to be decided anew."""
    case = moderation.case_or_404(case_id)
    operations.reopen(case, by=viewer(), now=clock.now())
    if not rendering.wants_fragment():
        return rendering.done(str(reopened_view().said), to=case_url(case, _chosen()))
    return _shown(case, reopened_view())


@bp.post("/cases/decisions")
@permits("reports.decide")
def decisions_create() -> Any:
    """Take down, or find nothing wrong with, all that are ticked: each for the reason most of its reporters gave."""
    kind, done, refused = request.form.get("kind", ""), 0, None
    if kind not in ("take_down", "dismiss"):
        abort(400)
    ticked = [number for one in request.form.getlist("case_id") if (number := cursor_from(one))]
    for case in queries.cases_by_ids(ticked[:MANY]):
        try:
            operations.decide(case, kind=kind, reason=case.reason, by=viewer(), now=clock.now())
            done += 1
        except Refusal as refusal:
            refused = refusal.reason
    if refused is not None:
        return rendering.refusal(Reason(refused.code, _("%(n)s decided. %(why)s", n=done, why=str(refused))))
    said = ngettext("%(num)s case decided.", "%(num)s cases decided.", done) if done else _("Nothing is selected.")
    return rendering.done(said, to=url_for("backoffice.case_index", **_chosen().words))


def _gone_on(case: Case, decided: Case | None = None) -> Any:
    """The case that comes next: as a fragment for our script, as a page of its own for a plain form."""
    chosen, now = _chosen(), clock.now()
    following = queries.case_after(case, chosen, by=viewer(), now=now)
    done = done_view(decided, chosen, viewer=viewer()) if decided is not None else None
    if rendering.wants_fragment():
        return _shown(following, done)
    if following is None:
        return rendering.done(done.said if done else "", to=list_url(chosen))
    return redirect(case_url(following, chosen, **({"last": str(decided.id)} if decided else {})), 303)


def _shown(case: Case | None, done: Done | None) -> Any:
    chosen, me, now = _chosen(), viewer(), clock.now()
    if case is None:
        return rendering.fragment("backoffice/cases/_nothing.html", list_url=list_url(chosen), last=done)
    operations.take(case, by=me, now=now)
    view = case_view(case, chosen, viewer=me, now=now)
    if rendering.wants_fragment():
        return rendering.fragment("backoffice/cases/_case.html", case=view, last=done)
    return render_template("backoffice/cases/show.html", case=view, last=done)


def _chosen() -> CaseFilter:
    return CaseFilter.chosen(*(request.args.get(name, "") for name in ("kind", "reason", "due")))
