"""What was kept of a reported thing, and its pictures."""

from collections.abc import Mapping
from typing import Any

from app.moderation.models import Case
from app.moderation.queries.cases import reports_of


def kept_snapshots(case: Case) -> list[dict[str, Any]]:
    """The thing as it was first reported, then once more for each report that found it changed."""
    return [case.snapshot, *(report.snapshot for report in reports_of(case) if report.snapshot)]


def kept_pictures(snapshot: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The pictures of a snapshot in their order; the still of a video is the last."""
    video = snapshot.get("video")
    return [*(snapshot.get("pictures") or ()), *([video] if video else [])]
