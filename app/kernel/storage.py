"""Files on disk below the upload folder, spread over subfolders, written whole or not at all."""

import contextlib
import os
import re
import tempfile
from pathlib import Path

from flask import current_app

_KEY = re.compile(r"[a-z0-9]{2}/[a-z0-9]{2}/[a-z0-9\-]{4,80}\.(webp|jpg|gif|png|mp4)")


def save(key: str, content: bytes) -> None:
    """Write a file under `key` (`ab/cd/abcd…-large.webp`); a crash leaves no half file."""
    path = path_of(key)
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(descriptor, "wb") as handle:
        handle.write(content)
    Path(temporary).chmod(0o644)
    Path(temporary).replace(path)


def remove(key: str) -> None:
    """Delete the file, if it is there."""
    with contextlib.suppress(FileNotFoundError):
        path_of(key).unlink()


def path_of(key: str) -> Path:
    """Where the file lies; raises ValueError for anything that is no key of ours."""
    if not _KEY.fullmatch(key):
        raise ValueError(f"not a storage key: {key!r}")
    folder: Path = current_app.config["UPLOAD_DIR"]
    return folder / key
