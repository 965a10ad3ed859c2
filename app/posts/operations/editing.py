"""Editing: a post says something else from now on, and everybody can see what it said before."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import delete, insert, select

from app.accounts.models import Account
from app.kernel.database import db
from app.kernel.errors import Reason, Refusal
from app.kernel.events import announce
from app.kernel.transactions import add, locked, operation
from app.media import operations as media
from app.media import queries as images
from app.media.models import Image
from app.posts import events, queries, rules
from app.posts.models import Post, PostImage, PostMention, PostTopic, PostVersion, Topic
from app.posts.operations import counting, inserting
from app.posts.operations.hanging import GUARD, speak_of_cards
from app.posts.queries import TextReading
from app.products import rules as disclosure
from app.products.models import Product
from app.screening import operations as screening
from app.screening.operations import Said, Verdict


class NotEditable(Refusal):
    """The post stays as it is, and why."""


def edit(
    post: Post,
    *,
    by: Account,
    text: str,
    now: datetime,
    image_ids: Sequence[int] = (),
    alts: Mapping[int, str] | None = None,
    version: int | None = None,
) -> None:
    """Change the words and pictures of a post; what they were joins its history.

    Cards with their price, poll, video and audience are not touched, and a label never goes: it can only be added.
    `version`: the one that was edited; when another has been written since, nothing is overwritten. The same words
    and pictures as now change nothing. Raises NotEditable, screening.NotAllowed, and screening.Held when a reviewer
    must see it first (what waited of the same post before is forgotten); so never inside another act.
    """
    text, said = inserting.tidy(text), {one: (alts or {}).get(one, "").strip() for one in dict.fromkeys(image_ids)}
    verdict = screening.judge(Said("edit", {"post": [text], "alt": list(said.values())}), by=by, now=now)
    text, said = verdict.text("post"), dict(zip(said, verdict.texts["alt"], strict=True))
    if verdict.must_wait:
        _hold(post, text, said, version, verdict, by=by, now=now)
        raise screening.Held
    edit_at_once(post, by=by, text=text, said=said, now=now, version=version, verdict=verdict)


@operation
def edit_at_once(
    post: Post,
    *,
    by: Account,
    text: str,
    said: Mapping[int, str],
    now: datetime,
    version: int | None = None,
    verdict: Verdict | None = None,
) -> None:
    """Edit without asking the screen: what has a `verdict`, or what a reviewer has let out. `said`: alts by picture."""
    locked(post)
    hung = queries.images_of([post.id]).get(post.id, [])
    if (
        post.author_id == by.id
        and text == post.text
        and list(said.items()) == [(row.image_id, row.alt) for row in hung]
    ):
        return
    pictures, reading = _checked(post, text, said, version, by=by, now=now)
    _keep_version(post, hung)
    _hang_anew(post, pictures, said, hung, now=now)
    _say(post, text, reading, now=now)
    _name_anew(post, reading.mentioned - {by.id})
    _carry_topics_anew(post, reading.topics, now=now)
    if verdict:
        screening.note(verdict, by=by, now=now, on=("post", post.id))
    announce(events.PostEdited(post.id, by.id))


@operation
def _hold(
    post: Post, text: str, said: Mapping[int, str], version: int | None, verdict: Verdict,
    *, by: Account, now: datetime,
) -> None:  # fmt: skip
    _checked(post, text, said, version, by=by, now=now)
    payload = {"post_id": post.id, "text": text, "said": [[str(one), alt] for one, alt in said.items()]}
    key = f"edit:{post.id}"
    item = screening.hold(verdict, by=by, now=now, payload=payload, client_key=key, takes_place=True)
    media.hold(list(said), None, by=by, draft_id=item.id)


def _checked(
    post: Post, text: str, said: Mapping[int, str], version: int | None, *, by: Account, now: datetime
) -> tuple[list[Image], TextReading]:
    """The pictures, and what stands in the words, if the post may be changed into this."""
    _unless(rules.why_not_edit(post, by, version=version))
    has_cards = not post.is_repost and bool(queries.cards_of([post.id]))
    _unless(rules.why_not_say(post, text, image_count=len(said), has_cards=has_cards))
    pictures = _pictures(post, list(said), said, by=by)
    reading = inserting.read(text, by=by, now=now)
    _unless(inserting.why_not_named(reading, by=by, now=now))
    return pictures, reading


def _pictures(post: Post, wanted: list[int], alts: Mapping[int, str], *, by: Account) -> list[Image]:
    """The author's own: unused ones, and those that hang on this post or did so in an earlier version."""
    own = {image.id: image for image in images.images_owned_by(by, wanted)} if wanted else {}
    if any(one not in own or _is_used_elsewhere(own[one], post) for one in wanted):
        raise NotEditable(rules.IMAGE_NOT_YOURS)
    if any(len(alt) > rules.ALT_MAX for alt in alts.values()):
        raise NotEditable(rules.ALT_TOO_LONG)
    return [own[one] for one in wanted]


