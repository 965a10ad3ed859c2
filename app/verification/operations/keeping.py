"""Proof files: checked, kept in the vault, looked at by staff alone and never unnoticed, purged after 30 days."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from app.accounts.models import Account
from app.kernel import audit, ids, offload, vault
from app.kernel.database import db
from app.kernel.errors import Refusal
from app.kernel.transactions import add, locked, operation
from app.media.operations import decoding
from app.verification import queries, rules
from app.verification.models import Application, ProofFile
from app.verification.rules import Proof

_SMALL = 512


class ProofRefused(Refusal):
    """A file proves nothing here."""

    status = 422


@dataclass(frozen=True)
class Kept:
    """A checked file and the key under which it will lie in the vault."""

    key: str
    filename: str
    mimetype: str
    size: int


@contextmanager
def kept(proofs: Sequence[Proof]) -> Iterator[list[Kept]]:
    """Check the files; the block writes them down, and only then their bytes go into the vault.

    So no paper can lie there that no row knows of, whatever breaks off in between. Raises ProofRefused.
    """
    rows = [_checked(proof) for proof in proofs]
    yield rows
    try:
        for proof, row in zip(proofs, rows, strict=True):
            vault.keep(proof.content, row.key)
    except BaseException:
        _give_up([row.key for row in rows])
        raise


@operation
def _give_up(keys: Sequence[str]) -> None:
    files = db.session.scalars(select(ProofFile).where(ProofFile.key.in_(keys))).all()
    wipe(files, files[0].created_at)


def _checked(proof: Proof) -> Kept:
    if reason := rules.why_not_proof(proof.content):
        raise ProofRefused(reason)
    mimetype = rules.kind_of(proof.content)
    if mimetype.startswith("image/"):
        try:
            offload.run(_decoded, proof.content, mimetype.removeprefix("image/"))
        except decoding.Undecodable as error:
            raise ProofRefused(error.reason) from error
    return Kept(vault.new_key(), rules.tidy_filename(proof.filename, mimetype), mimetype, len(proof.content))


def _decoded(content: bytes, kind: str) -> None:
    decoding.decode(content, kind, draft=_SMALL, moving=_SMALL)


@operation
def file_away(rows: Iterable[Kept], application: Application, *, now: datetime) -> None:
    """Write down files that will lie in the vault."""
    for row in rows:
        add(
            ProofFile(
                id=ids.new_id(now), application_id=application.id, key=row.key, filename=row.filename,
                mimetype=row.mimetype, size=row.size, created_at=now,
            )
        )  # fmt: skip


@operation
def look(file: ProofFile, *, by: Account, now: datetime) -> None:
    """Write down that staff looks at a file: before a byte of it goes out."""
    audit.write(
        "proofs.look", by=by, now=now, on=("proof", file.id), after={"application_id": str(file.application_id)}
    )


def purge(now: datetime) -> int:
    """Remove the papers of applications answered or withdrawn 30 days ago or earlier; returns how many applications."""
    due = queries.kept_too_long(now)
    for application in due:
        _purge(application, now)
    return len(due)


@operation
def _purge(application: Application, now: datetime) -> None:
    row = locked(application)
    if row.purged_at is not None:
        return
    count = wipe(queries.proofs_of(row), now)
    row.statement, row.purged_at = "", now
    if count:
        audit.write("proofs.purge", by=None, now=now, on=("application", row.id), after={"files": count})


@operation
def wipe(files: Sequence[ProofFile], now: datetime) -> int:
    """Remove files for good, bytes and names; a crash in between leaves work, not papers. Returns how many."""
    for file in files:
        vault.remove(file.key)
        file.filename, file.purged_at = "", now
    return len(files)
