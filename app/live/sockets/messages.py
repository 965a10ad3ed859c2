"""对方正在输入: one member of a conversation is told that the other is writing."""

from typing import Any

from app.kernel import cache
from app.kernel.realtime import socketio
from app.kernel.viewer import viewer
from app.live import operations
from app.live.sockets.facts import let_go, one_id
from app.messages import queries as messages
from app.relationships import queries as relationships

EVERY = 2  # seconds: how often one is told at the most


@socketio.on("message:typing")
def message_typing(facts: Any) -> None:
    """The viewer is writing to someone: told on if they have a conversation that this one has taken in."""
    me = viewer()
    if me and me.state == "active":
        for other_id in one_id(facts, "to"):
            _tell_on(me, other_id)
    let_go()


def _tell_on(me: Any, other_id: int) -> None:
    if not cache.add(f"typing:{me.id}:{other_id}", seconds=EVERY):
        return
    between = messages.between(me, other_id)
    if between is None or between.other.box != "main" or relationships.blocks_between(me.id, other_id):
        return
    operations.tell_typing(between.conversation_id, by_id=me.id, to_id=other_id)
