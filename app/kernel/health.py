"""`/healthz`: whether this process can do its work."""

import redis
from flask import Blueprint, Response, current_app, jsonify
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from app.kernel import clock, outbox, security
from app.kernel.database import db

bp = Blueprint("kernel", __name__)


@bp.get("/healthz")
@security.public
@security.open_to_banned
@security.limiter.exempt
def health_show() -> tuple[Response, int]:
    """200 and `ok` when database (and Redis, if configured) answer, else 503; with the number of waiting deliveries."""
    parts = {"database": _database_answers(), "redis": _redis_answers()}
    well = all(parts.values())
    waiting = outbox.waiting(clock.now()) if parts["database"] else None
    return jsonify(status="ok" if well else "failing", parts=parts, waiting_deliveries=waiting), 200 if well else 503


def _database_answers() -> bool:
    try:
        db.session.execute(text("SELECT 1"))
    except SQLAlchemyError:
        db.session.rollback()
        return False
    return True


def _redis_answers() -> bool:
    url = current_app.config["REDIS_URL"]
    if not url:
        return True
    try:
        with redis.Redis.from_url(url, socket_timeout=2) as connection:
            return bool(connection.ping())
    except redis.RedisError:
        return False
