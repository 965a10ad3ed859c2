"""The WSGI entry: `app` under gunicorn, and `python wsgi.py` for the whole site in one process on one machine."""

from gevent import monkey

monkey.patch_all()

import sys  # noqa: E402 - everything below must find the patched standard library

import structlog  # noqa: E402

from app import create_app  # noqa: E402
from app.kernel import jobs  # noqa: E402
from app.kernel.errors import ConfigurationError  # noqa: E402
from app.kernel.realtime import socketio  # noqa: E402

try:
    app = create_app()
except ConfigurationError as error:
    sys.exit(f"Zhongcao cannot start. {error}")


def main() -> None:
    """Serve web, sockets and jobs from this process."""
    if not app.config["REDIS_URL"]:
        jobs.start_inside(app)
    host, port = app.config["HOST"], app.config["PORT"]
    structlog.get_logger("app").info("serving", address=f"http://{host}:{port}")
    socketio.run(app, host=host, port=port)


if __name__ == "__main__":
    main()
