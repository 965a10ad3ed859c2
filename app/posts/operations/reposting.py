"""Passing a post on with words of one's own."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from app.accounts.models import Account
from app.kernel.errors import Reason, Refusal
from app.kernel.events import announce
from app.kernel.transactions import operation
from app.posts import events, queries, rules
from app.posts.models import Post
from app.posts.operations import counting, hanging, inserting
from app.posts.queries import TextReading
from app.posts.rules import Standing
from app.products import rules as disclosure
from app.products.models import Product
from app.screening import operations as screening
from app.screening.operations import Said, Verdict


class NotRepostable(Refusal):
    """The post cannot be passed on, or not with these words."""


@dataclass(frozen=True, slots=True)
class Repost:
    """What somebody wants to pass on, and how."""

    original_id: int
    text: str = ""
    comment_on: tuple[int, ...] = ()
    shows_chain: bool = True
    audience: str = "public"
    group_id: int | None = None

    def as_json(self) -> dict[str, Any]:
        """As it waits for review."""
        return {**asdict(self), "comment_on": list(self.comment_on)}

    @classmethod
    def from_json(cls, payload: Mapping[str, Any]) -> "Repost":
        """What `as_json` has made."""
        return cls(**{**payload, "comment_on": tuple(payload["comment_on"])})


def repost(
    original: Post | int,
    *,
    by: Account,
    text: str,
    now: datetime,
    comment_on: Sequence[int] = (),
    shows_chain: bool = True,
    audience: str = "public",
    group_id: int | None = None,
    client_key: str | None = None,
) -> Post:
    """Pass a post (or the one with this id) on; pictures, cards and label stay with the root.

    No words are stored as '' (shown as 转发微博). `comment_on`: ids out of the post and its root on which the words
    become a comment too, as far as their authors let `by` comment; they are held until the act ends. Idempotent by
    `client_key` as publishing is. Raises NotRepostable, screening.NotAllowed, and screening.Held when a reviewer must
    see it first; so never inside another act.
    """
    original_id = original if isinstance(original, int) else original.id
    wanted = Repost(
        original_id=original_id, text=inserting.tidy(text), comment_on=tuple(comment_on), shows_chain=shows_chain,
        audience=audience, group_id=group_id if audience == "group" else None,
    )  # fmt: skip
    try:
        verdict = screening.judge(_said(wanted), by=by, now=now)
        wanted = replace(wanted, text=verdict.main)
        if not verdict.must_wait:
            return repost_at_once(wanted, by=by, now=now, client_key=client_key, verdict=verdict)
    except (NotRepostable, screening.NotAllowed):
        # Sent twice, and what was reposted is gone by now: the first time counts.
        if earlier := queries.post_by_key(by, client_key):
            return earlier
        raise
    if earlier := queries.post_by_key(by, client_key):
        return earlier
    _hold(wanted, verdict, by=by, now=now, client_key=client_key)
    raise screening.Held


@operation
def repost_at_once(
    wanted: Repost, *, by: Account, now: datetime, client_key: str | None, verdict: Verdict | None = None
) -> Post:
    """Pass a post on without asking the screen: what has a `verdict`, or what a reviewer has let out."""
    parent, root, reading = _checked(wanted, by=by, now=now)
    text, audience, comment_on = wanted.text, wanted.audience, wanted.comment_on
    post = Post.repost_of(
        parent.post, author=by, text=text, at=now, entities=reading.entities, audience=audience,
        group_id=wanted.group_id, client_key=client_key, shows_chain=wanted.shows_chain,
        label=root.post.label or _label(reading),
    )  # fmt: skip
    post.parent, post.root = parent.post, root.post
    stored = inserting.insert_once(post, by=by)
    if stored is not post:
        return stored
    counting.count(Post, "repost_count", {parent.post.id, root.post.id})
    if text and root.has_cards:
        hanging.speak_of_cards(post)
        counting.count(Product, "post_count", queries.product_ids_of(root.post.id))
    inserting.index(post, reading, by=by, now=now)
    if verdict:
        screening.note(verdict, by=by, now=now, on=("post", post.id))
    announce(events.PostReposted(post.id, parent.post.id, root.post.id, by.id, comment_on=comment_on))
    return post


@operation
def _hold(wanted: Repost, verdict: Verdict, *, by: Account, now: datetime, client_key: str | None) -> None:
    _checked(wanted, by=by, now=now)
    screening.hold(verdict, by=by, now=now, payload=wanted.as_json(), client_key=client_key)


def _said(wanted: Repost) -> Said:
    texts = {"post": [wanted.text]}
    if wanted.comment_on:
        texts["comment"] = [wanted.text]
    return Said("repost", texts, is_comment=bool(wanted.comment_on))


def _checked(wanted: Repost, *, by: Account, now: datetime) -> tuple[Standing, Standing, TextReading]:
    """Parent and root as they stand towards the author, and what stands in her words, if she may pass it on."""
    parent, root = queries.standings_or_404(wanted.original_id, viewer=by)
    chain = {parent.post.id: parent, root.post.id: root}
    _unless(rules.why_not_words(wanted.text, audience=wanted.audience, comment_on=wanted.comment_on, chain=list(chain)))
    _unless(hanging.why_not_group(wanted.audience, wanted.group_id, by=by))
    _unless(rules.why_not_repost(parent, root))
    for post_id in wanted.comment_on:
        _unless(_why_not_comment(chain[post_id], by))
    reading = inserting.read(wanted.text, by=by, now=now)
    _unless(inserting.why_not_named(reading, by=by, now=now))
    return parent, root, reading


def _why_not_comment(standing: Standing, by: Account) -> Reason | None:
    return rules.why_not_comment(standing.post, by=by, follows=standing.follows, is_followed=standing.is_followed)


def _label(reading: TextReading) -> str:
    """Words of one's own can bring a shop's link as well."""
    return disclosure.AD if disclosure.needs_ad_label([], reading.links, reading.urls) else ""


def _unless(reason: Reason | None) -> None:
    if reason:
        raise NotRepostable(reason)
