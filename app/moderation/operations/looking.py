"""Looking at what was kept: nobody does so unnoticed."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from app.accounts.models import Account
from app.kernel import audit
from app.kernel.transactions import operation
from app.moderation import queries
from app.moderation.models import Case, Decision


@operation
def look_at_evidence(held_by: Case | Decision, number: int, *, by: Account, now: datetime) -> str | None:
    """The vault's key of a kept picture, with a row in the audit log; None where there is no such picture.

    Pictures are counted from 0 through everything that was kept, the oldest first (queries.kept_pictures).
    """
    snapshots = queries.kept_snapshots(held_by) if isinstance(held_by, Case) else [held_by.snapshot]
    pictures: list[Mapping[str, Any]] = [one for snapshot in snapshots for one in queries.kept_pictures(snapshot)]
    key = str(pictures[number].get("key") or "") if 0 <= number < len(pictures) else ""
    if not key:
        return None
    what = "case" if isinstance(held_by, Case) else "decision"
    audit.write("evidence.see", by=by, now=now, on=(what, held_by.id), after={"number": number})
    return key
