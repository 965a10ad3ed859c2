"""Reading, writing and deleting comments."""

from flask import abort, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import login_required

from app.engagement import operations, presenters, queries, rules
from app.engagement.forms import CommentForm
from app.engagement.models import Comment
from app.engagement.routes.posts import shown
from app.kernel import clock, rendering
from app.kernel.errors import Reason, Refusal
from app.kernel.pagination import cursor_from
from app.kernel.security import limiter, public
from app.kernel.viewer import viewer
from app.media import queries as media
from app.media.presenters import image_view
from app.posts import queries as posts
from app.posts.models import Post
from app.screening.operations import Held

ASKED_FOR = ("sort", "before", "comment", "reply_to")
"""What the address of a list of comments may carry."""


@public
def comment_index(post_id: int) -> ResponseReturnValue:
    """A page of a post's comments; without scripts they are read on the post's own page."""
    if not rendering.wants_fragment():
        asked = {name: request.args[name] for name in ASKED_FOR if name in request.args}
        return redirect(url_for("engagement.post_show", post_id=post_id, **asked) + "#comments")
    return shown(posts.post_or_404(post_id, viewer=viewer()))


@public
def reply_index(comment_id: int) -> ResponseReturnValue:
    """A page of the replies in a thread; its head may be deleted by now."""
    thread, post = queries.thread_or_404(comment_id, viewer=viewer())
    if not rendering.wants_fragment():
        return redirect(_address(thread))
    after = cursor_from(request.args.get("after"))
    page = presenters.reply_page(thread, post=post, viewer=viewer(), after=after)
    return rendering.fragment(
        "engagement/_replies.html", replies=page.items, next_cursor=page.next_cursor, thread_id=str(thread.id)
    )


@login_required
@limiter.limit("40 per minute; 600 per hour")
def comment_create(post_id: int) -> ResponseReturnValue:
    """Comment or reply; a refusal leaves the typed words where they are."""
    post = posts.stored_post_or_404(post_id)
    form = CommentForm()
    if not form.validate_on_submit():
        return _refused(post_id, form, rendering.first_error(form), 422)
    try:
        written = operations.comment(
            post, by=viewer(), text=form.words, now=clock.now(), reply_to=_replied_to(form),
            also_repost=form.also_repost.data, image_id=form.image_id, client_key=form.client_key.data,
        )  # fmt: skip
    except Held:
        raise
    except Refusal as refusal:  # also why the post cannot be reposted
        return _refused(post_id, form, refusal.reason, refusal.status)
    if not rendering.wants_fragment():
        return rendering.done(to=_address(written))
    view = presenters.comment_view(written, post=post, viewer=viewer())
    thread_id = str(written.thread_id or written.id)
    return rendering.fragment("engagement/_comment.html", 201, comment=view, thread_id=thread_id)


@login_required
def comment_delete(comment_id: int) -> ResponseReturnValue:
    """Delete one's own comment, or one under one's own post."""
    comment = queries.stored_comment_or_none(comment_id) or abort(404)
    operations.delete_comment(comment, by=viewer(), now=clock.now())
    if rendering.wants_fragment() or rendering.wants_json():
        return {"id": str(comment.id), "post_id": str(comment.post_id), "deleted": True}
    return rendering.done(_("Deleted."), to=url_for("engagement.post_show", post_id=comment.post_id) + "#comments")


def _replied_to(form: CommentForm) -> Comment | None:
    if form.reply_to_id is None:
        return None
    comment = queries.stored_comment_or_none(form.reply_to_id)
    if comment is None:
        raise operations.NotCommentable(rules.COMMENT_DELETED)
    return comment


def _refused(post_id: int, form: CommentForm, reason: Reason, status: int) -> ResponseReturnValue:
    post: Post | None = None
    if not (rendering.wants_fragment() or rendering.wants_json()):
        post = posts.post_or_none(post_id, viewer=viewer())
    if post is None:
        return rendering.refusal(reason, status)
    form.text.errors = [reason.message]
    form.images = [image_view(one) for one in media.images_owned_by(viewer(), [form.image_id or 0])]
    return shown(post, form=form, status=status)


def _address(comment: Comment) -> str:
    """The comment on its post's page."""
    page = url_for("engagement.post_show", post_id=comment.post_id, comment=comment.id)
    return f"{page}#comment-{comment.id}"
