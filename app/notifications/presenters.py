"""The bell's notices as the page shows them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.accounts.models import Account
from app.accounts.presenters import AccountView, account_view
from app.engagement import presenters as engagement
from app.engagement import queries as under_posts
from app.engagement.models import Comment
from app.engagement.presenters import CommentView
from app.kernel.pagination import Page
from app.notifications import queries
from app.notifications.models import Notice
from app.posts import queries as posts
from app.posts.models import Post
from app.posts.presenters import PostView


@dataclass(frozen=True, slots=True)
class NoticeView:
    """One grouped notice; kind is mention, comment, like, repost or fan; `actors` are the newest three."""

    id: str
    kind: str
    actors: list[AccountView]
    actor_count: int
    at: datetime
    is_unread: bool
    url: str
    post: PostView | None = None
    comment: CommentView | None = None


def notice_page(account: Account, *, kind: str | None, before: int | None) -> Page[NoticeView]:
    """A page of an account's notices as things stand now.

    What is about something deleted shows the tombstone; what is about something or someone that the account may no
    longer see is left out.
    """
    page = queries.notices_of(account, kind=kind, before=before)
    return Page(_views(page.items, account), page.next_cursor)


def _views(notices: Sequence[Notice], viewer: Account) -> list[NoticeView]:
    actors = queries.newest_actors([notice.id for notice in notices], viewer=viewer)
    shown_posts = _posts({notice.post_id for notice in notices if notice.post_id}, viewer)
    shown_comments = _comments({notice.comment_id for notice in notices if notice.comment_id}, shown_posts, viewer)
    views = []
    for notice in notices:
        post = shown_posts.get(notice.post_id or 0)
        comment = shown_comments.get(notice.comment_id or 0)
        people = actors.get(notice.id, [])
        if not people or (notice.post_id and not post) or (notice.comment_id and not comment):
            continue
        views.append(_view(notice, people, post, comment, viewer))
    return views


def _view(
    notice: Notice, actors: Iterable[Account], post: PostView | None, comment: CommentView | None, viewer: Account
) -> NoticeView:
    return NoticeView(
        id=str(notice.id),
        kind=notice.kind,
        actors=[account_view(actor) for actor in actors],
        actor_count=notice.actor_count,
        at=notice.updated_at,
        is_unread=notice.is_unread,
        url=_url(notice, viewer),
        post=post,
        comment=comment,
    )


def _url(notice: Notice, viewer: Account) -> str:
    if notice.post_id is None:
        return f"/u/{viewer.id}/fans"
    page = f"/posts/{notice.post_id}"
    if notice.comment_id is not None:
        return f"{page}?comment={notice.comment_id}#comment-{notice.comment_id}"
    return page + {"repost": "?tab=reposts", "like": "?tab=likes"}.get(notice.kind, "")


def _posts(post_ids: set[int], viewer: Account) -> dict[int, PostView]:
    """Visible posts and tombstones, by id."""
    found: list[Post] = posts.posts_by_ids(sorted(post_ids), viewer=viewer)
    found += queries.tombstones(post_ids - {post.id for post in found})
    return {int(view.id): view for view in engagement.post_views(found, viewer=viewer)}


def _comments(comment_ids: set[int], shown_posts: dict[int, PostView], viewer: Account) -> dict[int, CommentView]:
    rows = under_posts.comments_by_ids(sorted(comment_ids), viewer=viewer).values()
    found: list[Comment] = [comment for comment in rows if comment.post_id in shown_posts]
    authors = {post_id: int(view.author.id) for post_id, view in shown_posts.items() if view.author}
    views = engagement.comment_views(found, post_author_ids=authors, viewer=viewer)
    return {int(view.id): view for view in views}
