"""Socket.IO: who may join which room. Every id is checked as the viewer before its room is entered."""

from typing import Any

from flask import Flask
from flask_socketio import join_room, leave_room, rooms

from app.kernel.database import db
from app.kernel.pagination import cursor_from
from app.kernel.realtime import socketio
from app.kernel.viewer import viewer
from app.live import channels, queries
from app.posts import queries as posts

MOST_AT_ONCE = 60


def init_app(app: Flask) -> None:
    """The handlers below bind themselves when this module is imported."""


@socketio.on("connect")
def connect(_auth: Any = None) -> None:
    """Anyone may listen; an account hears what concerns it."""
    join_room(channels.EVERYONE)
    if me := viewer():
        join_room(channels.account(me.id))
    _let_go()


@socketio.on("feed:subscribe")
def feed_subscribe(_facts: Any = None) -> None:
    """Join the rooms of those whom the viewer follows (not of those she mutes), and leave the others."""
    me = viewer()
    if me is None:
        return
    wanted = {channels.followers_of(account_id) for account_id in queries.audible_ids(me.id)}
    present = {room for room in rooms() if room.startswith("feed:")}
    for room in wanted - present:
        join_room(room)
    for room in present - wanted:
        leave_room(room)
    _let_go()


@socketio.on("post:watch")
def post_watch(facts: Any) -> None:
    """Counts and deletion of the posts in sight, as far as the viewer may see them."""
    for post in posts.posts_by_ids(_ids(facts), viewer=viewer()):
        join_room(channels.post(post.id))
    _let_go()


@socketio.on("post:unwatch")
def post_unwatch(facts: Any) -> None:
    """The posts are out of sight."""
    for post_id in _ids(facts):
        leave_room(channels.post(post_id))


@socketio.on("thread:watch")
def thread_watch(facts: Any) -> None:
    """New comments of a post whose page is open."""
    for post in posts.posts_by_ids(_ids({"ids": [_value(facts, "id")]}), viewer=viewer()):
        join_room(channels.thread(post.id))
        join_room(channels.post(post.id))
    _let_go()


@socketio.on("link:watch")
def link_watch(facts: Any) -> None:
    """What is behind a link that the viewer has pasted."""
    if viewer() is not None:
        for link_id in _ids({"ids": [_value(facts, "id")]}):
            join_room(channels.link(link_id))
    _let_go()


@socketio.on("product:watch")
def product_watch(facts: Any) -> None:
    """Changes of a product."""
    for product_id in _ids({"ids": [_value(facts, "id")]}):
        join_room(channels.product(product_id))


@socketio.on("public:watch")
def public_watch(_facts: Any = None) -> None:
    """New posts on 广场."""
    join_room(channels.PUBLIC)


def _value(facts: Any, key: str) -> Any:
    return facts.get(key) if isinstance(facts, dict) else None


def _ids(facts: Any) -> list[int]:
    """The ids a page sent: at most MOST_AT_ONCE, anything else in the list is passed over."""
    given = _value(facts, "ids")
    if not isinstance(given, list):
        return []
    return [number for one in given[:MOST_AT_ONCE] if isinstance(one, str) and (number := cursor_from(one))]


def _let_go() -> None:
    """Handlers run for as long as the page is open; the database connection goes back at once."""
    db.session.remove()
