"""Writing to somebody."""

from datetime import datetime, timedelta

from sqlalchemy.exc import IntegrityError

from app.accounts import queries as accounts
from app.accounts.models import Account
from app.kernel import ids
from app.kernel.database import db
from app.kernel.errors import Reason, Refusal
from app.kernel.events import announce
from app.kernel.transactions import add, operation
from app.media import operations as media
from app.media import queries as images
from app.media.models import Image
from app.messages import events, queries, rules
from app.messages.models import Message
from app.messages.operations.holding import hold_or_begin
from app.messages.queries import Between
from app.posts import queries as posts
from app.posts.models import Post
from app.posts.operations import inserting
from app.posts.queries import TextReading
from app.products import queries as products
from app.products import rules as disclosure
from app.products.models import Product
from app.relationships import queries as relationships
from app.screening import operations as screening
from app.screening.models import ReviewItem
from app.screening.operations import Said, Verdict


class NotSendable(Refusal):
    """The message will not do, or cannot be sent to this person."""


def send(
    to: Account,
    *,
    by: Account,
    now: datetime,
    text: str = "",
    image_id: int | None = None,
    product_id: int | None = None,
    post_id: int | None = None,
    client_key: str | None = None,
) -> Message:
    """Write to someone: words, and one picture, product or post at most.

    A link to a known product brings its card along where nothing else does. The same `client_key` again answers the
    message that is already there. Raises NotSendable, screening.NotAllowed, and screening.Held when a reviewer must
    see it first; so never inside another act.
    """
    if earlier := queries.message_by_key(by, client_key):
        return earlier
    text = inserting.tidy(text)
    said = Said("message", {"message": [text]})
    verdict = screening.judge(said, by=by, now=now, is_known=lambda: _is_known(by, to))
    things = {"image_id": image_id, "product_id": product_id, "post_id": post_id}
    if not verdict.must_wait:
        return send_at_once(to, by=by, now=now, text=verdict.main, client_key=client_key, verdict=verdict, **things)
    _hold(to, verdict, by=by, now=now, client_key=client_key, **things)
    raise screening.Held


@operation
def send_at_once(
    to: Account,
    *,
    by: Account,
    now: datetime,
    text: str = "",
    image_id: int | None = None,
    product_id: int | None = None,
    post_id: int | None = None,
    client_key: str | None = None,
    verdict: Verdict | None = None,
) -> Message:
    """Send without asking the screen: what has a `verdict`, or was let out by a reviewer. Raises NotSendable."""
    _unless(rules.why_not_say(text, things=sum(one is not None for one in (image_id, product_id, post_id))))
    if to.id == by.id:
        raise NotSendable(rules.ONESELF)
    between = hold_or_begin(by, to, now=now)
    if earlier := queries.message_by_key(by, client_key):  # the same request, answered while this one waited
        return earlier
    _unless(_why_not_write(between, to=to, by=by))
    picture, post = _own_picture(image_id, by), _visible_post(post_id, by)
    reading = posts.read_text(text, by=by)
    product = _product(product_id, reading, is_alone=picture is None and post is None)
    message = Message(
        id=_next_id(between, now), conversation_id=between.conversation_id, author=by, text=text,
        entities=reading.entities, label=_label(product, reading), image=picture, product=product, post=post,
        created_at=now, client_key=client_key,
    )  # fmt: skip
    try:
        with db.session.begin_nested():
            add(message)
    except IntegrityError:  # the same key, at the same moment, in another conversation
        if (earlier := queries.message_by_key(by, client_key)) is None:
            raise
        return earlier
    _hang_up(picture, message, now=now)
    _deliver(between, message, to=to, by=by)
    if verdict:
        screening.note(verdict, by=by, now=now, on=("message", message.id))
    announce(events.MessageSent(message.id, between.conversation_id, by.id, to.id))
    return message


@operation
def carry_out(item: ReviewItem, *, now: datetime) -> None:
    """Send the message that a reviewer has let out; one that cannot be sent any more says why."""
    by, to = accounts.account_or_none(item.account_id), accounts.account_or_none(item.payload["to_id"])
    if by is None:
        return
    try:
        if to is None:
            raise NotSendable(rules.NOT_ACTIVE)
        content = {name: item.payload[name] for name in ("text", "image_id", "product_id", "post_id")}
        with db.session.begin_nested():
            message = send_at_once(to, by=by, now=now, client_key=item.client_key, **content)
            screening.settle(item, result_id=message.id)
    except Refusal as refusal:
        screening.fail(item, refusal=refusal, language=by.language)


