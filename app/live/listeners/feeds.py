"""Home feeds hear of new posts."""

from app.kernel.database import db
from app.live import operations
from app.posts.models import Post
from app.relationships import queries as relationships
from app.timelines.events import PostDelivered


def show_new_posts(event: PostDelivered) -> None:
    """Open home feeds hear that a post is there: of all followers, or of those alone whom its audience names."""
    post = db.session.get(Post, event.post_id)
    if post is None or post.is_deleted:
        return
    listed = {"self": [], "mutuals": relationships.mutual_ids(post.author_id)}.get(post.audience)
    operations.announce_post(post, to=None if listed is None else [*listed, post.author_id])
