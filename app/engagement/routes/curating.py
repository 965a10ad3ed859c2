"""What the author of a post does with its comments: choosing, refusing, putting one on top."""

from typing import Any

from flask import abort, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import login_required

from app.engagement import operations, queries
from app.engagement.forms import ChoiceForm
from app.engagement.models import Comment
from app.kernel import clock, rendering
from app.kernel.viewer import viewer
from app.posts import queries as posts
from app.posts.models import Post


@login_required
def approval_create(comment_id: int) -> ResponseReturnValue:
    """Show a comment that waits to everyone."""
    comment = _comment(comment_id)
    post = posts.stored_post_or_404(comment.post_id)
    operations.approve(post, [comment.id], by=viewer())
    return _chosen(post, [comment.id], _("Everyone can see it now."))


@login_required
def approval_delete(comment_id: int) -> ResponseReturnValue:
    """Refuse a comment that waits: it is deleted."""
    comment = _comment(comment_id)
    post = posts.stored_post_or_404(comment.post_id)
    operations.refuse(post, [comment.id], by=viewer(), now=clock.now())
    return _chosen(post, [comment.id], _("Deleted."))


@login_required
def approvals_create(post_id: int) -> ResponseReturnValue:
    """Show all that are ticked."""
    post, chosen = posts.stored_post_or_404(post_id), ChoiceForm().comment_ids
    operations.approve(post, chosen, by=viewer())
    return _chosen(post, chosen, _("Everyone can see them now.") if chosen else _("Nothing is selected."))


@login_required
def approvals_delete(post_id: int) -> ResponseReturnValue:
    """Refuse all that are ticked."""
    post, chosen = posts.stored_post_or_404(post_id), ChoiceForm().comment_ids
    operations.refuse(post, chosen, by=viewer(), now=clock.now())
    return _chosen(post, chosen, _("Deleted.") if chosen else _("Nothing is selected."))


@login_required
def pin_create(comment_id: int) -> ResponseReturnValue:
    """Put a comment above all others."""
    comment = _comment(comment_id)
    operations.pin_comment(comment, by=viewer(), now=clock.now())
    return _pinned(comment, True, _("Pinned to the top of the comments."))


@login_required
def pin_delete(comment_id: int) -> ResponseReturnValue:
    """Let it stand among the others again."""
    comment = _comment(comment_id)
    operations.unpin_comment(comment, by=viewer())
    return _pinned(comment, False, _("Unpinned."))


def _comment(comment_id: int) -> Comment:
    return queries.stored_comment_or_none(comment_id) or abort(404)


def _chosen(post: Post, comment_ids: list[int], sentence: str) -> ResponseReturnValue:
    """Which are dealt with and how many still wait, for our script; a plain form goes back to those."""
    if not (rendering.wants_fragment() or rendering.wants_json()):
        waiting = url_for("engagement.post_show", post_id=post.id, sort="waiting")
        return rendering.done(sentence, to=f"{waiting}#comments")
    answer: dict[str, Any] = {
        "ids": [str(comment_id) for comment_id in comment_ids],
        "waiting": queries.waiting_count(post),
        "comments": post.comment_count,
    }
    return answer


def _pinned(comment: Comment, is_pinned: bool, sentence: str) -> ResponseReturnValue:
    if rendering.wants_fragment() or rendering.wants_json():
        return {"id": str(comment.id), "pinned": is_pinned}
    return rendering.done(sentence, to=url_for("engagement.post_show", post_id=comment.post_id) + "#comments")
