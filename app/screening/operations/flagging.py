"""Pointing an account out to reviewers for the name it bears; nothing is held and nothing is limited by it."""

import zlib
from datetime import datetime

from app.kernel import ids
from app.kernel.transactions import operation
from app.kernel.upserts import insert_missing
from app.screening.models import ReviewItem


@operation
def flag_name(account_id: int, *, name: str, looks_like: tuple[int, str], now: datetime) -> bool:
    """Put a name into the review list that could be taken for another account's: `looks_like` is its (id, handle).

    Once per name and pair; whether that is new.
    """
    other_id, other_handle = looks_like
    row = {
        "id": ids.new_id(now), "account_id": account_id, "kind": "profile", "is_out": True, "subject_kind": "account",
        "subject_id": account_id, "payload": {}, "words": name, "causes": [{"kind": "name", "name": other_handle}],
        "score": 0, "state": "waiting", "reason": "", "result_id": None,
        "client_key": f"like:{other_id}:{zlib.crc32(name.encode()):x}", "created_at": now, "decided_at": None,
        "decided_by": None,
    }  # fmt: skip
    return insert_missing(ReviewItem, [row]) == 1
