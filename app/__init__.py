"""Zhongcao (种草): a microblog in which products are attachments of posts.

`create_app` is the only place that opens every door: blueprints, sockets, commands, wiring.
"""

from collections.abc import Mapping
from typing import Any

import structlog
from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from app.kernel import cache, config, database, events, failures, i18n, jobs, logs, realtime, rendering, security, workers
from app.kernel.method_override import MethodOverride
from app.wiring import WIRING


def create_app(overrides: Mapping[str, Any] | None = None) -> Flask:
    """The whole site; raises kernel.errors.ConfigurationError when it cannot run as it is configured."""
    app = Flask(__name__, template_folder=str(config.ROOT / "templates"), static_folder=str(config.ROOT / "static"))
    app.config.update(config.load())
    app.config.update(overrides or {})
    app.config["SEND_FILE_MAX_AGE_DEFAULT"] = 31_536_000
    logs.init_app(app)
    if app.config["TRUST_LOOPBACK"]:
        structlog.get_logger("app").warning(
            "TRUST_LOOPBACK IS ON: no rate limits for 127.0.0.1, and links may be fetched from it. For tests only."
        )
    database.init_app(app)
    database.check_reachable(app)
    workers.claim(app.config["INSTANCE_DIR"], app.config["REDIS_URL"])
    for part in (cache, i18n, failures, security, rendering, realtime, jobs):
        part.init_app(app)
    _open_doors(app)
    events.wire(WIRING)
    app.wsgi_app = MethodOverride(app.wsgi_app)  # type: ignore[method-assign]
    if app.config["TRUSTED_PROXIES"]:
        hops = app.config["TRUSTED_PROXIES"]
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]
    return app


def _open_doors(app: Flask) -> None:
    # TEMPORARY while the domains are being written: open what is there.
    import importlib

    for domain in DOMAINS:
        for room in ("routes", "commands", "sockets"):
            try:
                module = importlib.import_module(f"app.{domain}.{room}")
            except ImportError as error:
                if f"app.{domain}.{room}" not in str(error):
                    print(f"NOT OPENED YET: app.{domain}.{room}: {error}")
                continue
            if hasattr(module, "bp"):
                app.register_blueprint(module.bp)
            if hasattr(module, "init_app"):
                module.init_app(app)


DOMAINS = "accounts media relationships products posts engagement timelines search notifications live demo".split()
