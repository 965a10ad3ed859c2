"""What engagement does when others have announced something."""

from app.engagement import operations, queries
from app.engagement.events import CommentDeleted
from app.kernel.database import db
from app.posts.events import PostPurged, PostReposted
from app.posts.models import Post


def comment_alongside(event: PostReposted) -> None:
    """At once: the words of a repost become a comment on its parent or root, as its author has ticked."""
    wanted = [post_id for post_id in (event.parent_id, event.root_id) if post_id in event.comment_on]
    if not wanted:
        return
    repost = db.session.get_one(Post, event.post_id)
    targets = [db.session.get_one(Post, post_id) for post_id in dict.fromkeys(wanted)]
    operations.comment_alongside(repost, targets, by=repost.author, now=repost.created_at)


def clear_away_picture(event: CommentDeleted) -> None:
    """The picture of a deleted comment goes, file and all."""
    operations.clear_away_pictures(queries.deleted_with_picture(event.comment_id))


def clear_away_pictures_below(event: PostPurged) -> None:
    """What was shown under a post goes with it; nobody can see it any more."""
    operations.clear_away_pictures(queries.with_pictures_under(event.post_id))
