"""What authors do with posts that are out: take them down and back, pin, show to fewer, look after the preview."""

from typing import Any

from flask import render_template
from flask_babel import gettext as _
from flask_login import login_required

from app.kernel import clock, rendering
from app.kernel.errors import Reason
from app.kernel.security import limiter
from app.kernel.viewer import viewer
from app.posts import forms, operations, presenters, queries
from app.posts.models import Post
from app.posts.rules import narrower_audiences, why_not_change
from app.relationships import queries as relationships


@login_required
def post_delete(post_id: int) -> Any:
    """Take the post down; for a few seconds it can be brought back."""
    post = queries.stored_post_or_404(post_id)
    operations.delete(post, by=viewer(), now=clock.now())
    if rendering.wants_fragment() or rendering.wants_json():
        return _state_of(post, deleted=True) | {"undo_url": f"/posts/{post.id}/deletion"}
    return rendering.done(_("Deleted."))


@login_required
def deletion_delete(post_id: int) -> Any:
    """Bring it back."""
    post = queries.stored_post_or_404(post_id)
    operations.restore(post, by=viewer(), now=clock.now())
    if rendering.wants_fragment() or rendering.wants_json():
        return _state_of(post, deleted=False)
    return rendering.done(_("The post is back."), to=f"/posts/{post.id}")


@login_required
def pin_create(post_id: int) -> Any:
    """Let the post stand first on the viewer's page."""
    operations.pin(queries.stored_post_or_404(post_id), by=viewer(), now=clock.now())
    return _done(_("Pinned to the top of your page."), pinned=True)


@login_required
def pin_delete(post_id: int) -> Any:
    """Let it stand where its time puts it."""
    operations.unpin(queries.stored_post_or_404(post_id), by=viewer())
    return _done(_("Unpinned."), pinned=False)


@login_required
def permission_edit(post_id: int) -> Any:
    """Who may see, repost and comment: the dialog; opened without scripts it is a page."""
    post = queries.post_or_404(post_id, viewer=viewer())
    if reason := why_not_change(post, viewer()):
        return rendering.refusal(reason, 403)
    return _permissions(post, _present_choice(post))


@login_required
def permission_update(post_id: int) -> Any:
    """Show the post to fewer, and say who may repost and comment from now on."""
    post = queries.stored_post_or_404(post_id)
    form = forms.PermissionsForm()
    if not form.validate_on_submit():
        return _refused(post, form, rendering.first_error(form), 422)
    try:
        operations.restrict(
            post, by=viewer(), audience=form.audience_kind, group_id=form.group_id, reposters=form.reposters.data,
            commenters=form.commenters.data, approves_comments=form.approves_comments.data,
        )  # fmt: skip
    except operations.NotChangeable as refusal:
        return _refused(post, form, refusal.reason, refusal.status)
    if rendering.wants_fragment() or rendering.wants_json():
        return {"id": str(post.id), "root_id": str(post.tree_id)}
    return rendering.done(_("Saved."), to=f"/posts/{post.id}")


@login_required
@limiter.limit("6 per minute; 60 per hour")
def preview_create(post_id: int) -> Any:
    """Have the page behind the preview read anew; the page hears `link:ready` when that is done."""
    post = queries.stored_post_or_404(post_id)
    operations.refresh_preview(post, by=viewer(), now=clock.now())
    return _done(_("The link is being read again."), link_id=str(post.link_id))


@login_required
def preview_delete(post_id: int) -> Any:
    """Take the preview off the post; the link in the words stays."""
    operations.remove_preview(queries.stored_post_or_404(post_id), by=viewer())
    return _done(_("The preview is gone."))


def _state_of(post: Post, *, deleted: bool) -> dict[str, Any]:
    return {"id": str(post.id), "root_id": str(post.tree_id), "deleted": deleted}


def _done(message: str, **facts: Any) -> Any:
    if rendering.wants_fragment() or rendering.wants_json():
        return {"message": message, **facts}
    return rendering.done(message)


def _present_choice(post: Post) -> forms.PermissionsForm:
    audience = f"group:{post.group_id}" if post.audience == "group" else post.audience
    return forms.PermissionsForm(
        formdata=None, audience=audience, reposters=post.reposters, commenters=post.commenters,
        approves_comments=post.approves_comments,
    )  # fmt: skip


def _permissions(post: Post, form: forms.PermissionsForm, status: int = 200) -> Any:
    values = {
        "post": presenters.post_view(post, viewer=viewer()),
        "form": form,
        "audiences": narrower_audiences(post.audience),
        "own_groups": _groups(post),
    }
    if rendering.wants_fragment():
        return rendering.fragment("posts/_permissions_dialog.html", status, **values)
    return render_template("posts/permissions.html", **values), status


def _groups(post: Post) -> list[Any]:
    """The groups among which may still be chosen: all for a public post, its own for one that has a group."""
    groups = relationships.groups_of(viewer()) if post.audience in ("public", "group") else []
    return [group for group in groups if post.audience == "public" or group.id == post.group_id]


def _refused(post: Post, form: forms.PermissionsForm, reason: Reason, status: int) -> Any:
    if rendering.wants_fragment() or rendering.wants_json() or post.is_deleted or post.author_id != viewer().id:
        return rendering.refusal(reason, status)
    form.audience.errors = [reason.message]
    return _permissions(post, form, status)
