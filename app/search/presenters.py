"""What was found, as the page shows it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.accounts.models import Account
from app.engagement import queries as engagement
from app.posts.presenters.topics import TopicView, topic_view
from app.products.models import Product
from app.products.presenters import CardView, card_view
from app.relationships.presenters import PersonView, person_views
from app.search.queries import Found


@dataclass(frozen=True, slots=True)
class FoundView:
    """People, topics and product cards, the best match of each kind first."""

    people: Sequence[PersonView]
    topics: Sequence[TopicView]
    products: Sequence[CardView]


def found_view(found: Found, viewer: Account | None) -> FoundView:
    """The views of all that was found."""
    return FoundView(
        people=person_views(found.people, viewer),
        topics=[topic_view(topic, topic.name) for topic in found.topics],
        products=_cards(found.products, viewer),
    )


def _cards(products: Sequence[Product], viewer: Account | None) -> list[CardView]:
    done = engagement.what_is_done(viewer, post_ids=(), product_ids=[product.id for product in products])
    return [replace(card_view(product), wanted=product.id in done.wanted) for product in products]