def _is_used_elsewhere(image: Image, post: Post) -> bool:
    return image.attached_at is not None and (image.guard, image.attached_to) != (GUARD, post.id)


def _keep_version(post: Post, hung: list[PostImage]) -> None:
    add(
        PostVersion(
            post_id=post.id, number=post.version, text=post.text, entities=post.entities,
            images=[{"id": row.image_id, "alt": row.alt} for row in hung],
            created_at=post.edited_at or post.created_at,
        )
    )  # fmt: skip


def _hang_anew(
    post: Post, pictures: list[Image], alts: Mapping[int, str], hung: list[PostImage], *, now: datetime
) -> None:
    """Pictures that are taken away are still part of the history; their files stay until the post goes."""
    if list(alts.items()) == [(row.image_id, row.alt) for row in hung]:
        return
    try:
        media.attach([one for one in pictures if one.attached_at is None], now=now, guard=GUARD, to=post.id)
    except media.ImageRefused as refusal:
        raise NotEditable(rules.IMAGE_NOT_YOURS) from refusal
    for row in hung:
        db.session.delete(row)
    db.session.flush()
    for position, image in enumerate(pictures):
        add(PostImage(post_id=post.id, position=position, image=image, alt=alts[image.id]))
    post.has_images = bool(pictures)


def _say(post: Post, text: str, reading: TextReading, *, now: datetime) -> None:
    if post.is_repost and bool(text) != bool(post.text):  # a repost counts for the product while it has words
        speak_of_cards(post)
        counting.count(Product, "post_count", queries.product_ids_of(post.tree_id), 1 if text else -1)
    if disclosure.needs_ad_label([], reading.links, reading.urls):
        post.label = disclosure.AD
    post.text, post.entities = text, reading.entities
    post.version, post.edited_at = post.version + 1, now
    db.session.flush()


def _name_anew(post: Post, named: Collection[int]) -> None:
    mine = PostMention.post_id == post.id
    before = set(db.session.scalars(select(PostMention.account_id).where(mine)))
    db.session.execute(delete(PostMention).where(mine, PostMention.account_id.not_in(named)))
    if news := sorted(set(named) - before):
        db.session.execute(insert(PostMention), [{"post_id": post.id, "account_id": one} for one in news])


def _carry_topics_anew(post: Post, names: list[str], *, now: datetime) -> None:
    """Topics that come are made or counted, those that go count one less; those that stay are left alone."""
    mine = PostTopic.post_id == post.id
    carried = select(Topic.id, Topic.key).join(PostTopic).where(mine)
    before = {key: topic_id for topic_id, key in db.session.execute(carried)}
    by_key = {queries.topic_key(name): name for name in reversed(names)}
    keys = list(by_key)[::-1][: rules.TOPICS_MAX]
    if gone := [topic_id for key, topic_id in before.items() if key not in keys]:
        counting.count(Topic, "post_count", gone, -1)
        db.session.execute(delete(PostTopic).where(mine, PostTopic.topic_id.in_(gone)))
    inserting.carry_topics(post, [by_key[key] for key in keys if key not in before], now=now)


def _unless(reason: Reason | None) -> None:
    if reason:
        raise NotEditable(reason)
