"""Feeds as the pages show them, and the rail beside them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cached_property

from app.accounts.models import Account
from app.accounts.presenters import account_view
from app.engagement import presenters as engagement
from app.kernel import cache
from app.kernel.pagination import Page
from app.posts import queries as posts
from app.posts.models import Post
from app.posts.presenters import PostView
from app.posts.presenters.topics import TopicView, followed_links, topic_view
from app.relationships.presenters import PersonView, RelationView
from app.timelines import queries

RAIL_TOPICS = 10
RAIL_PEOPLE = 4
RAIL_SPAN = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class FeedPage:
    """One page of a feed: where it goes on, and the newest id for catching up.

    `is_narrowed`: its reader leaves something out, so the page must ask which of the news she wants.
    """

    posts: Sequence[PostView]
    next_cursor: str | None
    newest_id: str = "0"
    is_narrowed: bool = False


class Rail:
    """What stands beside a page; it asks only for what the page really shows."""

    def __init__(self, viewer: Account | None, *, now: datetime) -> None:
        self._viewer, self._now = viewer, now

    @cached_property
    def topics(self) -> list[TopicView]:
        """The topics that most posts of the last days carry, with their number; for a minute the same for all."""
        kept: list[TopicView] | None = cache.get("rail:topics")
        if kept is None:
            found = posts.busy_topics(since=self._now - RAIL_SPAN, limit=RAIL_TOPICS)
            kept = [replace(topic_view(topic, topic.name), post_count=count) for topic, count in found]
            cache.put("rail:topics", kept, seconds=60)
        return kept

    @cached_property
    def followed_topics(self) -> list[TopicView]:
        """The first of the topics that the viewer follows."""
        return followed_links(self._viewer) if self._viewer is not None else []

    @cached_property
    def people(self) -> list[PersonView]:
        """Accounts that the viewer might like to follow."""
        viewer = self._viewer
        return [] if viewer is None else cache.own(viewer.id, "rail:people", lambda: _people_for(viewer, self._now))


def _people_for(viewer: Account, now: datetime) -> list[PersonView]:
    return [
        PersonView(account_view(account), RelationView(followed_by=follows))
        for account, follows in queries.worth_following(viewer, limit=RAIL_PEOPLE, now=now)
    ]


def feed_page(page: Page[Post], viewer: Account | None, *, is_narrowed: bool = False) -> FeedPage:
    """The posts of a page with the viewer's marks, in one batch."""
    newest = str(max((post.id for post in page.items), default=0))
    return FeedPage(engagement.post_views(page.items, viewer=viewer), page.next_cursor, newest, is_narrowed)
