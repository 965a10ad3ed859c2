"""Publishing an original post."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from app.accounts.models import Account
from app.kernel.errors import Reason
from app.kernel.events import announce
from app.kernel.transactions import operation
from app.posts import events, queries, rules
from app.posts.models import OptionWriting, PollWriting, Post, Writing
from app.posts.operations import hanging, inserting
from app.posts.operations.hanging import Hangings, NotPublishable
from app.posts.operations.screening import hold_writing, judged
from app.posts.queries import TextReading
from app.products import rules as disclosure
from app.screening import operations as screening
from app.screening.models import ReviewItem
from app.screening.operations import Verdict

__all__ = ["NotPublishable", "hold", "publish", "publish_at_once", "publish_writing"]


def publish(*, by: Account, now: datetime, client_key: str | None = None, **content: Any) -> Post:
    """Publish a post; `content` are the fields of Writing. As `publish_writing`."""
    return publish_writing(Writing(**content), by=by, now=now, client_key=client_key)


def publish_writing(writing: Writing, *, by: Account, now: datetime, client_key: str | None = None) -> Post:
    """Publish what an author has handed in: words, pictures or a video, product cards at their present price, a poll.

    The same author with the same `client_key` gets the post of the first time. Raises NotPublishable,
    screening.NotAllowed, and screening.Held when a reviewer must see it first; so never inside another act.
    """
    try:
        writing, verdict = judged(tidied(writing), by=by, now=now)
        if not verdict.must_wait:
            return publish_at_once(writing, by=by, now=now, client_key=client_key, verdict=verdict)
    except (NotPublishable, screening.NotAllowed):
        # A repeated request finds its pictures already used: it means the post that used them.
        if earlier := queries.post_by_key(by, client_key):
            return earlier
        raise
    if earlier := queries.post_by_key(by, client_key):
        return earlier
    hold(writing, verdict, by=by, now=now, client_key=client_key)
    raise screening.Held


@operation
def hold(writing: Writing, verdict: Verdict, *, by: Account, now: datetime, client_key: str | None) -> ReviewItem:
    """Keep for a reviewer what could be published as it is. Raises NotPublishable."""
    _checked(writing, by=by, now=now)
    return hold_writing(writing, verdict, by=by, now=now, client_key=client_key)


@operation
def publish_at_once(
    writing: Writing, *, by: Account, now: datetime, client_key: str | None, verdict: Verdict | None = None
) -> Post:
    """Publish without asking the screen: what has a `verdict`, or was let out by a reviewer. Raises NotPublishable."""
    hangings, reading = _checked(writing, by=by, now=now)
    post = Post.original(
        author=by, text=writing.text, at=now, entities=reading.entities, client_key=client_key,
        audience=writing.audience, group_id=writing.group_id, reposters=writing.reposters,
        commenters=writing.commenters, approves_comments=writing.approves_comments, is_folded=writing.is_folded,
        fold_note=writing.fold_note, is_ai_made=writing.is_ai_made, has_images=bool(writing.image_ids),
        has_poll=writing.poll is not None, link=hangings.link, video=hangings.video, label=_label(hangings, reading),
    )  # fmt: skip
    stored = inserting.insert_once(post, by=by)
    if stored is not post:
        return stored
    hanging.hang_up(post, writing, hangings, now=now)
    inserting.index(post, reading, by=by, now=now)
    if verdict:
        screening.note(verdict, by=by, now=now, on=("post", post.id))
    announce(events.PostPublished(post.id, by.id))
    if post.has_poll:
        announce(events.PollOpened(post.id))
    return post


def _checked(writing: Writing, *, by: Account, now: datetime) -> tuple[Hangings, TextReading]:
    """What the writing names, if it may be published."""
    _unless(rules.why_not_publish(writing))
    _unless(rules.why_not_ask(writing.poll) if writing.poll else None)
    _unless(hanging.why_not_group(writing.audience, writing.group_id, by=by))
    hangings = hanging.found(writing, by=by)
    reading = inserting.read(writing.text, by=by, now=now)
    _unless(inserting.why_not_named(reading, by=by, now=now))
    return hangings, reading


def tidied(writing: Writing) -> Writing:
    """Words as they are stored, ids once each, and nothing that belongs to a choice not taken."""
    return replace(
        writing,
        text=inserting.tidy(writing.text),
        image_ids=list(dict.fromkeys(writing.image_ids)),
        product_ids=list(dict.fromkeys(writing.product_ids)),
        poll=_tidy_poll(writing.poll) if writing.poll else None,
        group_id=writing.group_id if writing.audience == "group" else None,
        fold_note=_line(writing.fold_note) if writing.is_folded else "",
    )


def _tidy_poll(poll: PollWriting) -> PollWriting:
    options = [OptionWriting(_line(one.text), one.image_id, one.product_id) for one in poll.options]
    return PollWriting(options, poll.most, poll.open_for)


def _line(text: str) -> str:
    return " ".join(inserting.tidy(text).split())


def _label(hangings: Hangings, reading: TextReading) -> str:
    """The label is the server's alone: nobody can leave 「广告」 out by not sending it."""
    preview = hangings.link
    links = [*reading.links, preview] if preview else reading.links
    urls = [*reading.urls, preview.url] if preview else reading.urls
    return disclosure.AD if disclosure.needs_ad_label(hangings.cards, links, urls) else ""


def _unless(reason: Reason | None) -> None:
    if reason:
        raise NotPublishable(reason)
