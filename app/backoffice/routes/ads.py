"""The archive of advertising: what carries 「广告」, and what should."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from urllib.parse import urlencode

from flask import Response, render_template, request
from flask_babel import gettext as _

from app.accounts import queries as accounts
from app.backoffice.presenters import ads as presenters
from app.backoffice.routes.blueprint import bp, permits
from app.kernel import clock, rendering
from app.kernel.formats import ZONE
from app.kernel.pagination import Page, cursor_from
from app.kernel.viewer import viewer
from app.posts import operations, queries
from app.posts.models import Post
from app.products.rules import tidied_domain

EXPORTED = 5_000
YEARS = range(2020, 2080)


@dataclass(frozen=True)
class Chosen:
    """What the archive is narrowed to."""

    tab: str
    since: str
    until: str
    who: str
    domain: str

    def url(self, path: str = "/admin/ads", **more: str) -> str:
        """The archive so narrowed."""
        values = {
            "tab": self.tab if self.tab != "labelled" else "", "since": self.since, "until": self.until,
            "who": self.who, "domain": self.domain, **more,
        }  # fmt: skip
        query = urlencode({key: value for key, value in values.items() if value})
        return f"{path}?{query}" if query else path


@bp.get("/ads")
@permits("ads.see")
def ad_index() -> Any:
    """Labelled posts; `?tab=suspects` for unlabelled ones that let people buy or sound like it."""
    return _page()


@bp.post("/ads/<int:post_id>/label")
@permits("ads.edit")
def ad_label_create(post_id: int) -> Any:
    """Add 「广告」 to a post; it is never taken off again, and the author is told."""
    post = queries.stored_post_or_404(post_id)
    try:
        operations.label_as_ad(post, reason=request.form.get("reason", ""), by=viewer(), now=clock.now())
    except operations.NotStaffed as refusal:
        return _page(problem=str(refusal.reason), status=refusal.status)
    return rendering.done(_("The post carries the label now; its author is told."))


@bp.get("/ads/export")
@permits("ads.see")
def ad_export() -> Any:
    """What the choice finds, up to 5,000 posts, as CSV."""
    rows = presenters.ad_rows(_found(_chosen(), before=None, size=EXPORTED).items)
    name = f"ads-{clock.now().date().isoformat()}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(presenters.as_csv(rows), content_type="text/csv; charset=utf-8", headers=headers)


def _page(*, problem: str = "", status: int = 200) -> Any:
    chosen = _chosen()
    page = _found(chosen, before=cursor_from(request.args.get("cursor")))
    tabs = [
        {"label": _("With the label"), "href": _with_tab(chosen, "labelled"), "is_here": chosen.tab == "labelled"},
        {"label": _("Perhaps without"), "href": _with_tab(chosen, "suspects"), "is_here": chosen.tab == "suspects"},
    ]
    return render_template(
        "backoffice/ads.html", chosen=chosen, rows=presenters.ad_rows(page.items), tabs=tabs, problem=problem,
        next_url=chosen.url(cursor=page.next_cursor) if page.next_cursor else "",
        first_url=chosen.url() if request.args.get("cursor") else "",
    ), status  # fmt: skip


def _with_tab(chosen: Chosen, tab: str) -> str:
    return Chosen(tab, chosen.since, chosen.until, chosen.who, chosen.domain).url()


def _chosen() -> Chosen:
    args = request.args
    since, until = (args.get(name, "") if _day(args.get(name, "")) else "" for name in ("since", "until"))
    domain = args.get("domain", "").strip()
    return Chosen(
        "suspects" if args.get("tab") == "suspects" else "labelled", since, until,
        args.get("who", "").strip().lstrip("@")[:40], tidied_domain(domain) if domain else "",
    )  # fmt: skip


def _found(chosen: Chosen, *, before: int | None, size: int = 30) -> Page[Post]:
    author = accounts.accounts_named([chosen.who]).get(chosen.who.casefold()) if chosen.who else None
    if chosen.who and author is None:
        return Page(items=[], next_cursor=None)
    until = _day(chosen.until)
    return queries.advertising(
        suspects=chosen.tab == "suspects", since=_day(chosen.since), until=until + timedelta(days=1) if until else None,
        author_id=author.id if author is not None else None, domain=chosen.domain, before=before, size=size,
    )  # fmt: skip


def _day(typed: str) -> datetime | None:
    """The beginning of a day, in the zone of the site; None for days before and after what ids can tell."""
    try:
        day = date.fromisoformat(typed)
    except ValueError:
        return None
    return datetime.combine(day, time(), ZONE) if day.year in YEARS else None
