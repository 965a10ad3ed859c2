"""Whose posts stand in which feed; who may see them is said by posts.queries.visible_to alone."""

from app.timelines.queries.homes import account_ids_with, home_feed, home_news
from app.timelines.queries.pages import product_feed, profile_feed
from app.timelines.queries.people import worth_following
from app.timelines.queries.squares import public_feed, public_news
from app.timelines.queries.topics import topic_card_feed, topic_feed, topic_hot_feed, topic_news
from app.timelines.queries.unwanted import (
    hides_products,
    muted_topics_of,
    muted_words_of,
    unwanted_by,
    wanted_page,
)

__all__ = [
    "account_ids_with",
    "hides_products",
    "home_feed",
    "home_news",
    "muted_topics_of",
    "muted_words_of",
    "product_feed",
    "profile_feed",
    "public_feed",
    "public_news",
    "topic_card_feed",
    "topic_feed",
    "topic_hot_feed",
    "topic_news",
    "unwanted_by",
    "wanted_page",
    "worth_following",
]
