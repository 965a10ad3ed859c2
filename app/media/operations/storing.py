"""Storing a picture: decoded and encoded outside of any transaction, files before the row."""

import secrets
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import update

from app.accounts.models import Account
from app.kernel import ids, offload, storage
from app.kernel.database import db
from app.kernel.errors import Refusal
from app.kernel.transactions import add, operation
from app.media import rules
from app.media.models import Image
from app.media.operations.decoding import Undecodable
from app.media.operations.encoding import Encoded, process


class ImageRefused(Refusal):
    """The file cannot become a picture here."""

    status = 422


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
def attach(images: Sequence[Image], *, now: datetime) -> None:
    """Mark pictures as in use, each once: of two acts that want the same picture the second is refused."""
    wanted = {image.id for image in images}
    statement = update(Image).where(Image.id.in_(wanted), Image.attached_at.is_(None)).values(attached_at=now)
    taken = set(db.session.scalars(statement.returning(Image.id)))
    if taken != wanted:
        raise ImageRefused(rules.USED)


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
