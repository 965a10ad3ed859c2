"""What the site tells everybody: the line above every page, and the community rules."""

from datetime import datetime
from typing import Any

from flask import render_template, request
from flask_babel import gettext as _

from app.announcements import operations, presenters, queries, rules
from app.backoffice.routes.blueprint import bp, permits
from app.kernel import clock, rendering
from app.kernel.formats import time_typed
from app.kernel.pagination import cursor_from
from app.kernel.viewer import viewer


@bp.get("/announcements")
@permits("announcements.edit")
def announcement_index() -> Any:
    """All lines there were, and the form for the next."""
    return _announcements()


@bp.post("/announcements")
@permits("announcements.edit")
def announcement_create() -> Any:
    """Put a line above every page, now or from a time on."""
    form, now = request.form, clock.now()
    starts_at, ends_at = _typed("starts_at") or now, _typed("ends_at")
    if (form.get("ends_at") and ends_at is None) or (form.get("starts_at") and _typed("starts_at") is None):
        return _announcements(problem=_("This is not a time."), status=422)
    try:
        operations.put_up(
            text_zh=form.get("text_zh", ""), text_en=form.get("text_en", ""), link=form.get("link", ""),
            starts_at=starts_at, ends_at=ends_at, by=viewer(), now=now,
        )  # fmt: skip
    except operations.NotAnnounced as refusal:
        return _announcements(problem=str(refusal.reason), status=refusal.status)
    message = _("It stands above every page now.") if starts_at <= now else _("It will be shown from then on.")
    return rendering.done(message, to="/admin/announcements")


@bp.post("/announcements/<int:announcement_id>/withdrawal")
@permits("announcements.edit")
def announcement_withdrawal_create(announcement_id: int) -> Any:
    """Take a line away before its end."""
    operations.withdraw(queries.announcement_or_404(announcement_id), by=viewer(), now=clock.now())
    return rendering.done(_("It is shown no longer."), to="/admin/announcements")


@bp.get("/charter")
@permits("announcements.edit")
def charter_edit() -> Any:
    """The rules in force as the draft of the next version."""
    now = queries.charter()
    return _charter({"text_zh": now.text_zh, "text_en": now.text_en})


@bp.post("/charter")
@permits("announcements.edit")
def charter_create() -> Any:
    """Preview the next version (`step=preview`), or publish it: then everybody is told."""
    draft = {name: request.form.get(name, "") for name in ("text_zh", "text_en", "summary_zh", "summary_en")}
    if request.form.get("step") != "publish":
        return _charter(draft, is_preview=True, problem=_problem(draft))
    try:
        charter = operations.publish_charter(**draft, by=viewer(), now=clock.now())
    except operations.NotPublished as refusal:
        return _charter(draft, is_preview=True, problem=str(refusal.reason), status=refusal.status)
    return rendering.done(_("Version %(number)d is in force.", number=charter.version), to="/admin/charter")


def _announcements(*, problem: str = "", status: int = 200) -> Any:
    page, now = queries.announcements(before=cursor_from(request.args.get("cursor"))), clock.now()
    states = {line.id: _state(line, now) for line in page.items}
    listing = render_template(
        "backoffice/announcements/index.html", page=page, states=states, problem=problem, typed=request.form
    )
    return listing, status


def _state(line: Any, now: datetime) -> tuple[str, str]:
    """What a line is doing, and the tone that says so."""
    if line.withdrawn_at is not None:
        return _("withdrawn"), ""
    if rules.is_shown(line, now):
        return _("shown"), "grow"
    return (_("to come"), "blue") if line.starts_at > now else (_("over"), "")


def _charter(draft: dict[str, str], *, is_preview: bool = False, problem: str = "", status: int = 200) -> Any:
    newest = queries.charter()
    preview = list(presenters.blocks(draft["text_zh"])) if is_preview else []
    changes = presenters.differences(newest.text_zh, draft["text_zh"].replace("\r\n", "\n")) if is_preview else []
    page = render_template(
        "backoffice/announcements/charter.html", draft=draft, preview=preview, changes=changes, problem=problem,
        newest=newest.version, versions=presenters.versions(),
    )  # fmt: skip
    return page, status


def _problem(draft: dict[str, str]) -> str:
    reason = rules.why_not_publish(**{name: text.strip() for name, text in draft.items()})
    return str(reason) if reason else ""


def _typed(name: str) -> datetime | None:
    return time_typed(request.form.get(name, ""))
