"""Likes of posts and comments."""

from flask import abort
from flask.typing import ResponseReturnValue
from flask_login import login_required

from app.engagement import operations, queries
from app.engagement.routes.answering import toggled
from app.kernel import clock
from app.kernel.viewer import viewer
from app.posts import queries as posts


@login_required
def like_create(post_id: int) -> ResponseReturnValue:
    """Like a post."""
    post = posts.stored_post_or_404(post_id)
    operations.like(post, by=viewer(), now=clock.now())
    return toggled(True, post.like_count)


@login_required
def like_delete(post_id: int) -> ResponseReturnValue:
    """Take a like back."""
    post = posts.stored_post_or_404(post_id)
    operations.unlike(post, by=viewer())
    return toggled(False, post.like_count)


@login_required
def comment_like_create(comment_id: int) -> ResponseReturnValue:
    """Like a comment."""
    comment = queries.stored_comment_or_none(comment_id) or abort(404)
    operations.like_comment(comment, by=viewer(), now=clock.now())
    return toggled(True, comment.like_count)


@login_required
def comment_like_delete(comment_id: int) -> ResponseReturnValue:
    """Take the like of a comment back."""
    comment = queries.stored_comment_or_none(comment_id) or abort(404)
    operations.unlike_comment(comment, by=viewer())
    return toggled(False, comment.like_count)
