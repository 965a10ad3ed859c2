"""`make run` after the set-up: migrate, create the demo world once, serve, and say where and for whom.

HOST, PORT, INSTANCE_DIR, DATABASE_URL, REDIS_URL and DEMO are read from the environment.
"""

import os
import re
import socket
import sqlite3
import subprocess
import sys
from pathlib import Path

from scripts.places import MIGRATIONS, PYTHON, ROOT, instance
from scripts.terminal import say, step, stop

NO = {"0", "false", "no", "off"}


def migrate() -> None:
    """Bring the database to the newest migration; a look into SQLite's own table saves a second at each start."""
    if newest_revision() != revision_of(instance() / "app.db"):
        with step("Database"):
            flask("db", "upgrade", hint="The database could not be migrated, see above.")


def newest_revision() -> str | None:
    """The one revision that no other builds on; None when there is not exactly one."""
    text = "\n".join(file.read_text(encoding="utf-8") for file in MIGRATIONS.glob("*.py"))
    known = re.findall(r"^revision(?:: str)? = ['\"](\w+)['\"]", text, re.MULTILINE)
    built_on = re.findall(r"^down_revision(?:: [\w| \[\],]+)? = ['\"](\w+)['\"]", text, re.MULTILINE)
    heads = set(known) - set(built_on)
    return heads.pop() if len(heads) == 1 else None


def revision_of(database: Path) -> str:
    if os.environ.get("DATABASE_URL") or not database.exists():
        return ""
    try:
        with sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True) as connection:
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.Error:
        return ""
    return str(row[0]) if row else ""


def create_demo_world() -> None:
    """Once per instance; its logins are kept beside the database and shown at every start."""
    if os.environ.get("DEMO", "1").lower() in NO:
        return
    logins = instance() / "demo_logins.txt"
    if not logins.exists():
        with step("Demo world (about half a minute, only once)"):
            # Without the patched standard library of the server: the pictures are drawn on all cores.
            flask("demo", entry="app", hint="The demo world could not be created; DEMO=0 starts without it.")
    if logins.exists():
        show(logins)


def show(logins: Path) -> None:
    say("\nDemo logins (name, password):")
    for line in logins.read_text(encoding="utf-8").splitlines():
        handle, _, rest = line.partition("\t")
        password, _, who = rest.partition("\t")
        say(f"  {handle:<16} {password:<16} {who}")


def flask(*words: str, hint: str, entry: str = "wsgi") -> None:
    line = [str(PYTHON), "-m", "flask", "--app", entry, *words]
    if subprocess.run(line, cwd=ROOT, check=False).returncode:
        stop(hint)


def address() -> tuple[str, int]:
    host, port = os.environ.get("HOST") or "127.0.0.1", os.environ.get("PORT") or "8000"
    if not port.isdigit() or not 0 < int(port) < 65536:
        stop(f"PORT must be a number from 1 to 65535, not {port!r}.")
    return host, int(port)


def refuse_taken(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            stop(f"{host}:{port} cannot be used ({error.strerror}). Another one: PORT={port + 1} make run")


def main() -> None:
    os.chdir(ROOT)
    host, port = address()
    refuse_taken(host, port)
    migrate()
    create_demo_world()
    say(f"\nZhongcao · 种草  →  http://{host}:{port}   (Ctrl+C stops it)\n")
    sys.stdout.flush()
    os.execv(PYTHON, [str(PYTHON), "wsgi.py"])


if __name__ == "__main__":
    main()
