"""Writing and deleting comments."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from app.accounts.models import Account
from app.engagement import events, queries, rules
from app.engagement.models import Comment
from app.engagement.operations import reaching
from app.kernel import ids
from app.kernel.database import db
from app.kernel.errors import Refusal
from app.kernel.events import announce
from app.kernel.transactions import add, bump, operation
from app.posts import operations as posts
from app.posts import queries as posts_known
from app.posts.models import Post
from app.posts.operations import counting, inserting
from app.relationships import queries as relationships


class NotCommentable(Refusal):
    """The words will not do, or nothing can be said here."""


class CommentNotDeletable(Refusal):
    """The comment belongs to others."""

    status = 403


@operation
def comment(
    post: Post,
    *,
    by: Account,
    text: str,
    now: datetime,
    reply_to: Comment | None = None,
    also_repost: bool = False,
    client_key: str | None = None,
) -> Comment:
    """Say something under a post, or in reply to a comment there; `also_repost` passes the post on in the same words.

    The same `client_key` again answers the comment that is already there.
    """
    text = inserting.tidy(text)
    if reason := rules.why_not_say(text):
        raise NotCommentable(reason)
    if reason := reaching.hold(post, by, with_root=also_repost):
        raise NotCommentable(reason)
    if client_key and (earlier := queries.comment_by_key(by, client_key)):
        return earlier
    reading = posts_known.read_text(text, by=by)
    if reason := inserting.why_not_named(reading, by=by, now=now):
        raise NotCommentable(reason)
    if also_repost:
        posts.repost(post, by=by, text=text, now=now, client_key=client_key)
    return _write(post, by=by, text=text, entities=reading.entities, now=now, reply_to=reply_to, client_key=client_key)


@operation
def comment_alongside(repost: Post, targets: Sequence[Post], *, by: Account, now: datetime) -> list[Comment]:
    """同时评论给: a repost's words become a comment on its parent or root; a bare repost says just that it is one.

    If one of them cannot be commented on, the whole act is refused.
    """
    if reason := reaching.hold_all(targets, by):
        raise NotCommentable(reason)
    counting.count(Post, "comment_count", [post.id for post in targets])
    written = [_comment(post, by=by, text=repost.text, entities=repost.entities, now=now) for post in targets]
    db.session.add_all(written)
    db.session.flush()
    for one in written:
        announce(events.PostCommented(one.id, one.post_id, by.id))
    return written


@operation
def delete_comment(comment: Comment, *, by: Account, now: datetime) -> None:
    """Take a comment back; what was replied to it stays, under a tombstone."""
    post = db.session.get_one(Post, comment.post_id)
    if reason := rules.why_not_delete_comment(comment, post_author_id=post.author_id, by=by):
        raise CommentNotDeletable(reason)
    reaching.hold_row(post.id)
    db.session.refresh(comment, ["deleted_at"])
    if comment.deleted_at is not None:
        return
    comment.deleted_at, comment.text, comment.entities = now, "", []
    if comment.thread_id is not None:
        bump(db.session.get_one(Comment, comment.thread_id), "reply_count", -1)
    bump(post, "comment_count", -1)
    announce(events.CommentDeleted(comment.id, post.id))


def _write(
    post: Post,
    *,
    by: Account,
    text: str,
    entities: list[dict[str, Any]],
    now: datetime,
    reply_to: Comment | None,
    client_key: str | None,
) -> Comment:
    thread = _thread_of(reply_to, post, by) if reply_to else None
    bump(post, "comment_count")
    if thread:
        bump(thread, "reply_count")
    written = _comment(post, by=by, text=text, entities=entities, now=now, client_key=client_key)
    written.thread_id = thread.id if thread else None
    written.reply_to_id = reply_to.id if reply_to else None
    add(written)
    announce(events.PostCommented(written.id, post.id, by.id, written.reply_to_id))
    return written


def _comment(
    post: Post,
    *,
    by: Account,
    text: str,
    entities: list[dict[str, Any]],
    now: datetime,
    client_key: str | None = None,
) -> Comment:
    return Comment(
        id=ids.new_id(now),
        post_id=post.id,
        author_id=by.id,
        author=by,
        text=text,
        entities=list(entities),
        created_at=now,
        client_key=client_key,
    )


def _thread_of(reply_to: Comment, post: Post, by: Account) -> Comment:
    """The head of the thread that a reply goes into."""
    db.session.refresh(reply_to, ["deleted_at"])
    is_blocked = relationships.blocks_between(by.id, reply_to.author_id)
    if reason := rules.why_not_answer(reply_to, post_id=post.id, is_blocked=is_blocked):
        raise NotCommentable(reason)
    return db.session.get_one(Comment, reply_to.thread_id) if reply_to.thread_id else reply_to
