"""Private files: below PRIVATE_DIR, outside of everything that is served; names say nothing about what is in them."""

import contextlib
import os
import re
import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from flask import current_app

_KEY = re.compile(r"[0-9a-f]{2}/[0-9a-f]{40}")


def new_key() -> str:
    """A key for a file that is still to be written: who notes it first can always find what is to be removed."""
    name = secrets.token_hex(20)
    return f"{name[:2]}/{name}"


def keep(content: bytes, key: str = "") -> str:
    """Write a private file, whole or not at all; answers its key."""
    with writing(key) as (key, handle):
        handle.write(content)
    return key


@contextmanager
def writing(key: str = "") -> Iterator[tuple[str, BinaryIO]]:
    """(key, open file) for a large private file; it is there under its key when the block ends well."""
    key = key or new_key()
    path = path_of(key)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    descriptor, temporary = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as handle:
            yield key, handle
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def remove(key: str) -> None:
    """Delete the file, if it is there."""
    with contextlib.suppress(FileNotFoundError):
        path_of(key).unlink()


def path_of(key: str) -> Path:
    """Where the file lies; raises ValueError for anything that is no key of ours."""
    if not _KEY.fullmatch(key):
        raise ValueError("not a key of the vault")
    folder: Path = current_app.config["PRIVATE_DIR"]
    return folder / key