@operation
def _hold(
    to: Account, verdict: Verdict, *, by: Account, now: datetime, client_key: str | None,
    image_id: int | None, product_id: int | None, post_id: int | None,
) -> None:  # fmt: skip
    text = verdict.main
    _unless(rules.why_not_say(text, things=sum(one is not None for one in (image_id, product_id, post_id))))
    if to.id == by.id:
        raise NotSendable(rules.ONESELF)
    _unless(_why_not_write(hold_or_begin(by, to, now=now), to=to, by=by))
    _own_picture(image_id, by)
    _visible_post(post_id, by)
    payload = {"to_id": to.id, "text": text, "image_id": image_id, "product_id": product_id, "post_id": post_id}
    item = screening.hold(verdict, by=by, now=now, payload=payload, client_key=client_key)
    media.hold([image_id] if image_id else [], None, by=by, draft_id=item.id)


def _is_known(by: Account, to: Account) -> bool:
    """Whether she follows the writer, has answered or has taken the conversation in."""
    between = queries.between(by, to.id)
    return (between is not None and between.other.box == "main") or relationships.is_following(to.id, by.id)


def _why_not_write(between: Between, *, to: Account, by: Account) -> Reason | None:
    is_known = between.other.box == "main" or relationships.is_following(to.id, by.id)
    return rules.why_not_write(
        is_oneself=False,
        is_blocked=relationships.blocks_between(by.id, to.id),
        is_active=to.state == "active",
        is_known=is_known,
        accepts="all" if is_known else queries.accepted_by(to.id),
        written=0 if is_known else queries.written_by(by.id, between.conversation_id, most=rules.STRANGERS_MAX),
    )


def _own_picture(image_id: int | None, by: Account) -> Image | None:
    if image_id is None:
        return None
    found = images.images_owned_by(by, [image_id])
    if not found or found[0].attached_at:
        raise NotSendable(rules.IMAGE_NOT_YOURS)
    return found[0]


def _visible_post(post_id: int | None, by: Account) -> Post | None:
    if post_id is None:
        return None
    post = posts.post_or_none(post_id, viewer=by)
    if post is None:
        raise NotSendable(rules.POST_NOT_VISIBLE)
    return post


def _product(product_id: int | None, reading: TextReading, *, is_alone: bool) -> Product | None:
    if product_id is None:
        known = [link.product for link in reading.links if link.status == "product" and link.product]
        return known[0] if known and is_alone and known[0].state != "blocked" else None
    product = products.product_or_none(product_id)
    if product is None or product.state == "blocked":
        raise NotSendable(rules.PRODUCT_GONE)
    return product


def _label(product: Product | None, reading: TextReading) -> str:
    """The label is the server's alone, as on posts."""
    cards = [product] if product else []
    return disclosure.AD if disclosure.needs_ad_label(cards, reading.links, reading.urls) else ""


def _next_id(between: Between, now: datetime) -> int:
    """An id after all others of the conversation, whatever the clocks of several machines say."""
    last = max(row_id for row in (between.own, between.other) for row_id in (row.latest_id, row.cleared_id))
    identity = ids.new_id(now)
    return identity if identity > last else ids.new_id(ids.moment_of(last) + timedelta(milliseconds=1))


def _hang_up(picture: Image | None, message: Message, *, now: datetime) -> None:
    if picture is None:
        return
    try:
        media.attach([picture], now=now, guard="message", to=message.id)
    except media.ImageRefused as refusal:
        raise NotSendable(rules.IMAGE_NOT_YOURS) from refusal


def _deliver(between: Between, message: Message, *, to: Account, by: Account) -> None:
    """Both lists show it on top; it waits unread for the other. Who writes has answered, and is in from now on."""
    own, other = between.own, between.other
    own.latest_id = other.latest_id = message.id
    own.box = "main"
    other.unread_count += 1
    if other.box == "strangers" and relationships.is_following(to.id, by.id):
        other.box = "main"
    db.session.flush()


def _unless(reason: Reason | None) -> None:
    if reason:
        raise NotSendable(reason)
