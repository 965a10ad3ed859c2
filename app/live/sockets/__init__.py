"""Socket.IO: who may join which room. Every id is checked as the viewer before its room is entered."""

from flask import Flask

from app.live.sockets import connecting, feeds, links, messages, posts

__all__ = ["connecting", "feeds", "init_app", "links", "messages", "posts"]


def init_app(app: Flask) -> None:
    """The handlers bind themselves when their modules are imported."""
