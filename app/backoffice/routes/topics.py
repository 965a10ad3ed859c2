"""Topics: who looks after them, and which stand in no list."""

from typing import Any
from urllib.parse import urlencode

from flask import render_template, request
from flask_babel import gettext as _

from app.accounts import queries as accounts
from app.backoffice.routes.blueprint import bp, permits
from app.kernel import clock, rendering
from app.kernel.viewer import viewer
from app.posts import operations, queries

PATH = "/admin/topics"


@bp.get("/topics")
@permits("topics.edit")
def topic_index() -> Any:
    """Topics by use: `?q=` in their names, `?withheld=1`, `?edit=<id>` opens one."""
    return _page()


@bp.post("/topics/<int:topic_id>")
@permits("topics.edit")
def topic_update(topic_id: int) -> Any:
    """Save the introduction, and name the host or none."""
    topic, form = queries.topic_or_404(topic_id), request.form
    name = form.get("host", "").strip().lstrip("@")
    host = accounts.accounts_named([name]).get(name.casefold()) if name else None
    if name and host is None:
        return _page(problem=_("There is nobody by this name."), open_id=topic_id, status=422)
    try:
        operations.tend_as_staff(topic, lead=form.get("lead", ""), host=host, by=viewer(), now=clock.now())
    except operations.NotTended as refusal:
        return _page(problem=str(refusal.reason), open_id=topic_id, status=422)
    return rendering.done(_("Saved."), to=_address(topic.name))


@bp.post("/topics/<int:topic_id>/withholding")
@permits("topics.edit")
def topic_withholding_create(topic_id: int) -> Any:
    """Take the topic out of lists, suggestions and search."""
    topic = queries.topic_or_404(topic_id)
    try:
        operations.withhold_from_lists(topic, reason=request.form.get("reason", ""), by=viewer(), now=clock.now())
    except operations.NotStaffed as refusal:
        return _page(problem=str(refusal.reason), open_id=topic_id, status=refusal.status)
    return rendering.done(_("#%(name)s# stands in no list any more.", name=topic.name), to=_address(topic.name))


@bp.delete("/topics/<int:topic_id>/withholding")
@permits("topics.edit")
def topic_withholding_delete(topic_id: int) -> Any:
    """Show the topic as before."""
    topic = queries.topic_or_404(topic_id)
    operations.bring_back_to_lists(topic, reason=request.form.get("reason", ""), by=viewer(), now=clock.now())
    return rendering.done(_("#%(name)s# is shown in lists again.", name=topic.name), to=_address(topic.name))


def _page(*, problem: str = "", open_id: int = 0, status: int = 200) -> Any:
    name, withheld = request.args.get("q", "").strip()[:32], request.args.get("withheld") == "1"
    cursor = request.args.get("cursor")
    chosen = {key: value for key, value in (("q", name), ("withheld", "1" if withheld else "")) if value}
    return render_template(
        "backoffice/topics.html",
        page=queries.all_topics(name=name, withheld=withheld, before=cursor),
        chosen=chosen,
        query=urlencode(chosen),
        cursor=cursor,
        open_id=str(open_id) if open_id else request.args.get("edit", ""),
        problem=problem,
        typed=request.form,
    ), status


def _address(name: str) -> str:
    return f"{PATH}?{urlencode({'q': name})}"
