"""Pictures by owner, and those that nobody ever used."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import select

from app.accounts.models import Account
from app.kernel.database import db
from app.media.models import Image

KEPT_UNUSED_FOR = timedelta(hours=24)


def images_owned_by(account: Account, ids: Sequence[int]) -> list[Image]:
    """Those of the pictures that belong to the account, in the order of `ids`."""
    query = select(Image).where(Image.id.in_(ids), Image.owner_id == account.id)
    found = {image.id: image for image in db.session.scalars(query.execution_options(populate_existing=True))}
    return [found[image_id] for image_id in ids if image_id in found]


def orphans(now: datetime, *, limit: int = 500) -> list[Image]:
    """People's pictures that were uploaded a day ago or earlier and hang nowhere."""
    query = (
        select(Image)
        .where(Image.attached_at.is_(None), Image.owner_id.is_not(None), Image.created_at < now - KEPT_UNUSED_FOR)
        .order_by(Image.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return list(db.session.scalars(query))
