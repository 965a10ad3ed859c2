"""Home feeds hear of new posts, and that their reader does not want all of them."""

from app.kernel.database import db
from app.live import operations
from app.posts import queries as posts
from app.posts.models import Post
from app.relationships import queries as relationships
from app.relationships.events import RepostsMuted
from app.timelines.events import FeedsNarrowed, PostDelivered


def show_new_posts(event: PostDelivered) -> None:
    """Open home feeds hear that a post is there: of all followers, or of those alone whom its audience names."""
    post = db.session.get(Post, event.post_id)
    if post is None or post.is_deleted:
        return
    listed = _named_readers(post)
    operations.announce_post(post, to=None if listed is None else [*listed, post.author_id])


def show_in_topics(event: PostDelivered) -> None:
    """Open pages of the topics that a public post carries hear that it is there."""
    post = db.session.get(Post, event.post_id)
    if post is not None and not post.is_deleted and post.audience == "public":
        operations.announce_in_topics(post, posts.topics_of(post.id))


def narrow_feeds(event: FeedsNarrowed | RepostsMuted) -> None:
    """Open feeds of the reader no longer count what arrives by themselves: they ask what of it she wants."""
    operations.narrow_feeds(event.muter_id if isinstance(event, RepostsMuted) else event.account_id)


def _named_readers(post: Post) -> list[int] | None:
    """Whom the audience names one by one; None where it is all followers."""
    if post.audience == "mutuals":
        return relationships.mutual_ids(post.author_id)
    if post.audience == "group":
        return relationships.fan_ids_in_group(post.group_id, post.author_id) if post.group_id else []
    return [] if post.audience == "self" else None
