"""The page of a topic, and the list of topics."""

from collections.abc import Sequence

from flask import render_template, request
from flask.typing import ResponseReturnValue

from app.accounts import queries as accounts
from app.kernel import cache, clock, rendering, security
from app.kernel.pagination import Page, mapped
from app.kernel.viewer import viewer
from app.posts import operations
from app.posts import queries as posts
from app.posts.models import Post, Topic
from app.posts.presenters.topics import TopicView, topic_view
from app.timelines import presenters, queries
from app.timelines.routes.blueprint import answer, before, bp

_TABS = ("hot", "new", "products")
_A_DAY = 24 * 3600


@bp.get("/topic/<name>")
@security.public
def topic(name: str) -> ResponseReturnValue:
    """What is said under a topic; `?tab=` hot, new or products. One that nobody has used yet is an invitation."""
    found = posts.topic_or_none(name)
    tab = request.args.get("tab", "")
    tab = tab if tab in _TABS else _TABS[0]
    if found is None:
        return answer("timelines/topic.html", Page(items=[], next_cursor=None), topic=topic_view(None, name), tab=tab)
    if not rendering.wants_fragment():
        _count_reader(found)
    # What the feed asks for news with; the tab belongs to its address.
    feed_query = f"&tab={tab}&feed=topic&topic={found.id}" if tab == "new" else f"&tab={tab}"
    return answer("timelines/topic.html", _page(found, tab), topic=_view(found), tab=tab, feed_query=feed_query)


@bp.get("/topics")
@security.public
def topic_index() -> ResponseReturnValue:
    """The topics that the viewer follows, and those that are being talked about."""
    me = viewer()
    empty: Page[TopicView] = Page(items=[], next_cursor=None)
    followed = mapped(posts.followed_topics(me, before=before()), _links) if me else empty
    busy = presenters.Rail(me, now=clock.now()).topics
    return render_template("timelines/topics.html", followed=followed, busy=busy)


def _page(found: Topic, tab: str) -> Page[Post]:
    if tab == "hot":
        return queries.topic_hot_feed(found, viewer=viewer(), before=request.args.get("before"), now=clock.now())
    feed = queries.topic_card_feed if tab == "products" else queries.topic_feed
    return feed(found, viewer=viewer(), before=before())


def _view(found: Topic) -> TopicView:
    me = viewer()
    host = accounts.account_or_none(found.host_id) if found.host_id else None
    is_followed = me is not None and posts.is_following_topic(me, found)
    return topic_view(found, found.name, host=host, viewer=me, is_followed=is_followed)


def _count_reader(found: Topic) -> None:
    """Once a day for each account, and for each address that nobody is logged in at."""
    me = viewer()
    who = str(me.id) if me is not None else request.remote_addr
    if cache.add(f"topic-read:{found.id}:{who}", seconds=_A_DAY):
        operations.note_read(found)


def _links(topics: Sequence[Topic]) -> list[TopicView]:
    return [topic_view(one, one.name, is_followed=True) for one in topics]
