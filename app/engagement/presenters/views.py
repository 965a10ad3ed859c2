"""Comments, likes and favourites as the pages show them."""

from dataclasses import dataclass, field
from datetime import datetime

from app.accounts.presenters import AccountView
from app.posts.presenters import PostView, Segment


@dataclass(frozen=True, slots=True)
class CommentView:
    """A comment; a top-level one carries the first replies of its thread."""

    id: str
    post_id: str
    author: AccountView | None
    segments: list[Segment]
    created_at: datetime
    like_count: int = 0
    liked: bool = False
    reply_count: int = 0
    replies: "list[CommentView]" = field(default_factory=list)
    reply_to: AccountView | None = None
    is_post_author: bool = False
    can_delete: bool = False
    is_deleted: bool = False


@dataclass(frozen=True, slots=True)
class CommentPage:
    """One page of a post's comments; sort is hot or new."""

    comments: list[CommentView]
    next_cursor: str | None
    sort: str
    total: int


@dataclass(frozen=True, slots=True)
class PostPage:
    """One page of posts outside of the feeds: reposts of a post, favourites."""

    posts: list[PostView]
    next_cursor: str | None
    newest_id: str = "0"
