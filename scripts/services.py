"""PostgreSQL and Redis for the tests: a throw-away database on a server that answers, else servers of our own.

`with postgres() as url:` and `with redis() as url:` clean up behind themselves, whatever happened in between.
A variable of the environment (TEST_DATABASE_URL, TEST_REDIS_URL) goes before everything else.
"""

import getpass
import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

import psycopg
import redis as redis_client

LOCAL_POSTGRES = "127.0.0.1:5432"
LOCAL_REDIS = "redis://127.0.0.1:6379"
PATIENCE = 30.0


class Missing(RuntimeError):
    """Neither a server that answers nor installed binaries; the message says what to install."""


@contextmanager
def postgres() -> Iterator[str]:
    """The URL of an empty database that is dropped at the end. Raises Missing."""
    with ExitStack() as stack:
        server = answering_postgres() or stack.enter_context(own_postgres())
        name = f"zhongcao_test_{os.getpid()}_{secrets.token_hex(3)}"
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE \"{name}\" ENCODING 'UTF8' TEMPLATE template0")
        try:
            yield with_database(server, name)
        finally:
            with psycopg.connect(server, autocommit=True) as connection:
                connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def answering_postgres() -> str | None:
    """A server where we may create databases: the one that is named, else one on the usual port that trusts us."""
    named = os.environ.get("TEST_DATABASE_URL")
    users = dict.fromkeys([getpass.getuser(), "postgres"])
    usual = [f"postgresql://{user}@{LOCAL_POSTGRES}/{base}" for user in users for base in ("postgres", "test")]
    for url in [named.replace("+psycopg", "")] if named else usual:
        try:
            with psycopg.connect(url, connect_timeout=3, autocommit=True) as connection:
                row = connection.execute("SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user")
                if row.fetchone() == (True,):
                    return url
        except psycopg.OperationalError:
            continue
    if named:
        raise Missing("TEST_DATABASE_URL is set, but no PostgreSQL answers there that lets us create a database.")
    return None


@contextmanager
def own_postgres() -> Iterator[str]:
    """A server of our own in a temporary folder, never as root: PostgreSQL refuses that."""
    binaries = postgres_binaries()
    user = unprivileged_user()
    with tempfile.TemporaryDirectory(prefix="zhongcao-postgres-", ignore_cleanup_errors=True) as folder:
        if user:
            shutil.chown(folder, user)
        data, port = Path(folder) / "data", free_port()
        init = [binaries / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync"]
        done = subprocess.run(init, user=user, capture_output=True, text=True, cwd=folder, check=False)
        if done.returncode:
            raise Missing(f"initdb failed: {done.stderr.strip()}")
        settings = {"fsync": "off", "full_page_writes": "off", "listen_addresses": "127.0.0.1", "port": port}
        settings["unix_socket_directories"] = folder
        flags = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        url = f"postgresql://postgres@127.0.0.1:{port}/postgres"
        words = [binaries / "postgres", "-D", data, *flags]
        with running(words, lambda: postgres_answers(url), "PostgreSQL", user=user):
            yield url


def postgres_binaries() -> Path:
    on_path = shutil.which("initdb")
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: float(path.parent.name), reverse=True)
    for folder in [*([Path(on_path).resolve().parent] if on_path else []), *folders]:
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    raise Missing("No PostgreSQL answers and none is installed (Debian: apt-get install postgresql).")


def unprivileged_user() -> str | None:
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def postgres_answers(url: str) -> bool:
    try:
        psycopg.connect(url, connect_timeout=2).close()
    except psycopg.OperationalError:
        return False
    return True


def with_database(url: str, name: str) -> str:
    return url.rpartition("/")[0] + f"/{name}"


@contextmanager
def redis() -> Iterator[str]:
    """The URL of an empty Redis. Our own server first: channels are shared by all databases of one. Raises Missing."""
    named = os.environ.get("TEST_REDIS_URL")
    binary = shutil.which("redis-server") or shutil.which("valkey-server")
    if named:
        if not redis_answers(named):
            raise Missing("TEST_REDIS_URL is set, but no Redis answers there.")
        yield named
    elif binary:
        port = free_port()
        url = f"redis://127.0.0.1:{port}/0"
        words = [binary, "--port", port, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
        with running(words, lambda: redis_answers(url), "Redis"):
            yield url
    else:
        yield empty_database(LOCAL_REDIS)


def empty_database(server: str) -> str:
    if redis_answers(server):
        for number in range(15, 0, -1):
            with redis_client.from_url(f"{server}/{number}") as client:
                if client.dbsize() == 0:
                    return f"{server}/{number}"
    raise Missing("No Redis answers and none is installed (Debian: apt-get install redis-server).")


def redis_answers(url: str) -> bool:
    try:
        with redis_client.from_url(url, socket_connect_timeout=2) as client:
            return bool(client.ping())
    except redis_client.RedisError:
        return False


@contextmanager
def running(
    words: Sequence[object], answers: Callable[[], bool], name: str, *, user: str | None = None
) -> Iterator[None]:
    """A server process that has answered once; stopped at the end."""
    with tempfile.TemporaryFile("w+") as log:
        line, place = [str(word) for word in words], tempfile.gettempdir()
        process = subprocess.Popen(line, user=user, stdout=log, stderr=log, cwd=place)
        try:
            until = time.monotonic() + PATIENCE
            while not answers():
                if process.poll() is not None or time.monotonic() > until:
                    log.seek(0)
                    raise Missing(f"{name} did not start: {log.read()[-500:]}")
                time.sleep(0.05)
            yield
        finally:
            process.send_signal(signal.SIGINT)  # for PostgreSQL: do not wait for clients
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
