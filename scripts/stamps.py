"""Remember what a step was done with, so that it is done again only when that has changed. Standard library only."""

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

from scripts.places import STAMPS


def fingerprint(files: Iterable[Path], *words: str) -> str:
    """One hash over the contents of files and over words (versions, places)."""
    digest = hashlib.sha256()
    for word in words:
        digest.update(word.encode() + b"\0")
    for file in files:
        digest.update(str(file).encode() + b"\0")
        digest.update(file.read_bytes() if file.exists() else b"absent")
    return digest.hexdigest()


def is_fresh(step: str, mark: str, outputs: Iterable[Path] = ()) -> bool:
    """Was the step done with exactly this mark, and is what it made still there?"""
    stamp = STAMPS / step
    return stamp.is_file() and stamp.read_text() == mark and all(output.exists() for output in outputs)


def leave(step: str, mark: str) -> None:
    STAMPS.mkdir(parents=True, exist_ok=True)
    draft = STAMPS / f"{step}.{os.getpid()}"
    draft.write_text(mark)
    draft.replace(STAMPS / step)
