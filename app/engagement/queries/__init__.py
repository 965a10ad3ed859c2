"""What stands under posts, and what an account has done with them."""

from app.engagement.queries.comments import (
    authors_answered,
    comment_by_key,
    comment_or_none,
    comments_by_ids,
    first_replies,
    hot_threads,
    new_threads,
    replies_of,
    stored_comment_or_none,
    thread_of,
    thread_or_404,
)
from app.engagement.queries.lists import favourites_of, likers_of, posts_kept
from app.engagement.queries.marks import Done, liked_comment_ids, what_is_done
from app.engagement.queries.recount import miscounts

__all__ = [
    "Done",
    "authors_answered",
    "comment_by_key",
    "comment_or_none",
    "comments_by_ids",
    "favourites_of",
    "first_replies",
    "hot_threads",
    "liked_comment_ids",
    "likers_of",
    "miscounts",
    "new_threads",
    "posts_kept",
    "replies_of",
    "stored_comment_or_none",
    "thread_of",
    "thread_or_404",
    "what_is_done",
]
