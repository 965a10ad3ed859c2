"""Links and products that an open page waits for."""

from typing import Any

from flask_socketio import join_room

from app.kernel.realtime import socketio
from app.kernel.viewer import viewer
from app.live import channels
from app.live.sockets.facts import let_go, one_id


@socketio.on("link:watch")
def link_watch(facts: Any) -> None:
    """What is behind a link that the viewer has pasted."""
    if viewer() is not None:
        for link_id in one_id(facts):
            join_room(channels.link(link_id))
    let_go()


@socketio.on("product:watch")
def product_watch(facts: Any) -> None:
    """Changes of a product."""
    for product_id in one_id(facts):
        join_room(channels.product(product_id))
