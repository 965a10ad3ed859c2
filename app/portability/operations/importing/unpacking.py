"""Opening a stranger's ZIP: names, sizes and kinds are looked at before a byte of it is unpacked, and nothing of it is
ever written to a path that it names."""

import json
import re
import stat
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from app.kernel.errors import ConfigurationError
from app.portability.rules import SCHEMA

_NAME = re.compile(
    r"README\.txt|[a-z_]{1,30}\.json|media/pictures/[0-9]{1,20}-(?:thumb|medium|large)\.webp"
    r"|media/videos/[0-9]{1,20}(?:\.mp4|-poster\.webp)"
)
_MOST_FILES = 500_000
_MOST_BYTES = 50 * 1024**3
_LARGEST = {".json": 512 * 1024**2, ".txt": 1024**2, ".webp": 32 * 1024**2, ".mp4": 1024**3}
_RATIO = 200
_SMALL = 1024**2
_LINK_OR_DEVICE = (stat.S_IFLNK, stat.S_IFCHR, stat.S_IFBLK, stat.S_IFIFO, stat.S_IFSOCK)


class BadFile(ConfigurationError):
    """The file is no export, or not a whole and harmless one; the message says what is wrong with it."""


@dataclass(frozen=True)
class Pack:
    """An export that was looked through: its lists, and its media by name."""

    archive: zipfile.ZipFile
    site: str
    handle: str

    def entries(self, kind: str) -> list[dict[str, Any]]:
        """What stands in one of the lists; a list that is not there is empty."""
        try:
            raw = self.archive.read(f"{kind}.json")
        except KeyError:
            return []
        entries = _json(raw, f"{kind}.json")
        if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
            raise BadFile(f"{kind}.json is not a list of entries.")
        return entries

    def file(self, name: str) -> bytes | None:
        """The bytes of a media file, if it is there."""
        try:
            return self.archive.read(name)
        except KeyError:
            return None

    def key(self, identity: str) -> str:
        """How a thing of that site is known here for good."""
        return f"i{self.site}:{int(identity)}"


@contextmanager
def opened(path: Path) -> Iterator[Pack]:
    """The export in a file; raises BadFile."""
    try:
        archive = zipfile.ZipFile(path)
    except (OSError, zipfile.BadZipFile) as error:
        raise BadFile(f"{path} cannot be read as a ZIP file.") from error
    with archive:
        _look_through(archive)
        try:
            if (broken := archive.testzip()) is not None:
                raise BadFile(f"{broken} is damaged.")
            yield _pack(archive)
        except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError) as error:
            raise BadFile(f"The ZIP file is damaged: {error}") from error


def moment(value: Any) -> datetime:
    """A moment as exports write it; raises ValueError."""
    at = datetime.fromisoformat(str(value))
    if at.tzinfo is None:
        raise ValueError("a moment without its zone")
    return at


def _look_through(archive: zipfile.ZipFile) -> None:
    entries = archive.infolist()
    names = [entry.filename for entry in entries]
    if len(entries) > _MOST_FILES or len(set(names)) < len(names):
        raise BadFile("The ZIP file holds too many files, or one of them twice.")
    if sum(entry.file_size for entry in entries) > _MOST_BYTES:
        raise BadFile("The ZIP file is too large.")
    for entry in entries:
        _look_at(entry)


def _look_at(entry: zipfile.ZipInfo) -> None:
    if not _NAME.fullmatch(entry.filename):
        raise BadFile(f"{entry.filename!r} has no place in an export.")
    if stat.S_IFMT(entry.external_attr >> 16) in _LINK_OR_DEVICE:
        raise BadFile(f"{entry.filename} is a link, not a file.")
    if entry.flag_bits & 0x1 or entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise BadFile(f"{entry.filename} is packed in a way that exports are not.")
    if entry.file_size > _LARGEST[Path(entry.filename).suffix]:
        raise BadFile(f"{entry.filename} is too large.")
    if entry.file_size > _SMALL + _RATIO * entry.compress_size:
        raise BadFile(f"{entry.filename} unpacks to far more than it could hold.")


def _pack(archive: zipfile.ZipFile) -> Pack:
    try:
        manifest = _json(archive.read("manifest.json"), "manifest.json")
    except KeyError as error:
        raise BadFile("This is no export: manifest.json is missing.") from error
    if not isinstance(manifest, dict) or manifest.get("schema") != SCHEMA:
        raise BadFile(f"This export has another format than version {SCHEMA}, which is the only one known here.")
    site, handle = str(manifest.get("site", "")), str(manifest.get("handle", ""))
    if not re.fullmatch(r"[0-9a-f]{8}", site) or not handle:
        raise BadFile("manifest.json does not say where this export comes from.")
    return Pack(archive, site, handle)


def _json(raw: bytes, name: str) -> Any:
    try:
        return json.loads(raw.decode("utf-8"))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise BadFile(f"{name} cannot be read as JSON: {error}") from error
