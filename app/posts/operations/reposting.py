"""Passing a post on with words of one's own."""

from collections.abc import Sequence
from datetime import datetime

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


class NotRepostable(Refusal):
    """The post cannot be passed on, or not with these words."""


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
    `client_key` as publishing is. Raises NotRepostable.
    """
    original_id = original if isinstance(original, int) else original.id
    try:
        return _repost(original_id, by=by, text=inserting.tidy(text), now=now, comment_on=tuple(comment_on),
                       shows_chain=shows_chain, audience=audience,
                       group_id=group_id if audience == "group" else None, client_key=client_key)  # fmt: skip
    except NotRepostable:
        # Sent twice, and what was reposted is gone by now: the first time counts.
        if earlier := queries.post_by_key(by, client_key):
            return earlier
        raise


@operation
def _repost(
    original_id: int, *, by: Account, text: str, now: datetime, comment_on: tuple[int, ...],
    shows_chain: bool, audience: str, group_id: int | None, client_key: str | None,
) -> Post:  # fmt: skip
    parent, root = queries.standings_or_404(original_id, viewer=by)
    chain = {parent.post.id: parent, root.post.id: root}
    _unless(rules.why_not_words(text, audience=audience, comment_on=comment_on, chain=list(chain)))
    _unless(hanging.why_not_group(audience, group_id, by=by))
    _unless(rules.why_not_repost(parent, root))
    for post_id in comment_on:
        _unless(_why_not_comment(chain[post_id], by))
    reading = inserting.read(text, by=by, now=now)
    _unless(inserting.why_not_named(reading, by=by, now=now))
    post = Post.repost_of(
        parent.post, author=by, text=text, at=now, entities=reading.entities, audience=audience, group_id=group_id,
        client_key=client_key, shows_chain=shows_chain, label=root.post.label or _label(reading),
    )  # fmt: skip
    post.parent, post.root = parent.post, root.post
    stored = inserting.insert_once(post, by=by)
    if stored is not post:
        return stored
    counting.count(Post, "repost_count", chain)
    if text and root.has_cards:
        hanging.speak_of_cards(post)
        counting.count(Product, "post_count", queries.product_ids_of(root.post.id))
    inserting.index(post, reading, by=by, now=now)
    announce(events.PostReposted(post.id, parent.post.id, root.post.id, by.id, comment_on=comment_on))
    return post


def _why_not_comment(standing: Standing, by: Account) -> Reason | None:
    return rules.why_not_comment(standing.post, by=by, follows=standing.follows, is_followed=standing.is_followed)


def _label(reading: TextReading) -> str:
    """Words of one's own can bring a shop's link as well."""
    return disclosure.AD if disclosure.needs_ad_label([], reading.links, reading.urls) else ""


def _unless(reason: Reason | None) -> None:
    if reason:
        raise NotRepostable(reason)
