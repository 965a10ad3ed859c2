"""Pictures and videos: by owner, by key, who may see them, and those that nobody ever used."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select

from app.accounts.models import Account
from app.kernel.database import db
from app.media.models import Image, Video

KEPT_UNUSED_FOR = timedelta(hours=24)

Guard = Callable[[int, Account | None], bool]
"""Whether the viewer (None: someone logged out) may see the thing with this id."""

_guards: dict[str, Guard] = {}


def set_guards(guards: Mapping[str, Guard]) -> None:
    """Say who decides for which `guard`; called once, at start-up."""
    _guards.clear()
    _guards.update(guards)


def may_see(file: Image | Video, viewer: Account | None) -> bool:
    """Whether the viewer may fetch the file: what is not in use yet is its owner's alone, the rest is up to its guard.

    What is held has the guard `draft`: reviewers see the files of what waits for them.

    A guard that nobody has registered lets the owner in and nobody else.
    """
    if viewer is not None and file.owner_id == viewer.id:
        return True
    if file.attached_at is None and not file.guard:
        return file.owner_id is None
    if not file.guard:
        return True
    guard = _guards.get(file.guard)
    return guard is not None and file.attached_to is not None and guard(file.attached_to, viewer)


def image_by_key(key: str) -> Image | None:
    """The picture whose files begin with `key`."""
    return db.session.scalar(select(Image).where(Image.key == key))


def video_by_key(key: str) -> Video | None:
    """The video whose files begin with `key`."""
    return db.session.scalar(select(Video).where(Video.key == key))


def images_owned_by(account: Account, ids: Sequence[int]) -> list[Image]:
    """Those of the pictures that belong to the account, in the order of `ids`."""
    query = select(Image).where(Image.id.in_(ids), Image.owner_id == account.id)
    found = {image.id: image for image in db.session.scalars(query.execution_options(populate_existing=True))}
    return [found[image_id] for image_id in ids if image_id in found]


def video_owned_by(account: Account, video_id: int) -> Video | None:
    """The video, if it belongs to the account."""
    query = select(Video).where(Video.id == video_id, Video.owner_id == account.id)
    return db.session.scalar(query.execution_options(populate_existing=True))


def images_attached_to(guard: str, to: int) -> list[Image]:
    """All pictures of one thing, those of earlier versions included."""
    return list(db.session.scalars(select(Image).where(Image.attached_to == to, Image.guard == guard)))


def videos_attached_to(guard: str, to: int) -> list[Video]:
    """The videos of one thing."""
    return list(db.session.scalars(select(Video).where(Video.attached_to == to, Video.guard == guard)))


def orphans(now: datetime, *, limit: int = 500) -> list[Image]:
    """People's pictures that were uploaded a day ago or earlier, hang nowhere and are held for no draft."""
    return list(db.session.scalars(_unused(Image, now, limit)))


def orphan_videos(now: datetime, *, limit: int = 500) -> list[Video]:
    """The same of videos."""
    return list(db.session.scalars(_unused(Video, now, limit)))


def _unused(model: type[Image] | type[Video], now: datetime, limit: int) -> Any:
    is_unused = (model.attached_at.is_(None), model.attached_to.is_(None), model.owner_id.is_not(None))
    query = select(model).where(*is_unused, model.created_at < now - KEPT_UNUSED_FOR)
    return query.order_by(model.id).limit(limit).with_for_update(skip_locked=True)
