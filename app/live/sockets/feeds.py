"""Feeds that an open page listens to."""

from typing import Any

from flask_socketio import join_room, leave_room, rooms

from app.kernel.realtime import socketio
from app.kernel.viewer import viewer
from app.live import channels, queries
from app.live.sockets.facts import let_go, one_id


@socketio.on("feed:subscribe")
def feed_subscribe(_facts: Any = None) -> None:
    """Join the rooms of those whom the viewer follows (not of those she mutes), and leave the others."""
    me = viewer()
    if me is None or me.state != "active":  # banned since the page connected
        return
    wanted = {channels.followers_of(account_id) for account_id in queries.audible_ids(me.id)}
    present = {room for room in rooms() if room.startswith("feed:")}
    for room in wanted - present:
        join_room(room)
    for room in present - wanted:
        leave_room(room)
    let_go()


@socketio.on("topic:watch")
def topic_watch(facts: Any) -> None:
    """New posts under a topic; it is told of public ones alone."""
    for topic_id in one_id(facts):
        join_room(channels.topic(topic_id))


@socketio.on("public:watch")
def public_watch(_facts: Any = None) -> None:
    """New posts on 广场."""
    join_room(channels.PUBLIC)
