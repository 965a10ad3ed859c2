"""Posts and comments in sight on an open page."""

from typing import Any

from flask_socketio import join_room, leave_room

from app.kernel.realtime import socketio
from app.kernel.viewer import viewer
from app.live import channels
from app.live.sockets.facts import ids, let_go, one_id
from app.posts import queries as posts


@socketio.on("post:watch")
def post_watch(facts: Any) -> None:
    """Counts and deletion of the posts in sight, as far as the viewer may see them."""
    for post in posts.posts_by_ids(ids(facts), viewer=viewer()):
        join_room(channels.post(post.id))
    let_go()


@socketio.on("post:unwatch")
def post_unwatch(facts: Any) -> None:
    """The posts are out of sight."""
    for post_id in ids(facts):
        leave_room(channels.post(post_id))


@socketio.on("thread:watch")
def thread_watch(facts: Any) -> None:
    """New comments of a post whose page is open."""
    for post in posts.posts_by_ids(one_id(facts), viewer=viewer()):
        join_room(channels.thread(post.id))
        join_room(channels.post(post.id))
    let_go()
