"""Structured logs: one line per event, JSON in production, with the request's id; never a secret or a person's text."""

import logging
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

import structlog
from flask import Flask, Response, g, request

_QUIET_PATHS = ("/static/", "/media/", "/socket.io/", "/healthz")


def init_app(app: Flask) -> None:
    """Set up structlog and log every request that is not a file."""
    production = app.config["APP_ENV"] == "production"
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            *_renderers(production),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelName(app.config["LOG_LEVEL"])),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
    app.before_request(_begin)
    app.after_request(_end)


@contextmanager
def quiet() -> Iterator[None]:
    """Inside, only warnings and worse are logged: for acts of thousands, which say by themselves how far they are."""
    kept = structlog.get_config()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    try:
        yield
    finally:
        structlog.configure(**kept)


def _renderers(production: bool) -> list[Any]:
    if production:
        return [structlog.processors.format_exc_info, structlog.processors.JSONRenderer(ensure_ascii=False)]
    plain = structlog.dev.plain_traceback
    return [structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), exception_formatter=plain)]


def _begin() -> None:
    g.started = time.perf_counter()
    g.request_id = uuid4().hex[:16]
    structlog.contextvars.clear_contextvars()
    structlog.contextvars.bind_contextvars(request_id=g.request_id)


def _end(response: Response) -> Response:
    response.headers["X-Request-Id"] = g.get("request_id", "")
    if not request.path.startswith(_QUIET_PATHS):
        took = round((time.perf_counter() - g.get("started", time.perf_counter())) * 1000, 1)
        structlog.get_logger("http").info(
            "request", method=request.method, path=request.path, status=response.status_code, ms=took
        )
    return response
