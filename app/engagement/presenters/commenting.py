"""Comments as views: a page of threads in at most five statements, whatever is in it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from flask_babel import gettext as _

from app.accounts.models import Account
from app.accounts.presenters import AccountView, account_view
from app.engagement import queries, rules
from app.engagement.models import Comment
from app.engagement.presenters.views import CommentPage, CommentView
from app.engagement.queries import FirstReplies
from app.kernel.pagination import Page, cursor_from, mapped
from app.media.presenters import image_view
from app.posts.models import Post
from app.posts.presenters import Segment, segments

SORTS = ("hot", "new")
WAITING = "waiting"


@dataclass
class Batch:
    """The comments of a page and all that their views are made of."""

    viewer: Account | None
    post_author_ids: dict[int, int]
    answered: dict[int, Account]
    likers: dict[int, set[int]]
    replies: dict[int, FirstReplies] = field(default_factory=dict)
    people: dict[int, AccountView] = field(default_factory=dict)

    def person(self, account: Account) -> AccountView:
        """An account's view, made once a page."""
        if account.id not in self.people:
            self.people[account.id] = account_view(account)
        return self.people[account.id]

    def is_liked(self, comment: Comment, by: int | None) -> bool:
        """Whether the account likes the comment."""
        return by in self.likers.get(comment.id, ())


def comment_page(
    post: Post, *, viewer: Account | None, sort: str = "hot", before: str | None = None, first: Comment | None = None
) -> CommentPage:
    """A page of a post's threads, hot or new; the thread of `first`, for which someone came, leads the first one.

    For the author of the post also `waiting`: the comments that she has yet to choose or refuse.
    """
    is_own = viewer is not None and viewer.id == post.author_id
    waiting = queries.waiting_count(post) if is_own else 0
    if viewer is not None and is_own and sort == WAITING:
        found = queries.waiting_comments(post, viewer=viewer, before=cursor_from(before))
        views = _views(found.items, {}, {post.id: post.author_id}, viewer, alone=True)
        return CommentPage(views, found.next_cursor, sort, post.comment_count, waiting)
    sort = sort if sort in SORTS else SORTS[0]
    lead = queries.thread_of(first, viewer=viewer) if first and first.post_id == post.id else None
    read = queries.new_threads if sort == "new" else queries.hot_threads
    page = read(post, viewer=viewer, before=before, leaving_out=lead.id if lead else None)
    threads = [lead, *page.items] if lead and not before else list(page.items)
    replies = queries.first_replies(threads, viewer=viewer, also=first)
    views = _views(threads, replies, {post.id: post.author_id}, viewer)
    return CommentPage(views, page.next_cursor, sort, post.comment_count, waiting)


def reply_page(thread: Comment, *, post: Post, viewer: Account | None, after: int | None) -> Page[CommentView]:
    """A page of the replies in a thread."""
    page = queries.replies_of(thread, viewer=viewer, after=after)
    return mapped(page, lambda replies: _views(replies, {}, {post.id: post.author_id}, viewer))


def comment_views(
    comments: Sequence[Comment], *, post_author_ids: dict[int, int], viewer: Account
) -> list[CommentView]:
    """Single comments of several posts, without their replies, in two statements; `post_author_ids` by post."""
    return _views(comments, {}, post_author_ids, viewer)


def comment_view(comment: Comment, *, post: Post, viewer: Account | None) -> CommentView:
    """One comment without its replies."""
    return _views([comment], {}, {post.id: post.author_id}, viewer)[0]


def _views(
    comments: Sequence[Comment],
    replies: dict[int, FirstReplies],
    post_author_ids: dict[int, int],
    viewer: Account | None,
    *,
    alone: bool = False,
) -> list[CommentView]:
    everyone = [*comments, *(reply for first in replies.values() for reply in first.replies)]
    interesting = {*post_author_ids.values(), *([viewer.id] if viewer else [])}
    batch = Batch(
        viewer=viewer,
        post_author_ids=post_author_ids,
        answered=queries.authors_answered(everyone, viewer=viewer, heads_too=alone),
        likers=queries.likers_among(interesting, [one.id for one in everyone if one.like_count]),
        replies=replies,
    )
    return [_view(comment, batch) for comment in comments]


def _view(comment: Comment, batch: Batch) -> CommentView:
    is_deleted = comment.deleted_at is not None
    viewer, post_author_id = batch.viewer, batch.post_author_ids.get(comment.post_id, 0)
    below = batch.replies.get(comment.id, FirstReplies([], False))
    answered = batch.answered.get(comment.id)
    is_own_post = viewer is not None and viewer.id == post_author_id
    return CommentView(
        id=str(comment.id),
        post_id=str(comment.post_id),
        author=None if is_deleted else batch.person(comment.author),
        segments=[] if is_deleted else _runs(comment),
        created_at=comment.created_at,
        image=image_view(comment.image) if comment.image and not is_deleted else None,
        like_count=comment.like_count,
        liked=viewer is not None and batch.is_liked(comment, viewer.id),
        author_likes=batch.is_liked(comment, post_author_id) and comment.author_id != post_author_id,
        reply_count=comment.reply_count,
        replies=[_view(reply, batch) for reply in below.replies],
        more_replies=_more(comment, below),
        reply_to=batch.person(answered) if answered else None,
        is_post_author=comment.author_id == post_author_id,
        is_waiting=not is_deleted and not comment.is_approved,
        is_pinned=comment.pinned_at is not None,
        can_delete=not is_deleted
        and rules.why_not_delete_comment(comment, post_author_id=post_author_id, by=viewer) is None,
        can_approve=is_own_post and not is_deleted and not comment.is_approved,
        can_pin=is_own_post and rules.why_not_pin(comment) is None,
        is_deleted=is_deleted,
    )


def _more(comment: Comment, below: FirstReplies) -> int:
    """How many replies are not shown yet, one at least if there are any: the counter knows nothing of blocks."""
    if not below.has_more:
        return 0
    return max(comment.reply_count - sum(reply.is_approved for reply in below.replies), 1)


def _runs(comment: Comment) -> list[Segment]:
    """A bare repost that became a comment has no words but these; a picture needs none."""
    if not comment.text:
        return [] if comment.image_id else [Segment("text", str(_("Reposted")))]
    return segments(comment.text, comment.entities, post_id=comment.post_id)
