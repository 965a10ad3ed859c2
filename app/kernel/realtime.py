"""The Socket.IO server: it carries ids and counts, never markup; through Redis to the other processes."""

from typing import Any

from flask import Flask
from flask_socketio import SocketIO

socketio = SocketIO()


def init_app(app: Flask) -> None:
    """Connect Socket.IO to the app, over Redis where it is configured."""
    socketio.init_app(
        app,
        async_mode=app.config.get("SOCKET_MODE", "gevent"),
        message_queue=app.config.get("SOCKET_QUEUE", app.config["REDIS_URL"]) or None,
        channel="zhongcao-live",
        cors_allowed_origins=None,  # same origin only
        manage_session=False,
        ping_interval=20,
        ping_timeout=20,
        max_http_buffer_size=16_384,
    )


def tell(room: str, event: str, **facts: Any) -> None:
    """Emit facts (ids as text, counts) to everyone in a room, in whatever process they are connected."""
    socketio.emit(event, facts, to=room)


def empty(room: str) -> None:
    """Turn everyone out of a room; who may come back in is asked at its door."""
    socketio.close_room(room)
