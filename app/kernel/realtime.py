"""The Socket.IO server: it carries ids and counts, never markup; through Redis to the other processes."""

from typing import Any

from flask import Flask, current_app
from flask_socketio import SocketIO

from app.kernel import cache, ids

socketio = SocketIO()
_TOLD_EVERY = 15  # seconds
_is_telling = False


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


def open_sockets() -> int:
    """How many pages are connected, in whatever process; of other processes as they said up to _TOLD_EVERY ago."""
    others = [_key(number) for number in range(ids.MAX_WORKERS) if number != ids.worker()]
    return _own() + (sum(count or 0 for count in cache.get_many(others)) if current_app.config["REDIS_URL"] else 0)


def keep_counted() -> None:
    """Where there are other processes, let them know from now on how many pages are connected to this one.

    Called when a page connects; ends by itself with the last one, and what it said lapses.
    """
    global _is_telling
    if _is_telling or not current_app.config["REDIS_URL"]:
        return
    _is_telling = True
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]
    socketio.start_background_task(_keep_telling, app)


def _keep_telling(app: Flask) -> None:
    global _is_telling
    try:
        while count := _own():
            with app.app_context():
                cache.put(_key(ids.worker()), count, seconds=2 * _TOLD_EVERY)
            socketio.sleep(_TOLD_EVERY)
        with app.app_context():
            cache.forget(_key(ids.worker()))
    finally:
        _is_telling = False


def _own() -> int:
    return len(socketio.server.manager.rooms.get("/", {}).get(None, ()))


def _key(worker: int) -> str:
    return f"sockets:{worker}"


def tell(room: str, event: str, **facts: Any) -> None:
    """Emit facts (ids as text, counts) to everyone in a room, in whatever process they are connected."""
    socketio.emit(event, facts, to=room)


def empty(room: str) -> None:
    """Turn everyone out of a room; who may come back in is asked at its door."""
    socketio.close_room(room)
