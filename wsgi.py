"""The WSGI entry: `app` under gunicorn, and `python wsgi.py` for the whole site in one process on one machine."""

from gevent import monkey

monkey.patch_all()

import socket  # noqa: E402
import sys  # noqa: E402 - everything below must find the patched standard library

import structlog  # noqa: E402

from app import create_app  # noqa: E402
from app.kernel import database, jobs  # noqa: E402
from app.kernel.errors import ConfigurationError  # noqa: E402
from app.kernel.realtime import socketio  # noqa: E402

try:
    app = create_app()
except ConfigurationError as error:
    sys.exit(f"Zhongcao cannot start. {error.message}")


def main() -> None:
    """Serve web, sockets and jobs from this process."""
    try:
        database.check_migrated(app)
    except ConfigurationError as error:
        sys.exit(f"Zhongcao cannot start. {error.message}")
    host, port = app.config["HOST"], app.config["PORT"]
    refuse_taken(host, port)
    if not app.config["REDIS_URL"]:
        jobs.start_inside(app)
    structlog.get_logger("app").info("serving", address=f"http://{host}:{port}")
    socketio.run(app, host=host, port=port)


def refuse_taken(host: str, port: int) -> None:
    """End with a sentence where the address cannot be listened on, before any work is begun."""
    try:
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except OSError as error:
        sys.exit(f"Zhongcao cannot start. {host}:{port} cannot be used ({error.strerror}); set HOST or PORT.")


if __name__ == "__main__":
    main()
