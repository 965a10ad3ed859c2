"""Storing a picture: decoded and encoded outside of any transaction, files before the row."""

import secrets
from datetime import datetime

from app.accounts.models import Account
from app.kernel import ids, offload, storage
from app.kernel.transactions import add, operation
from app.media import rules
from app.media.models import Image
from app.media.operations.decoding import Undecodable
from app.media.operations.encoding import Encoded, process
from app.media.operations.refusals import ImageRefused


def store_image(content: bytes, *, by: Account | None, now: datetime, filename: str = "", mimetype: str = "") -> Image:
    """Decode, strip and re-encode a picture and store it in its sizes; without `by` it belongs to the site.

    `filename` and `mimetype`, where given, must agree with the content. Raises ImageRefused.
    """
    if reason := rules.why_not_store(content, filename=filename, mimetype=mimetype):
        raise ImageRefused(reason)
    try:
        encoded = offload.run(process, content, rules.kind_of(content))
    except Undecodable as error:
        raise ImageRefused(error.reason) from error
    return keep(encoded, by=by, now=now)


def keep(encoded: Encoded, *, by: Account | None, now: datetime) -> Image:
    """Store a picture that is already in our sizes; without `by` it belongs to the site."""
    name = secrets.token_hex(16)
    key = f"{name[:2]}/{name[2:4]}/{name}"
    for size, file in encoded.files.items():
        storage.save(f"{key}-{size}.webp", file)
    return _record(encoded, key, by=by, now=now)


@operation
def _record(encoded: Encoded, key: str, *, by: Account | None, now: datetime) -> Image:
    return add(
        Image(
            id=ids.new_id(now),
            owner_id=by.id if by else None,
            key=key,
            kind=encoded.kind,
            width=encoded.width,
            height=encoded.height,
            size=sum(len(file) for file in encoded.files.values()),
            is_animated=encoded.is_animated,
            created_at=now,
        )
    )
