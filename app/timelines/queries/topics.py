"""What stands under a topic: 热门, 实时, 商品. Whoever looks at it does not mind topics."""

import dataclasses
import re
from datetime import datetime

from sqlalchemy import select

from app.accounts.models import Account
from app.kernel import cache
from app.kernel.database import db
from app.kernel.pagination import PAGE, Page
from app.posts import queries as posts
from app.posts.models import Post, PostProduct, PostTopic, Topic
from app.timelines.queries.catching_up import CATCH_UP, a_little_before
from app.timelines.queries.unwanted import unwanted_by, wanted_page
from app.timelines.rules import Unwanted

CARDS_AMONG = 2000
_RANKED_FOR = 60  # seconds
_CURSOR = re.compile(r"(\d{1,10})-(\d{1,19})", re.ASCII)


def topic_feed(topic: Topic, *, viewer: Account | None, before: int | None) -> Page[Post]:
    """实时: a page of the posts that carry a topic, by time."""
    query = posts.posts_with_topic(topic, viewer=viewer)
    return wanted_page(query, PostTopic.post_id, viewer=viewer, before=before, unwanted=_unwanted(viewer))


def topic_news(topic: Topic, *, viewer: Account | None, since: int) -> Page[Post]:
    """What is new under a topic since the post `since`."""
    query = posts.posts_with_topic(topic, viewer=viewer).where(
        PostTopic.post_id > a_little_before(since), PostTopic.post_id != since
    )
    return wanted_page(query, PostTopic.post_id, viewer=viewer, before=None, unwanted=_unwanted(viewer), size=CATCH_UP)


def topic_hot_feed(topic: Topic, *, viewer: Account | None, before: str | None, now: datetime) -> Page[Post]:
    """热门: the hottest of a topic's newest posts first. The order is made once a minute and is the same for all.

    The cursor is heat and id of the last post looked at. With unwanted posts a page may be short and still go on.
    """
    ranking = _ranking(topic, now)
    if (last := _last_of(before)) is not None:
        ranking = [place for place in ranking if place < last]
    places = ranking[:PAGE]
    ids = [post_id for _heat, post_id in places]
    query = posts.visible_to(viewer).where(Post.id.in_(ids))
    found = wanted_page(query, Post.id, viewer=viewer, before=None, unwanted=_unwanted(viewer)).items
    shown = sorted(found, key=lambda post: ids.index(post.id))
    return Page(shown, f"{places[-1][0]}-{places[-1][1]}" if len(ranking) > PAGE else None)


def topic_card_feed(topic: Topic, *, viewer: Account | None, before: int | None) -> Page[Post]:
    """商品: those among the posts of a topic that carry a product card, by time.

    A page looks through CARDS_AMONG posts at the most: where cards are rare it may be short and still go on.
    """
    newest = posts.newest_carriers(topic, size=CARDS_AMONG, before=before)
    looked_through = newest.subquery()
    query = (
        posts.visible_to(viewer)
        .join(looked_through, looked_through.c.post_id == Post.id)
        .where(select(PostProduct.post_id).where(PostProduct.post_id == Post.id).exists())
    )
    page = wanted_page(query, Post.id, viewer=viewer, before=None, unwanted=_unwanted(viewer, products=False))
    if page.next_cursor is None and (floor := db.session.scalar(newest.offset(CARDS_AMONG - 1).limit(1))) is not None:
        return Page(page.items, str(floor))
    return page


def _ranking(topic: Topic, now: datetime) -> list[tuple[int, int]]:
    key = f"topic-ranking:{topic.id}"
    kept: list[tuple[int, int]] | None = cache.get(key)
    if kept is None:
        kept = posts.hottest_under(topic, now=now)
        cache.put(key, kept, seconds=_RANKED_FOR)
    return kept


def _last_of(cursor: str | None) -> tuple[int, int] | None:
    match = _CURSOR.fullmatch(cursor or "")
    return (int(match[1]), int(match[2])) if match else None


def _unwanted(viewer: Account | None, *, products: bool = True) -> Unwanted:
    """Who opens a topic wants to see it, and its cards where she opens those."""
    unwanted = dataclasses.replace(unwanted_by(viewer), topics=False)
    return unwanted if products else dataclasses.replace(unwanted, products=False)
