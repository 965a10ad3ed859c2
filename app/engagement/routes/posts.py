"""A post's own page, and the post alone as a fragment."""

from flask import abort, render_template, request
from flask.typing import ResponseReturnValue

from app.engagement import presenters, queries
from app.engagement.forms import CommentForm
from app.engagement.presenters import CommentPage
from app.kernel import rendering
from app.kernel.pagination import cursor_from
from app.kernel.security import public
from app.kernel.viewer import viewer
from app.posts import queries as posts
from app.posts.models import Post

TABS = ("comments", "reposts", "likes")


@public
def post_show(post_id: int) -> ResponseReturnValue:
    """The post with its comments, reposts or likes (`?tab=`); of a deleted one the sentence that says so."""
    post = posts.post_or_none(post_id, viewer=viewer())
    if post is None:
        gone = posts.tombstone_or_none(post_id) or abort(404)
        return render_template("engagement/show.html", post=presenters.post_view(gone, viewer=viewer()), tab="comments")
    tab = request.args.get("tab", TABS[0])
    return shown(post, tab if tab in TABS else TABS[0])


@public
def post_fragment(post_id: int) -> ResponseReturnValue:
    """The post as it now looks to the viewer, `?large=1` on its own page; 410 with the tombstone when it is deleted."""
    post = posts.post_or_none(post_id, viewer=viewer())
    status = 200 if post else 410
    post = post or posts.tombstone_or_none(post_id) or abort(404)
    large = "large" in request.args
    view = presenters.post_view(post, viewer=viewer(), full=large)
    return rendering.fragment("posts/_post.html", status, post=view, large=large)


def shown(post: Post, tab: str = "comments", form: CommentForm | None = None, status: int = 200) -> ResponseReturnValue:
    """The page of a visible post, or for our script just the part that the tab shows."""
    view = presenters.post_view(post, viewer=viewer(), full=True)
    before = request.args.get("before")
    if tab == "reposts":
        page, sort = presenters.repost_page(post, viewer=viewer(), before=before, sort=request.args.get("sort", ""))
        if rendering.wants_fragment():
            query = f"&tab=reposts&sort={sort}"
            return rendering.fragment("timelines/_feed.html", feed=page, feed_kind="reposts", feed_query=query)
        return render_template("engagement/show.html", post=view, tab=tab, page=page, sort=sort)
    if tab == "likes":
        likers = presenters.liker_page(post, viewer=viewer(), before=cursor_from(before))
        if rendering.wants_fragment():
            return rendering.fragment("engagement/_likers.html", post=view, page=likers)
        return render_template("engagement/show.html", post=view, tab=tab, page=likers)
    comments = comment_page(post)
    if rendering.wants_fragment():
        return rendering.fragment("engagement/_comments.html", status, post=view, page=comments)
    form = form or CommentForm(formdata=None, reply_to=request.args.get("reply_to", ""))
    form.replies_to = _nickname_behind(form)
    return render_template("engagement/show.html", post=view, tab=tab, page=comments, form=form), status


def comment_page(post: Post) -> CommentPage:
    """The page of comments that the address asks for: `?sort=`, `?before=`, `?comment=` (someone came for it)."""
    wanted = cursor_from(request.args.get("comment") or request.args.get("reply_to"))
    return presenters.comment_page(
        post,
        viewer=viewer(),
        sort=request.args.get("sort", ""),
        before=request.args.get("before"),
        first=queries.comment_or_none(wanted, viewer=viewer()) if wanted else None,
    )


def _nickname_behind(form: CommentForm) -> str:
    wanted = cursor_from(form.reply_to.data)
    comment = queries.comment_or_none(wanted, viewer=viewer()) if wanted else None
    return comment.author.nickname if comment else ""
