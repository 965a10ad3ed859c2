"""Passing a post on."""

from typing import Any

from flask import render_template
from flask_babel import gettext as _
from flask_login import login_required

from app.kernel import clock, rendering
from app.kernel.errors import Reason
from app.kernel.security import limiter
from app.kernel.viewer import viewer
from app.posts import forms, operations, presenters, queries
from app.posts.rules import NOT_PUBLIC
from app.screening.operations import NotAllowed


@login_required
def repost_new(post_id: int) -> Any:
    """The dialog; opened without scripts it is a page."""
    original = presenters.post_view(queries.post_or_404(post_id, viewer=viewer()), viewer=viewer())
    if not original.marks.can_repost:
        return rendering.refusal(_why_not(original))
    form = forms.RepostForm(formdata=None)
    if rendering.wants_fragment():
        return rendering.fragment("posts/_repost_dialog.html", original=original, form=form)
    return render_template("posts/repost_new.html", original=original, form=form)


@login_required
@limiter.limit("40 per minute; 600 per hour")
def repost_create(post_id: int) -> Any:
    """Repost; what cannot be reposted says why, and the typed words stay."""
    form = forms.RepostForm()
    if not form.validate_on_submit():
        return _refused(post_id, form, rendering.first_error(form), 422)
    try:
        post = operations.repost(
            post_id, by=viewer(), text=form.words, now=clock.now(), comment_on=form.comment_on,
            shows_chain=form.carries_chain, audience=form.audience_kind, group_id=form.group_id,
            client_key=form.client_key.data,
        )  # fmt: skip
    except (operations.NotRepostable, NotAllowed) as refusal:
        return _refused(post_id, form, refusal.reason, 409)
    if rendering.wants_fragment():
        view = presenters.own_new_view(post, viewer=viewer())
        return rendering.fragment("posts/_post.html", 201, post=view, is_fresh=True)
    return rendering.done(_("Reposted."), to=f"/posts/{post.id}")


def _refused(post_id: int, form: forms.RepostForm, reason: Reason, status: int) -> Any:
    if rendering.wants_fragment() or rendering.wants_json():
        return rendering.refusal(reason, status)
    view = presenters.post_view(queries.stored_post_or_404(post_id), viewer=viewer())
    if view.is_deleted:
        return rendering.refusal(reason, status)
    form.text.errors = [*form.text.errors, reason.message]
    return render_template("posts/repost_new.html", original=view, form=form), status


def _why_not(original: presenters.PostView) -> Reason:
    """The dialog is not offered where the act would be refused anyway."""
    root = original.root
    if root and root.is_deleted:
        return Reason("root_deleted", root.tombstone)
    return original.marks.no_repost or NOT_PUBLIC
