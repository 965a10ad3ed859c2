"""An open page connects."""

from typing import Any

from flask_socketio import join_room

from app.kernel import clock
from app.kernel.realtime import keep_counted, socketio
from app.kernel.viewer import has_proof, viewer
from app.live import channels
from app.live.sockets.facts import let_go


@socketio.on("connect")
def connect(_auth: Any = None) -> bool:
    """Anyone may listen; an account hears what concerns it. A banned or closing one is told once, then nothing."""
    me = viewer()
    let_go()
    if me and me.state != "active":
        return False
    join_room(channels.EVERYONE)
    if me:
        join_room(channels.account(me.id))
        if me.is_staff and has_proof(clock.now()):
            join_room(channels.STAFF)
    keep_counted()
    return True
