"""One gunicorn process per port: Socket.IO keeps a visitor's connection in one process, so there are no workers to
share it among. Start as many of these as there are cores; nginx sends each visitor to the same one."""

import os

wsgi_app = "wsgi:app"
worker_class = "gevent"
workers = 1
worker_connections = 2000
bind = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8001')}"
# Long enough for an upload over a slow line; open sockets are told to come back elsewhere on a restart.
timeout = 60
graceful_timeout = 10
keepalive = 30
accesslog = None  # the site writes its own lines, with request ids
control_socket_disable = True  # systemd and compose restart processes; the home folder may be read-only


def post_worker_init(worker):
    """Without Redis this one process works its queue off itself, as `python wsgi.py` does."""
    # Not before: the worker has to patch the standard library first.
    from app.kernel import jobs  # noqa: PLC0415

    if not worker.wsgi.config["REDIS_URL"]:
        jobs.start_inside(worker.wsgi)
