"""Comments as views: a page of threads in at most five statements, whatever is in it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from flask_babel import gettext as _

from app.accounts.models import Account
from app.accounts.presenters import AccountView, account_view
from app.engagement import queries, rules
from app.engagement.models import Comment
from app.engagement.presenters.views import CommentPage, CommentView
from app.kernel.pagination import Page, cursor_from, mapped
from app.posts.models import Post
from app.posts.presenters import Segment, segments

SORTS = ("hot", "new")


@dataclass
class Batch:
    """The comments of a page and all that their views are made of."""

    viewer: Account | None
    post_author_id: int
    answered: dict[int, Account]
    liked: set[int]
    replies: dict[int, list[Comment]] = field(default_factory=dict)
    people: dict[int, AccountView] = field(default_factory=dict)

    def person(self, account: Account) -> AccountView:
        """An account's view, made once a page."""
        if account.id not in self.people:
            self.people[account.id] = account_view(account)
        return self.people[account.id]


def comment_page(
    post: Post, *, viewer: Account | None, sort: str = "hot", before: str | None = None, first: Comment | None = None
) -> CommentPage:
    """A page of a post's threads, hot or new; the thread of `first`, for which someone came, leads the first one."""
    sort = sort if sort in SORTS else SORTS[0]
    lead = queries.thread_of(first, viewer=viewer) if first and first.post_id == post.id else None
    without = lead.id if lead else None
    if sort == "new":
        page = queries.new_threads(post, viewer=viewer, before=cursor_from(before), leaving_out=without)
    else:
        page = queries.hot_threads(post, viewer=viewer, before=before, leaving_out=without)
    threads = [lead, *page.items] if lead and not before else list(page.items)
    views = _views(threads, queries.first_replies(threads, viewer=viewer, also=first), post.author_id, viewer)
    return CommentPage(views, page.next_cursor, sort, post.comment_count)


def reply_page(thread: Comment, *, post: Post, viewer: Account | None, after: int | None) -> Page[CommentView]:
    """A page of the replies in a thread."""
    page = queries.replies_of(thread, viewer=viewer, after=after)
    return mapped(page, lambda replies: _views(replies, {}, post.author_id, viewer))


def comment_views(
    comments: Sequence[Comment], *, post_author_ids: dict[int, int], viewer: Account
) -> list[CommentView]:
    """Single comments of several posts, without their replies, in two statements; `post_author_ids` by post."""
    batch = _batch(comments, 0, viewer)
    views = []
    for comment in comments:
        batch.post_author_id = post_author_ids.get(comment.post_id, 0)
        views.append(_view(comment, batch))
    return views


def comment_view(comment: Comment, *, post: Post, viewer: Account | None) -> CommentView:
    """One comment without its replies."""
    return _views([comment], {}, post.author_id, viewer)[0]


def _views(
    comments: Sequence[Comment], replies: dict[int, list[Comment]], post_author_id: int, viewer: Account | None
) -> list[CommentView]:
    everyone = [*comments, *(reply for thread in replies.values() for reply in thread)]
    batch = _batch(everyone, post_author_id, viewer)
    batch.replies = replies
    return [_view(comment, batch) for comment in comments]


def _batch(comments: Sequence[Comment], post_author_id: int, viewer: Account | None) -> Batch:
    return Batch(
        viewer=viewer,
        post_author_id=post_author_id,
        answered=queries.authors_answered(comments, viewer=viewer),
        liked=queries.liked_comment_ids(viewer, [comment.id for comment in comments]),
    )


def _view(comment: Comment, batch: Batch) -> CommentView:
    is_deleted = comment.deleted_at is not None
    answered = batch.answered.get(comment.id)
    return CommentView(
        id=str(comment.id),
        post_id=str(comment.post_id),
        author=None if is_deleted else batch.person(comment.author),
        segments=[] if is_deleted else _runs(comment),
        created_at=comment.created_at,
        like_count=comment.like_count,
        liked=comment.id in batch.liked,
        reply_count=comment.reply_count,
        replies=[_view(reply, batch) for reply in batch.replies.get(comment.id, [])],
        reply_to=batch.person(answered) if answered else None,
        is_post_author=comment.author_id == batch.post_author_id,
        can_delete=not is_deleted
        and rules.why_not_delete_comment(comment, post_author_id=batch.post_author_id, by=batch.viewer) is None,
        is_deleted=is_deleted,
    )


def _runs(comment: Comment) -> list[Segment]:
    """A bare repost that became a comment has no words but these."""
    if not comment.text:
        return [Segment("text", str(_("Reposted")))]
    return segments(comment.text, comment.entities, post_id=comment.post_id)
