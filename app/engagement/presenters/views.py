"""Comments, likes and favourites as the pages show them."""

from dataclasses import dataclass, field
from datetime import datetime

from app.accounts.presenters import AccountView
from app.media.presenters import ImageView
from app.posts.presenters import PostView, Segment


@dataclass(frozen=True, slots=True)
class CommentView:
    """A comment; a top-level one carries the first replies of its thread and how many more there are.

    `is_waiting`: the author of the post has yet to choose it (评论精选). `author_likes`: 博主赞过.
    """

    id: str
    post_id: str
    author: AccountView | None
    segments: list[Segment]
    created_at: datetime
    image: ImageView | None = None
    like_count: int = 0
    liked: bool = False
    author_likes: bool = False
    reply_count: int = 0
    replies: "list[CommentView]" = field(default_factory=list)
    more_replies: int = 0
    reply_to: AccountView | None = None
    is_post_author: bool = False
    is_waiting: bool = False
    is_pinned: bool = False
    can_delete: bool = False
    can_approve: bool = False
    can_pin: bool = False
    is_deleted: bool = False


@dataclass(frozen=True, slots=True)
class CommentPage:
    """One page of a post's comments; sort is hot, new, or waiting, what its author has yet to choose.

    `waiting` says her alone how many that are, at most queries.COUNTED_AT_MOST.
    """

    comments: list[CommentView]
    next_cursor: str | None
    sort: str
    total: int
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class PostPage:
    """One page of posts outside of the feeds: reposts of a post, favourites."""

    posts: list[PostView]
    next_cursor: str | None
    newest_id: str = "0"
