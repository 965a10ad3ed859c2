"""Connections that go to an address chosen beforehand and that end when their time is up."""

import contextlib
import socket
import threading
import time
from collections.abc import Iterator
from typing import Any, cast

import certifi
import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection

from app.kernel.fetching.addresses import Address
from app.kernel.fetching.targets import Target


class Deadline:
    """The moment at which a fetch has to be over, whatever the other side is doing.

    Socket timeouts only bound the wait for the *next* byte; a server that drips one byte a second would hold a worker
    for ever. So at the deadline the connection is shut down from outside, in whichever phase it is.
    """

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds
        self._watched: list[socket.socket] = []
        self._lock = threading.Lock()
        self._timer = threading.Timer(seconds, self._cut)
        self._timer.daemon = True

    def __enter__(self) -> "Deadline":
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        self.release()

    @property
    def remaining(self) -> float:
        """Seconds left, never negative."""
        return max(self._end - time.monotonic(), 0.0)

    @property
    def is_over(self) -> bool:
        """Whether the time is up."""
        return self.remaining <= 0

    def watch(self, connection: socket.socket) -> None:
        """Cut this connection when the time is up. A duplicate is kept: TLS takes the original socket over."""
        with self._lock:
            self._watched.append(connection.dup())

    def release(self) -> None:
        """Let go of the connections of a finished hop."""
        with self._lock:
            for connection in self._watched:
                connection.close()
            self._watched.clear()

    def _cut(self) -> None:
        with self._lock:
            for connection in self._watched:
                with contextlib.suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)


class _Pinned:
    """Mixed into urllib3's connections: the socket goes to `address`, the name is only used for TLS."""

    pinned_address: Address
    deadline: Deadline

    def _new_conn(self) -> socket.socket:
        port = cast(HTTPConnection, self).port
        patience = max(self.deadline.remaining, 0.001)
        connection = socket.create_connection((str(self.pinned_address), port), timeout=patience)
        self.deadline.watch(connection)
        return connection


class _PinnedHTTP(_Pinned, HTTPConnection):
    pass


class _PinnedHTTPS(_Pinned, HTTPSConnection):
    pass


@contextlib.contextmanager
def opened(
    target: Target, address: Address, deadline: Deadline, headers: dict[str, str]
) -> Iterator[urllib3.BaseHTTPResponse]:
    """One GET to one address. The body is left undecoded; redirects are not followed."""
    pool = _pool(target, address, deadline)
    try:
        response = pool.urlopen(
            "GET",
            target.request_path,
            headers={"Host": target.host_header, **headers},
            redirect=False,
            retries=False,
            preload_content=False,
            decode_content=False,
            assert_same_host=False,
            timeout=urllib3.Timeout(total=max(deadline.remaining, 0.001)),
        )
        try:
            yield response
        finally:
            response.close()
    finally:
        pool.close()
        deadline.release()


def _pool(target: Target, address: Address, deadline: Deadline) -> urllib3.HTTPConnectionPool:
    pinned: dict[str, Any] = {"pinned_address": address, "deadline": deadline}
    if target.scheme == "https":
        pool: urllib3.HTTPConnectionPool = urllib3.HTTPSConnectionPool(
            target.host, target.port, maxsize=1, cert_reqs="CERT_REQUIRED", ca_certs=certifi.where()
        )
        pool.ConnectionCls = type("PinnedHTTPS", (_PinnedHTTPS,), pinned)
    else:
        pool = urllib3.HTTPConnectionPool(target.host, target.port, maxsize=1)
        pool.ConnectionCls = type("PinnedHTTP", (_PinnedHTTP,), pinned)
    return pool
