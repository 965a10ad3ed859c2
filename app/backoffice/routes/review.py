"""内容审核: what waits before it is out, and what was marked when it went out."""

from typing import Any

from flask import abort, redirect, render_template, request
from flask_babel import gettext as _
from flask_babel import ngettext

from app.backoffice import operations as acts
from app.backoffice.presenters.done import Done
from app.backoffice.presenters.review import USUAL, review_rows, review_view
from app.backoffice.queries.review import item_after
from app.backoffice.routes.blueprint import bp, permits
from app.kernel import clock, rendering
from app.kernel.errors import Reason, Refusal
from app.kernel.pagination import cursor_from
from app.kernel.viewer import viewer
from app.screening import operations, queries
from app.screening.models import ReviewItem

MANY = 50
_LIST = "/admin/review"


@bp.get("/review")
@permits("review.decide")
def review_index() -> Any:
    """What waits, the oldest first."""
    after = cursor_from(request.args.get("after")) or 0
    items = queries.waiting_items(after=after, limit=MANY)
    count, oldest_at = queries.review_queue()
    return render_template(
        "backoffice/review/index.html",
        rows=review_rows(items),
        count=count,
        oldest_at=oldest_at,
        next_url=f"{_LIST}?after={items[-1].id}" if len(items) == MANY else "",
        begin_url=_LIST if after else "",
    )


@bp.get("/review/<int:item_id>")
@permits("review.decide")
def review_show(item_id: int) -> Any:
    """One item on one screen."""
    return _shown(queries.item_or_404(item_id), None)


@bp.get("/review/<int:item_id>/next")
@permits("review.decide")
def review_next(item_id: int) -> Any:
    """Leave it as it is and go on to the next."""
    return _gone_on(queries.item_or_404(item_id), None)


@bp.post("/review/<int:item_id>/decision")
@permits("review.decide")
def review_decide(item_id: int) -> Any:
    """Let it out (`act` release), or do not (`refuse`, with `reason` and `words`); what comes back is the next."""
    item = queries.item_or_404(item_id)
    return _gone_on(item, Done(_decided(item)))


@bp.post("/review/decisions")
@permits("review.decide")
def review_decide_many() -> Any:
    """The same decision about all that are ticked; one that somebody else was faster with is passed over."""
    done, refused = 0, None
    for item_id in [number for one in request.form.getlist("item_id") if (number := cursor_from(one))][:MANY]:
        item = queries.item_or_none(item_id)
        try:
            if item is not None:
                _decided(item)
                done += 1
        except Refusal as refusal:
            refused = refusal.reason
    if refused is not None:
        return rendering.refusal(Reason(refused.code, _("%(n)s decided. %(why)s", n=done, why=str(refused))))
    said = ngettext("%(num)s item decided.", "%(num)s items decided.", done) if done else _("Nothing is selected.")
    return rendering.done(said, to=_LIST)


def _decided(item: ReviewItem) -> str:
    form, now = request.form, clock.now()
    if form.get("act") not in ("release", "refuse"):
        abort(400)
    if form["act"] == "refuse":
        was_out = item.is_out
        acts.turn_down(item, reason=form.get("reason") or USUAL, words=form.get("words", ""), by=viewer(), now=now)
        return str(_("Taken down; its author is told.") if was_out else _("Not let out; its author is told."))
    item = operations.release(item, by=viewer(), now=now)
    if item.state == "failed":
        return str(_("It could not be done any more: %(why)s", why=item.reason))
    return str(_("Cleared.") if item.is_out else _("Let out."))


def _gone_on(item: ReviewItem, done: Done | None) -> Any:
    following = item_after(item.id)
    if rendering.wants_fragment():
        return _shown(following, done)
    if following is None or done is not None:
        return rendering.done(done.said if done else "", to=f"{_LIST}/{following.id}" if following else _LIST)
    return redirect(f"{_LIST}/{following.id}", 303)


def _shown(item: ReviewItem | None, done: Done | None) -> Any:
    if item is None:
        return rendering.fragment("backoffice/review/_nothing.html", last=done)
    waiting, _oldest = queries.review_queue()
    view = review_view(item, viewer=viewer(), waiting=waiting, now=clock.now())
    if rendering.wants_fragment():
        return rendering.fragment("backoffice/review/_item.html", item=view, last=done)
    return render_template("backoffice/review/show.html", item=view, last=done)
