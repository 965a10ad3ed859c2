"""Editing a post, and what it said before."""

from typing import Any

from flask import abort, render_template, request
from flask_babel import gettext as _
from flask_login import login_required

from app.kernel import clock, rendering, security
from app.kernel.errors import Reason
from app.kernel.pagination import cursor_from
from app.kernel.security import limiter
from app.kernel.viewer import viewer
from app.media import queries as media
from app.media.presenters import image_view
from app.posts import forms, operations, presenters, queries, rules
from app.posts.models import Post
from app.screening.operations import NotAllowed


@login_required
def post_edit(post_id: int) -> Any:
    """The dialog; opened without scripts it is a page."""
    post = queries.post_or_404(post_id, viewer=viewer())
    if reason := rules.why_not_edit(post, viewer()):
        return rendering.refusal(reason)
    form = forms.EditForm(formdata=None)
    form.text.data = post.text
    form.images = [image_view(row.image, row.alt) for row in queries.images_of([post.id]).get(post.id, [])]
    return _edit_page(post, form, 200)


@login_required
@limiter.limit("20 per minute; 200 per hour")
def version_create(post_id: int) -> Any:
    """Save; a refusal leaves the typed text where it is."""
    post = queries.post_or_404(post_id, viewer=viewer())
    form = forms.EditForm()
    if not form.validate_on_submit():
        return _refused(post, form, rendering.first_error(form), 422)
    try:
        operations.edit(
            post, by=viewer(), text=form.words, now=clock.now(), image_ids=form.image_ids, alts=form.alts,
            version=form.version,
        )  # fmt: skip
    except (operations.NotEditable, NotAllowed) as refusal:
        return _refused(post, form, refusal.reason, 409)
    if rendering.wants_fragment() or rendering.wants_json():
        return {"id": str(post.id), "root_id": str(post.tree_id), "version": post.version}
    return rendering.done(_("Saved."), to=f"/posts/{post.id}")


@security.public
def history_show(post_id: int) -> str:
    """Every version of a post, for whoever may see the post."""
    post = queries.post_or_404(post_id, viewer=viewer())
    history = presenters.history_view(post, before=cursor_from(request.args.get("before")))
    if not history.versions:
        abort(404)
    view = presenters.post_view(post, viewer=viewer())
    return render_template("posts/history.html", post=view, history=history)


def _edit_page(post: Post, form: forms.EditForm, status: int) -> Any:
    view = presenters.post_view(post, viewer=viewer())
    values = {"post": view, "form": form, "version": form.version or post.version}
    if rendering.wants_fragment():
        return rendering.fragment("posts/_edit_dialog.html", status, **values)
    return render_template("posts/edit.html", **values), status


def _refused(post: Post, form: forms.EditForm, reason: Reason, status: int) -> Any:
    if rendering.wants_fragment() or rendering.wants_json():
        return rendering.refusal(reason, status)
    hung = {row.image_id: row.image for row in queries.images_of([post.id]).get(post.id, [])}
    own = {image.id: image for image in media.images_owned_by(viewer(), form.image_ids) if not image.attached_at}
    alts, known = form.alts, hung | own
    form.images = [image_view(known[one], alts.get(one, "")) for one in form.image_ids if one in known]
    form.text.errors = [*form.text.errors, reason.message]
    return _edit_page(post, form, status)
