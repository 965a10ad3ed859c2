"""Exports as they stand, and what goes into one."""

from app.portability.queries.exports import (
    all_exports,
    closing_accounts,
    expired_exports,
    export_or_404,
    late_exports,
    latest_export,
)
from app.portability.queries.importing import awaited_by, posts_with_keys

__all__ = [
    "all_exports",
    "awaited_by",
    "closing_accounts",
    "expired_exports",
    "export_or_404",
    "late_exports",
    "latest_export",
    "posts_with_keys",
]
