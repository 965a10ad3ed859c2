"""A thing in plain values, as it is at this moment: what a case, a report or a decision keeps of it.

Pictures are named by `media`, the key of their files; moderation.operations.evidence copies these and puts the key of
the copy in its place. `print` is the same as long as the thing says and shows the same: counts are not in it.
"""

import hashlib
import json
from collections.abc import Callable, Iterable
from typing import Any

from app.accounts import queries as accounts
from app.accounts.models import Account
from app.engagement.models import Comment
from app.kernel.database import db
from app.media.models import Image, Video
from app.messages import queries as messages
from app.messages.models import Message
from app.moderation.queries.subjects import Subject
from app.posts import queries as posts
from app.posts.models import Post, Topic
from app.products.models import Link, Product

_PRINTED = ("text", "pictures", "cards", "poll", "nickname", "bio", "title", "url", "price", "lead", "link", "video")
EXCERPT = 200


def portrait_of(subject: Subject) -> dict[str, Any]:
    """What the thing says, shows and stands in, in values that JSON can hold; ids are text."""
    portrait = {"kind": subject.kind, "id": str(subject.id), **_PORTRAITS[subject.kind](subject.row)}
    said = json.dumps({name: portrait.get(name) for name in _PRINTED}, sort_keys=True, ensure_ascii=False)
    return {**portrait, "print": hashlib.sha256(said.encode()).hexdigest()[:16]}


def _post(post: Post) -> dict[str, Any]:
    images = posts.images_of([post.id]).get(post.id, [])
    cards = posts.cards_of([post.id]).get(post.id, [])
    options = posts.options_of([post.id]).get(post.id, []) if post.has_poll else []
    root = db.session.get(Post, post.root_id) if post.root_id else None
    return {
        "author": _person(post.author_id),
        "text": post.text,
        "entities": post.entities,
        "created_at": post.created_at.isoformat(),
        "audience": post.audience,
        "version": post.version,
        "label": post.label,
        "pictures": [_picture(row.image, row.alt) for row in images],
        "video": _video(db.session.get(Video, post.video_id)) if post.video_id else None,
        "cards": [{**_card(row.product), "price_at_posting": _money(row.price_at_posting)} for row in cards],
        "poll": [option.text for option in options],
        "link": _link(db.session.get(Link, post.link_id)) if post.link_id else None,
        "counts": {"reposts": post.repost_count, "comments": post.comment_count, "likes": post.like_count},
        "root": {"id": str(root.id), "author": _person(root.author_id), "text": root.text[:EXCERPT]} if root else None,
    }


def _comment(comment: Comment) -> dict[str, Any]:
    post = db.session.get_one(Post, comment.post_id)
    return {
        "author": _person(comment.author_id),
        "text": comment.text,
        "entities": comment.entities,
        "created_at": comment.created_at.isoformat(),
        "pictures": _pictures([comment.image_id]),
        "counts": {"likes": comment.like_count, "replies": comment.reply_count},
        "post": {"id": str(post.id), "author": _person(post.author_id), "text": post.text[:EXCERPT]},
    }


def _account(account: Account) -> dict[str, Any]:
    keys = (("avatar", account.avatar_key), ("banner", account.banner_key))
    return {
        "author": _person(account.id),
        "nickname": account.nickname,
        "handle": account.handle,
        "bio": account.bio,
        "badge": account.badge,
        "badge_reason": account.badge_reason,
        "created_at": account.created_at.isoformat(),
        "pictures": [{"media": f"{key}-medium.webp", "alt": "", "of": name} for name, key in keys if key],
        "counts": {"posts": account.post_count, "fans": account.follower_count, "follows": account.following_count},
    }


def _message(message: Message) -> dict[str, Any]:
    """The message and a few before it: what was said just then, and nothing else of the conversation."""
    before = messages.messages_leading_to(message)
    members = messages.members_of(message.conversation_id)
    product = db.session.get(Product, message.product_id) if message.product_id else None
    return {
        "author": _person(message.author_id),
        "text": message.text,
        "entities": message.entities,
        "created_at": message.created_at.isoformat(),
        "pictures": _pictures([message.image_id]),
        "cards": [_card(product)] if product else [],
        "members": [_person(member) for member in members],
        "before": [
            {"author": _person(one.author_id), "text": one.text, "created_at": one.created_at.isoformat(),
             "has_picture": one.image_id is not None}
            for one in before
        ],
    }  # fmt: skip


def _product(product: Product) -> dict[str, Any]:
    return {
        "text": product.description[:1000],
        **_card(product),
        "state": product.state,
        "pictures": _pictures([product.image_id]),
        "created_at": product.created_at.isoformat(),
        "counts": {"posts": product.post_count, "wants": product.want_count},
    }


def _topic(topic: Topic) -> dict[str, Any]:
    return {
        "title": topic.name,
        "lead": topic.lead,
        "host": _person(topic.host_id) if topic.host_id else None,
        "created_at": topic.created_at.isoformat(),
        "counts": {"posts": topic.post_count, "follows": topic.follower_count},
    }


_PORTRAITS: dict[str, Callable[[Any], dict[str, Any]]] = {
    "post": _post,
    "comment": _comment,
    "account": _account,
    "message": _message,
    "product": _product,
    "topic": _topic,
}


def _person(account_id: int) -> dict[str, str]:
    account = accounts.account_or_none(account_id)
    return {"id": str(account_id), "nickname": account.nickname if account else ""}


def _pictures(image_ids: Iterable[int | None]) -> list[dict[str, str]]:
    found = [db.session.get(Image, image_id) for image_id in image_ids if image_id]
    return [_picture(image) for image in found if image is not None]


def _picture(image: Image, alt: str = "") -> dict[str, str]:
    return {"media": f"{image.key}-medium.webp", "alt": alt}


def _video(video: Video | None) -> dict[str, Any] | None:
    return {"media": f"{video.key}-poster.webp", "length": video.length} if video else None


def _card(product: Product) -> dict[str, Any]:
    return {
        "product_id": str(product.id),
        "title": product.title,
        "brand": product.brand,
        "shop": product.shop_name,
        "url": product.url,
        "domain": product.domain,
        "price": _money(product.price),
        "list_price": _money(product.list_price),
        "currency": product.currency,
    }


def _link(link: Link | None) -> dict[str, str] | None:
    return {"url": link.final_url or link.url, "title": link.title, "domain": link.domain} if link else None


def _money(value: Any) -> str | None:
    return None if value is None else str(value)
