"""The bell's notices as the page shows them."""

from dataclasses import dataclass
from datetime import datetime

from app.accounts.presenters import AccountView
from app.engagement.presenters import CommentView
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
