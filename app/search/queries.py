"""Finding people, topics and products by name."""

from dataclasses import dataclass, field
from datetime import datetime

from app.accounts import queries as accounts
from app.accounts.models import Account
from app.kernel.database import db
from app.posts import queries as posts
from app.posts.models import Topic
from app.products import queries as products
from app.products.models import Product
from app.relationships import queries as relationships
from app.screening import queries as screening

PEOPLE, TOPICS, PRODUCTS = 20, 12, 12
LONGEST = 50


@dataclass(frozen=True)
class Found:
    """What a word leads to."""

    people: list[Account] = field(default_factory=list)
    topics: list[Topic] = field(default_factory=list)
    products: list[Product] = field(default_factory=list)


def found_by_name(words: str, *, viewer: Account | None, now: datetime) -> Found:
    """People, topics and products with this in their names; nobody whom the viewer meets nowhere."""
    words = " ".join(words.split())[:LONGEST]
    if not words:
        return Found()
    return Found(
        people=_people(words.removeprefix("@"), viewer, now),
        topics=posts.topics_like(words.strip("#"), TOPICS) if words.strip("#") else [],
        products=products.products_like(words, limit=PRODUCTS),
    )


def _people(name: str, viewer: Account | None, now: datetime) -> list[Account]:
    """Who is limited (不进搜索) is not named here; her own page says so to her."""
    if not name:
        return []
    unseen = relationships.unseen_by(viewer.id if viewer is not None else None)
    named = accounts.named_with(name).where(
        Account.id.not_in(unseen), Account.id.not_in(screening.limited("no_search", now))
    )
    return list(db.session.scalars(named.limit(PEOPLE)))
