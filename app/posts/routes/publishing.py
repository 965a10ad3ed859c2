"""Writing a post."""

from typing import Any
from uuid import uuid4

from flask import render_template, request
from flask_babel import gettext as _
from flask_login import login_required

from app.kernel import clock, formats, rendering
from app.kernel.errors import Reason
from app.kernel.security import limiter
from app.kernel.viewer import viewer
from app.posts import forms, operations, presenters
from app.posts.models import Writing
from app.posts.routes import drafts
from app.screening.operations import NotAllowed


@login_required
def post_new() -> str:
    """The composer as a page of its own: for phones, and for browsers without scripts."""
    writing = Writing(text=request.args.get("text", "")[:2000])
    composer = presenters.composer_view(writing, viewer=viewer(), client_key=str(uuid4()))
    return render_template("posts/compose.html", composer=composer)


@login_required
@limiter.limit("40 per minute; 600 per hour")
def post_create() -> Any:
    """Publish, or let it wait for its time; a refusal leaves all that was typed where it is."""
    form = forms.PostForm()
    if not form.validate_on_submit():
        return _refused(form, rendering.first_error(form), 422)
    try:
        if form.publish_at:
            return drafts.scheduled(form)
        post = operations.publish_writing(form.writing, by=viewer(), now=clock.now(), client_key=form.client_key.data)
    except (operations.NotPublishable, operations.NotKept, operations.NotScheduled, NotAllowed) as refusal:
        return _refused(form, refusal.reason, 409)
    if rendering.wants_fragment():
        view = presenters.own_new_view(post, viewer=viewer())
        return rendering.fragment("posts/_post.html", 201, post=view, is_fresh=True)
    return rendering.done(_("Posted."), to="/")


def _refused(form: forms.PostForm, reason: Reason, status: int) -> Any:
    if rendering.wants_fragment() or rendering.wants_json():
        return rendering.refusal(reason, status)
    composer = presenters.composer_view(
        form.writing, viewer=viewer(), client_key=form.client_key.data or str(uuid4()),
        publish_at=formats.time_typed(form.publish_at), error=str(reason),
    )  # fmt: skip
    return render_template("posts/compose.html", composer=composer), status
