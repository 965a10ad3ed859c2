"""Writing comments."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.exc import IntegrityError

from app.accounts.models import Account
from app.engagement import events, queries, rules
from app.engagement.models import Comment
from app.engagement.operations import curating, reaching
from app.kernel import ids
from app.kernel.database import db
from app.kernel.errors import Refusal
from app.kernel.events import announce
from app.kernel.transactions import add, bump, operation
from app.media import operations as media
from app.media import queries as images
from app.media.models import Image
from app.posts import operations as posts
from app.posts.models import Post
from app.posts.operations import counting, inserting
from app.posts.queries import TextReading
from app.relationships import queries as relationships
from app.screening import operations as screening
from app.screening.operations import Said, Verdict


class NotCommentable(Refusal):
    """The words will not do, or nothing can be said here."""


def comment(
    post: Post,
    *,
    by: Account,
    text: str,
    now: datetime,
    reply_to: Comment | None = None,
    also_repost: bool = False,
    image_id: int | None = None,
    client_key: str | None = None,
) -> Comment:
    """Say something under a post, or in reply to a comment there; `also_repost` passes the post on in the same words.

    Under a post that approves first (评论精选) it waits for the author. Her own words never wait, and a comment that
    she answers waits no longer. The same `client_key` again answers the comment that is already there.
    Raises NotCommentable, screening.NotAllowed, and screening.Held when a reviewer must see it first; so never inside
    another act.
    """
    text = inserting.tidy(text)
    texts = {"comment": [text], **({"post": [text]} if also_repost else {})}
    try:
        verdict = screening.judge(Said("comment", texts, is_comment=True), by=by, now=now)
    except screening.NotAllowed:
        if earlier := queries.comment_by_key(by, client_key):
            return earlier
        raise
    words: dict[str, Any] = {
        "text": verdict.main,
        "reply_to": reply_to,
        "also_repost": also_repost,
        "image_id": image_id,
    }
    if not verdict.must_wait:
        return comment_at_once(post, by=by, now=now, client_key=client_key, verdict=verdict, **words)
    if earlier := queries.comment_by_key(by, client_key):
        return earlier
    _hold(post, verdict, by=by, now=now, client_key=client_key, **words)
    raise screening.Held


@operation
def comment_at_once(
    post: Post,
    *,
    by: Account,
    text: str,
    now: datetime,
    reply_to: Comment | None = None,
    also_repost: bool = False,
    image_id: int | None = None,
    client_key: str | None = None,
    verdict: Verdict | None = None,
) -> Comment:
    """Comment without asking the screen: what has a `verdict`, or was let out by a reviewer. Raises NotCommentable."""
    if reason := rules.why_not_say(text, has_picture=image_id is not None):
        raise NotCommentable(reason)
    refused = reaching.hold(post, by, with_root=also_repost)
    if earlier := queries.comment_by_key(by, client_key):  # sent twice; meanwhile the post may have gone
        return earlier
    if refused:
        raise NotCommentable(refused)
    reading, picture = _read(text, image_id, by=by, now=now)
    thread = _thread_of(reply_to, post, by) if reply_to else None
    written = _comment(post, by=by, text=text, entities=reading.entities, now=now, client_key=client_key)
    written.thread_id = thread.id if thread else None
    written.reply_to_id = reply_to.id if reply_to else None
    if (stored := _insert_once(written, by=by)) is not written:
        return stored
    if also_repost:
        posts.repost_at_once(posts.Repost(post.id, text), by=by, now=now, client_key=client_key)
    _hang_up(picture, written, now=now)
    _count(written, post, thread)
    if verdict:
        screening.note(verdict, by=by, now=now, on=("comment", written.id))
    announce(events.PostCommented(written.id, post.id, by.id, written.reply_to_id))
    return written


@operation
def _hold(
    post: Post, verdict: Verdict, *, by: Account, now: datetime, client_key: str | None,
    text: str, reply_to: Comment | None, also_repost: bool, image_id: int | None,
) -> None:  # fmt: skip
    reason = rules.why_not_say(text, has_picture=image_id is not None)
    if reason := reason or reaching.hold(post, by, with_root=also_repost):
        raise NotCommentable(reason)
    _read(text, image_id, by=by, now=now)
    payload = {"post_id": post.id, "text": text, "reply_to_id": reply_to.id if reply_to else None,
               "also_repost": also_repost, "image_id": image_id}  # fmt: skip
    item = screening.hold(verdict, by=by, now=now, payload=payload, client_key=client_key)
    media.hold([image_id] if image_id else [], None, by=by, draft_id=item.id)


def _read(text: str, image_id: int | None, *, by: Account, now: datetime) -> tuple[TextReading, Image | None]:
    """What stands in the words, and the picture, if both will do."""
    reading = inserting.read(text, by=by, now=now)
    if reason := inserting.why_not_named(reading, by=by, now=now):
        raise NotCommentable(reason)
    return reading, _own_picture(image_id, by=by)


@operation
def comment_alongside(repost: Post, targets: Sequence[Post], *, by: Account, now: datetime) -> list[Comment]:
    """同时评论给: a repost's words become a comment on its parent or root; a bare repost says just that it is one.

    The repost holds both, and has been refused where its author may not comment.
    """
    written = [_comment(post, by=by, text=repost.text, entities=repost.entities, now=now) for post in targets]
    counting.count(Post, "comment_count", [one.post_id for one in written if one.is_approved])
    db.session.add_all(written)
    db.session.flush()
    for one in written:
        announce(events.PostCommented(one.id, one.post_id, by.id))
    return written


def _own_picture(image_id: int | None, *, by: Account) -> Image | None:
    if image_id is None:
        return None
    found = images.images_owned_by(by, [image_id])
    if not found or found[0].attached_at:
        raise NotCommentable(rules.PICTURE_GONE)
    return found[0]


def _thread_of(reply_to: Comment, post: Post, by: Account) -> Comment:
    """The head of the thread that a reply goes into."""
    db.session.refresh(reply_to, ["deleted_at", "is_approved"])
    is_blocked = relationships.blocks_between(by.id, reply_to.author_id)
    if reason := rules.why_not_answer(reply_to, post=post, by=by, is_blocked=is_blocked):
        raise NotCommentable(reason)
    if not reply_to.is_approved and by.id == post.author_id:
        curating.approve(post, [reply_to.id], by=by)
    return db.session.get_one(Comment, reply_to.thread_id) if reply_to.thread_id else reply_to


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
        is_approved=not rules.must_wait(post, by),
        created_at=now,
        client_key=client_key,
    )


def _insert_once(comment: Comment, *, by: Account) -> Comment:
    """The row in the database; when a request with the same key was faster under another post, what it has written."""
    if comment.client_key is None:
        return add(comment)
    try:
        with db.session.begin_nested():
            return add(comment)
    except IntegrityError:
        if (earlier := queries.comment_by_key(by, comment.client_key)) is None:
            raise
        return earlier


def _hang_up(picture: Image | None, comment: Comment, *, now: datetime) -> None:
    if picture is None:
        return
    try:
        media.attach([picture], now=now, guard="comment", to=comment.id)
    except media.ImageRefused as refusal:
        raise NotCommentable(rules.PICTURE_GONE) from refusal
    comment.image = picture


def _count(comment: Comment, post: Post, thread: Comment | None) -> None:
    """What waits is not counted yet."""
    if comment.is_approved:
        bump(post, "comment_count")
        if thread:
            bump(thread, "reply_count")
