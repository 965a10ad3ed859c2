"""Removing the pictures and videos of somebody who has closed her account."""

from typing import Any

from sqlalchemy import or_, select

from app.kernel.database import db
from app.kernel.transactions import operation
from app.media.models import Image, Video
from app.media.operations.attaching import DRAFT, WITHHELD
from app.media.operations.clearing import remove, remove_videos

AT_ONCE = 100


@operation
def forget(account_id: int) -> bool:
    """Remove some of what hangs on nothing, on a draft or on her profile (or did, until staff took it down).

    Answers whether there may be more. What hangs on posts, comments and messages goes when these are wiped, as rows
    point to it until then.
    """
    images, videos = _free(Image, account_id), _free(Video, account_id)
    remove(images)
    remove_videos(videos)
    return bool(images or videos)


def _free(model: type[Any], account_id: int) -> list[Any]:
    is_free = or_(model.attached_at.is_(None), model.guard.in_(("", DRAFT, WITHHELD)))
    query = select(model).where(model.owner_id == account_id, is_free).order_by(model.id).limit(AT_ONCE)
    return list(db.session.scalars(query.with_for_update(skip_locked=True)))
