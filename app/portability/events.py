"""What has happened to exports."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ExportRequested:
    """Somebody wants her data; it is to be gathered."""

    export_id: int


@dataclass(frozen=True)
class ExportMoved:
    """An export has come further, is ready, or has failed."""

    export_id: int
    account_id: int


@dataclass(frozen=True)
class ExportReady:
    """The file of an export can be fetched."""

    export_id: int
    account_id: int
