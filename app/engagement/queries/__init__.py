"""What stands under posts, and what an account has done with them."""

from app.engagement.queries.comments import (
    comment_by_key,
    comment_or_none,
    comments_by_ids,
    deleted_with_picture,
    kept_until,
    stored_comment_or_none,
    stored_comments,
    thread_of,
    thread_or_404,
    with_pictures_under,
)
from app.engagement.queries.lists import favourites_of, likers_of, posts_kept
from app.engagement.queries.marks import Done, likers_among, what_is_done
from app.engagement.queries.reach import reach_of
from app.engagement.queries.recount import miscounts
from app.engagement.queries.replies import FirstReplies, authors_answered, first_replies, replies_of
from app.engagement.queries.showing import is_shown, may_see_comment
from app.engagement.queries.threads import hot_threads, new_threads, waiting_comments, waiting_count

__all__ = [
    "Done",
    "FirstReplies",
    "authors_answered",
    "comment_by_key",
    "comment_or_none",
    "comments_by_ids",
    "deleted_with_picture",
    "favourites_of",
    "first_replies",
    "hot_threads",
    "is_shown",
    "kept_until",
    "likers_among",
    "likers_of",
    "may_see_comment",
    "miscounts",
    "new_threads",
    "posts_kept",
    "reach_of",
    "replies_of",
    "stored_comment_or_none",
    "stored_comments",
    "thread_of",
    "thread_or_404",
    "waiting_comments",
    "waiting_count",
    "what_is_done",
    "with_pictures_under",
]
