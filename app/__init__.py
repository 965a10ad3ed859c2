"""Zhongcao (种草): a microblog in which products are attachments of posts.

`create_app` is the only place that opens every door: blueprints, sockets, commands, wiring.
"""

from collections.abc import Mapping
from typing import Any

import structlog
from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from app.accounts import commands as accounts_commands
from app.accounts import routes as accounts
from app.announcements import routes as announcements
from app.backoffice import routes as backoffice
from app.demo import commands as demo_commands
from app.engagement import routes as engagement
from app.kernel import (
    audit,
    cache,
    config,
    consuming,
    database,
    events,
    failures,
    health,
    i18n,
    jobs,
    logs,
    mail,
    realtime,
    recounting,
    rendering,
    requests,
    security,
    workers,
)
from app.kernel.method_override import MethodOverride
from app.live import sockets
from app.media import commands as media_commands
from app.media import queries as media_queries
from app.media import routes as media
from app.messages import routes as messages
from app.moderation import routes as moderation
from app.notifications import routes as notifications
from app.portability import commands as portability_commands
from app.portability import routes as portability
from app.portability.queries import collecting
from app.posts import routes as posts
from app.products import commands as products_commands
from app.products import routes as products
from app.relationships import routes as relationships
from app.screening import routes as screening
from app.search import routes as search
from app.timelines import routes as timelines
from app.verification import queries as verification_queries
from app.verification import routes as verification
from app.wiring import CLOCKWORK, COUNTERS, EXPORTS, GUARDS, MEASURE, WIRING


def create_app(overrides: Mapping[str, Any] | None = None) -> Flask:
    """The whole site; raises kernel.errors.ConfigurationError when it cannot run as it is configured."""
    app = Flask(__name__, template_folder=str(config.ROOT / "templates"), static_folder=str(config.ROOT / "static"))
    app.config.update(config.load())
    app.config.update(overrides or {})
    app.config["SEND_FILE_MAX_AGE_DEFAULT"] = 31_536_000
    requests.init_app(app)
    logs.init_app(app)
    if app.config["TRUST_LOOPBACK"]:
        structlog.get_logger("app").warning(
            "TRUST_LOOPBACK IS ON: no rate limits for 127.0.0.1, and links may be fetched from it. For tests only."
        )
    database.init_app(app)
    database.check_reachable(app)
    workers.claim(app.config["INSTANCE_DIR"], app.config["REDIS_URL"])
    for part in (cache, i18n, failures, security, rendering, realtime, mail):
        part.init_app(app)
    jobs.init_app(app, CLOCKWORK)
    _open_doors(app)
    events.wire(WIRING)
    recounting.count_all(COUNTERS)
    media_queries.set_guards(GUARDS)
    collecting.tell_also(EXPORTS)
    verification_queries.set_measure(MEASURE)
    app.wsgi_app = MethodOverride(app.wsgi_app)  # type: ignore[method-assign]
    if app.config["TRUSTED_PROXIES"]:
        hops = app.config["TRUSTED_PROXIES"]
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]
    return app


def _open_doors(app: Flask) -> None:
    doors = (health, accounts, media, relationships, products, posts, engagement, messages, timelines, search)
    for door in (*doors, moderation, screening, portability, notifications, verification, backoffice, announcements):
        app.register_blueprint(door.bp)
    for part in (accounts, accounts_commands, media, sockets, media_commands, products_commands, demo_commands):
        part.init_app(app)
    accounts_commands.account.add_command(portability_commands.take_in)
    app.cli.add_command(audit.audit)
    app.cli.add_command(consuming.consume)
    app.cli.add_command(recounting.recount)
