"""Files on disk below the upload folder, spread over subfolders, written whole or not at all."""

import contextlib
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from flask import current_app

_WORKSHOP = "unfinished-"
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


def take_in(key: str, file: Path) -> None:
    """Move a finished file of a workshop to its place under `key`."""
    path = path_of(key)
    path.parent.mkdir(parents=True, exist_ok=True)
    file.chmod(0o644)
    file.replace(path)


@contextlib.contextmanager
def workshop() -> Iterator[Path]:
    """A folder for work on large files, on the same disk as the finished ones; empty again afterwards."""
    _folder().mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=_folder(), prefix=_WORKSHOP, ignore_cleanup_errors=True) as place:
        yield Path(place)


def clear_workshops(*, left_before: datetime) -> None:
    """Remove what processes left behind that were stopped in the midst of their work."""
    for place in _folder().glob(f"{_WORKSHOP}*"):
        with contextlib.suppress(FileNotFoundError):
            if place.stat().st_mtime < left_before.timestamp():
                shutil.rmtree(place, ignore_errors=True)


def remove(key: str) -> None:
    """Delete the file, if it is there."""
    with contextlib.suppress(FileNotFoundError):
        path_of(key).unlink()


def path_of(key: str) -> Path:
    """Where the file lies; raises ValueError for anything that is no key of ours."""
    if not _KEY.fullmatch(key):
        raise ValueError(f"not a storage key: {key!r}")
    return _folder() / key


def _folder() -> Path:
    folder: Path = current_app.config["UPLOAD_DIR"]
    return folder
