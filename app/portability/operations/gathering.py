"""Putting an export together: a ZIP of JSON and media, streamed into the vault; it never lies in memory as a whole."""

import hashlib
import json
import shutil
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, BinaryIO

from flask import current_app

from app.accounts.models import Account
from app.kernel import storage, vault
from app.kernel.database import db
from app.portability.models import DataExport
from app.portability.operations import requesting
from app.portability.operations.reading_me import README
from app.portability.queries.collecting import KINDS, media_of
from app.portability.rules import SCHEMA, UNDER_WAY

_TELL_EVERY = 50


@dataclass
class _Progress:
    """Counts the steps, and tells the person of every fiftieth; `tell` answers whether she still wants to hear."""

    tell: Callable[[int, int], bool]
    total: int
    done: int = 0

    def step(self) -> None:
        self.done += 1
        if (self.done % _TELL_EVERY == 0 or self.done <= len(KINDS)) and not self.tell(self.done, self.total):
            raise NobodyWaits


class NobodyWaits(Exception):
    """The account was closed meanwhile, or the export is given up."""


def gather(export_id: int, *, now: datetime) -> None:
    """Write the file and say that it is ready; done again for a finished export it does nothing.

    Runs outside of a transaction; what was half written is left out of the vault.
    """
    export = db.session.get(DataExport, export_id)
    if export is None or export.state not in UNDER_WAY:
        return
    account = db.session.get_one(Account, export.account_id)
    files = list(media_of(account))
    account = db.session.get_one(Account, export.account_id)
    progress = _Progress(
        lambda done, total: requesting.note_progress(export_id, done=done, total=total), len(KINDS) + len(files)
    )
    try:
        with vault.writing() as (key, handle):
            _write(handle, account, [(file.name, file.key) for file in files], progress, now)
    except NobodyWaits:
        return
    size = vault.path_of(key).stat().st_size
    if not requesting.finish(export_id, key=key, size=size, now=now):
        vault.remove(key)


def site_id() -> str:
    """What tells the ids of this site from those of others."""
    return hashlib.sha256(f"export-site:{current_app.config['SECRET_KEY']}".encode()).hexdigest()[:8]


def _write(
    handle: BinaryIO, account: Account, files: list[tuple[str, str]], progress: _Progress, now: datetime
) -> None:
    account_id, handle_of, counts = account.id, account.handle, dict[str, int]()
    with zipfile.ZipFile(handle, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("README.txt", README)
        for kind, tell in KINDS.items():
            counts[kind] = _write_list(archive, f"{kind}.json", tell(db.session.get_one(Account, account_id)))
            progress.step()
        for name, key in files:
            path = storage.path_of(key)
            if path.is_file():
                info = zipfile.ZipInfo(name, now.timetuple()[:6])
                with path.open("rb") as source, archive.open(info, "w") as target:
                    shutil.copyfileobj(source, target)
            progress.step()
        manifest = {
            "schema": SCHEMA, "site": site_id(), "site_name": str(current_app.config["SITE_NAME"]),
            "exported_at": now.isoformat(), "handle": handle_of, "counts": counts,
        }  # fmt: skip
        archive.writestr("manifest.json", json.dumps(manifest, ensure_ascii=False, indent=1))


def _write_list(archive: zipfile.ZipFile, name: str, items: Iterable[dict[str, Any]]) -> int:
    count = 0
    with archive.open(name, "w") as target:
        target.write(b"[")
        for count, item in enumerate(items, 1):
            target.write(b"\n" if count == 1 else b",\n")
            target.write(json.dumps(item, ensure_ascii=False).encode())
        target.write(b"\n]\n")
    return count
