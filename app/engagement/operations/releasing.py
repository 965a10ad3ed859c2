"""Writing the comment that a reviewer has let out."""

from datetime import datetime

from app.accounts import queries as accounts
from app.engagement import queries, rules
from app.engagement.models import Comment
from app.engagement.operations.commenting import NotCommentable, comment_at_once
from app.kernel.database import db
from app.kernel.errors import Refusal
from app.kernel.transactions import operation
from app.posts.models import Post
from app.screening import operations as screening
from app.screening.models import ReviewItem


@operation
def carry_out(item: ReviewItem, *, now: datetime) -> None:
    """Write the comment that a reviewer has let out; one that cannot be written any more says why."""
    by, wanted = accounts.account_or_none(item.account_id), item.payload
    post = db.session.get(Post, wanted["post_id"])
    if by is None:
        return
    try:
        if post is None:
            raise NotCommentable(rules.POST_DELETED)
        with db.session.begin_nested():
            written = comment_at_once(
                post, by=by, text=wanted["text"], now=now, reply_to=_still_there(wanted["reply_to_id"]),
                also_repost=wanted["also_repost"], image_id=wanted["image_id"], client_key=item.client_key,
            )  # fmt: skip
            screening.settle(item, result_id=written.id)
    except Refusal as refusal:
        screening.fail(item, refusal=refusal, language=by.language)


def _still_there(comment_id: int | None) -> Comment | None:
    """What was replied to; without it the reply cannot be understood, so it must be there."""
    if comment_id is None:
        return None
    found = queries.stored_comment_or_none(comment_id)
    if found is None:
        raise NotCommentable(rules.COMMENT_DELETED)
    return found
