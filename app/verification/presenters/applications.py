"""Applications with the names of their files."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.verification import queries
from app.verification.models import Application, ProofFile
from app.verification.presenters.words import KIND_LABELS, STATE_LABELS, sort_of


@dataclass(frozen=True, slots=True)
class ProofView:
    """A file by name; `size_label` like 2.4 MB."""

    id: str
    filename: str
    size_label: str
    is_picture: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class ApplicationView:
    """One application. `sort` says who wants to be verified: a person, or which organisation.

    `paragraphs`: the statement and what was added to it. `reason`: what staff has answered last.
    """

    id: str
    kind: str
    kind_label: str
    sort: str
    organisation: str
    name: str
    field: str
    paragraphs: list[str]
    state: str
    state_label: str
    reason: str
    at: datetime
    updated_at: datetime
    decided_at: datetime | None
    purged_at: datetime | None
    is_open: bool
    files: list[ProofView]
    file_count: int = 0


def application_view(application: Application) -> ApplicationView:
    """An application with its files."""
    return _view(application, proof_views(queries.proofs_of(application)), 0)


def application_views(applications: Sequence[Application]) -> list[ApplicationView]:
    """Applications as lists show them: how many files they have, not which."""
    counts = queries.counts_of_proofs(application.id for application in applications)
    return [_view(application, [], counts.get(application.id, 0)) for application in applications]


def proof_views(files: Sequence[ProofFile]) -> list[ProofView]:
    """The names of files; nothing of what is in them."""
    return [
        ProofView(
            id=str(file.id),
            filename=file.filename,
            size_label=size_label(file.size),
            is_picture=file.mimetype.startswith("image/"),
            at=file.created_at,
        )
        for file in files
    ]


def size_label(size: int) -> str:
    """87 KB, 2.4 MB."""
    return f"{size / 1024 / 1024:.1f} MB" if size >= 1024 * 1024 else f"{max(1, round(size / 1024))} KB"


def _view(application: Application, files: list[ProofView], file_count: int) -> ApplicationView:
    return ApplicationView(
        id=str(application.id),
        kind=application.kind,
        kind_label=str(KIND_LABELS[application.kind]),
        sort=sort_of(application.kind, application.organisation),
        organisation=application.organisation,
        name=application.name,
        field=application.field,
        paragraphs=[part for part in application.statement.split("\n\n") if part],
        state=application.state,
        state_label=str(STATE_LABELS[application.state]),
        reason=application.reason,
        at=application.created_at,
        updated_at=application.updated_at,
        decided_at=application.decided_at,
        purged_at=application.purged_at,
        is_open=application.state in ("waiting", "needs_more"),
        files=files,
        file_count=file_count or len(files),
    )
