"""What one is writing: kept, listed, gone on with, given a time, published or thrown away."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from flask import redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import login_required

from app.kernel import clock, formats, rendering
from app.kernel.security import limiter
from app.kernel.viewer import viewer
from app.posts import forms, operations, presenters, queries, rules
from app.posts.models import Draft, Writing
from app.screening import queries as screening
from app.screening.presenters import held_views

OFFERED_FOR = timedelta(days=7)
_WAITING = "/drafts?tab=scheduled"


@login_required
def draft_list() -> str:
    """Drafts, the last touched first; what waits for its time, the next one first; or what waits for review."""
    held = screening.waiting_count_of(viewer().id)
    if request.args.get("tab") == "review":
        items = held_views(screening.items_of(viewer().id, clock.now()))
        return render_template("posts/held.html", items=items, held=held, tab="review")
    is_waiting = request.args.get("tab") == "scheduled"
    found = queries.scheduled_of(viewer()) if is_waiting else queries.drafts_of(viewer())
    return render_template(
        "posts/drafts.html",
        drafts=presenters.draft_views(found, viewer=viewer(), now=clock.now()),
        tab="scheduled" if is_waiting else "drafts",
        held=held,
    )


@login_required
@limiter.limit("90 per minute")
def draft_keep() -> Any:
    """Keep what is being written; with nothing left in it, the draft goes."""
    form = forms.PostForm()
    if not form.validate_on_submit():
        return rendering.form_refusal(form)
    key = form.client_key.data or str(uuid4())
    if not rules.is_worth_keeping(form.writing):
        return _kept(_emptied(key))
    return _kept(operations.keep_draft(form.writing, by=viewer(), now=clock.now(), client_key=key))


def scheduled(form: forms.PostForm) -> Any:
    """Let the form's writing wait for the time in it. Raises NotKept, NotScheduled."""
    key = form.client_key.data or str(uuid4())
    draft = operations.keep_draft(
        form.writing, by=viewer(), now=clock.now(), client_key=key, publish_at=_moment(form.publish_at)
    )
    if rendering.wants_fragment() or rendering.wants_json():
        return {"id": str(draft.id), "message": _will_go_out(draft), "url": _WAITING}
    return rendering.done(_will_go_out(draft), to=_WAITING)


@login_required
def held_reopen(item_id: int) -> Any:
    """Take what was not let out into the composer again, as a draft."""
    item = screening.own_item_or_404(item_id, account_id=viewer().id)
    draft = operations.reopen(item, by=viewer(), now=clock.now())
    return redirect(url_for("posts.draft_show", draft_id=draft.id), 303)


@login_required
def draft_newest() -> Any:
    """What was left unfinished, for an empty composer to offer; nothing where there is none."""
    draft = queries.newest_draft(viewer(), since=clock.now() - OFFERED_FOR)
    if draft is None:
        return "", 204
    view = presenters.draft_views([draft], viewer=viewer(), now=clock.now())[0]
    return rendering.fragment("posts/_draft_offer.html", draft=view)


@login_required
def draft_show(draft_id: int) -> Any:
    """The composer that goes on with a draft."""
    draft = queries.draft_or_404(draft_id, of=viewer())
    composer = presenters.composer_view(
        Writing.from_json(draft.content), viewer=viewer(), client_key=draft.client_key, draft=draft
    )
    if rendering.wants_fragment():
        return rendering.fragment("posts/_composer.html", composer=composer)
    return render_template("posts/compose.html", composer=composer)


@login_required
def draft_delete(draft_id: int) -> Any:
    """Throw a draft away."""
    draft = queries.draft_or_404(draft_id, of=viewer())
    operations.discard_draft(draft, by=viewer())
    return _gone(_("Deleted."), draft)


@login_required
@limiter.limit("40 per minute; 600 per hour")
def draft_publish(draft_id: int) -> Any:
    """Publish it now."""
    draft = queries.draft_or_404(draft_id, of=viewer())
    post = operations.publish_draft(draft, by=viewer(), now=clock.now())
    return _gone(_("Posted."), draft, to=f"/posts/{post.id}")


@login_required
def draft_time_change(draft_id: int) -> Any:
    """Give it another time."""
    draft = queries.draft_or_404(draft_id, of=viewer())
    moment = _moment(request.form.get("publish_at", ""))
    draft = operations.schedule(draft, by=viewer(), at=moment, now=clock.now())
    if rendering.wants_fragment():
        view = presenters.draft_views([draft], viewer=viewer(), now=clock.now())[0]
        return rendering.fragment("posts/_draft.html", draft=view)
    return rendering.done(_will_go_out(draft), to=_WAITING)


@login_required
def draft_time_remove(draft_id: int) -> Any:
    """Take its time away: it is a draft again."""
    draft = queries.draft_or_404(draft_id, of=viewer())
    operations.unschedule(draft, by=viewer(), now=clock.now())
    return _gone(_("It is a draft again."), draft)


def _emptied(key: str) -> Draft | None:
    """What waits for its time is not thrown away by an empty composer."""
    draft = queries.draft_by_key(viewer(), key)
    if draft is not None and draft.publish_at is None:
        operations.discard_draft(draft, by=viewer())
    return None


def _kept(draft: Draft | None) -> Any:
    if rendering.wants_fragment() or rendering.wants_json():
        return {"id": str(draft.id) if draft else None}
    return rendering.done(_("Kept as a draft."), to="/drafts")


def _gone(message: str, draft: Draft, to: str = "") -> Any:
    """The row leaves the list; plain forms go back to the list, or on to the post."""
    if rendering.wants_fragment() or rendering.wants_json():
        return ""
    return rendering.done(message, to=to or (_WAITING if draft.publish_at else "/drafts"))


def _moment(text: str) -> datetime:
    if moment := formats.time_typed(text):
        return moment
    raise operations.NotScheduled(rules.NO_TIME)


def _will_go_out(draft: Draft) -> str:
    assert draft.publish_at is not None
    return str(_("It goes out %(time)s.", time=formats.coming(draft.publish_at, now=clock.now())))
