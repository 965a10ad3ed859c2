"""Taking in what somebody has said under posts elsewhere: in its place and time, quietly."""

from datetime import datetime

from app.accounts.models import Account
from app.engagement import queries
from app.engagement.models import Comment
from app.kernel import ids
from app.kernel.database import db
from app.kernel.transactions import add, bump, operation
from app.media import operations as media
from app.media.models import Image
from app.posts import queries as posts
from app.posts.models import Post


@operation
def bring_in_comment(
    post: Post,
    *,
    by: Account,
    key: str,
    at: datetime,
    text: str,
    picture: Image | None = None,
    is_approved: bool = True,
    reply_to: Comment | None = None,
) -> Comment:
    """Write a comment of the past; nobody is told. Brought in again it is the comment that is there."""
    if earlier := queries.comment_by_key(by, key):
        return earlier
    thread_id = (reply_to.thread_id or reply_to.id) if reply_to is not None else None
    comment = Comment(
        id=ids.new_id(at), post_id=post.id, author_id=by.id, author=by, text=text, created_at=at, client_key=key,
        entities=posts.read_text(text, by=by).entities, is_approved=is_approved, thread_id=thread_id,
        reply_to_id=reply_to.id if reply_to is not None else None,
    )  # fmt: skip
    add(comment)
    if picture is not None:
        media.attach([picture], now=at, guard="comment", to=comment.id)
        comment.image = picture
    if is_approved:
        bump(post, "comment_count")
        if thread_id is not None:
            bump(db.session.get_one(Comment, thread_id), "reply_count")
    return comment
