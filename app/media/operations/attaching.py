"""Using pictures and videos: each hangs on one thing, which decides who may see it."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import update

from app.accounts.models import Account
from app.kernel.database import db
from app.kernel.transactions import operation
from app.media import rules
from app.media.models import Image, Video
from app.media.operations.refusals import ImageRefused, VideoRefused

DRAFT = "draft"
WITHHELD = "withheld"
"""No guard of this name is registered: the owner alone may fetch what has it."""


@operation
def attach(images: Sequence[Image], *, now: datetime, guard: str, to: int | None) -> None:
    """Use the pictures, each once: of two acts that want the same picture the second is refused.

    `guard` '' shows them to everyone; 'post', 'comment', 'message' to those who may see the thing with the id `to`.
    Raises ImageRefused.
    """
    wanted = {image.id for image in images}
    statement = update(Image).where(Image.id.in_(wanted), Image.attached_at.is_(None))
    used = statement.values(attached_at=now, guard=guard, attached_to=to).returning(Image.id)
    if set(db.session.scalars(used)) != wanted:
        raise ImageRefused(rules.USED)


@operation
def attach_video(video: Video, *, now: datetime, guard: str, to: int) -> None:
    """Use the video, once; `guard` and `to` as for pictures. Raises VideoRefused."""
    statement = update(Video).where(Video.id == video.id, Video.attached_at.is_(None))
    used = statement.values(attached_at=now, guard=guard, attached_to=to).returning(Video.id)
    if db.session.scalar(used) is None:
        raise VideoRefused(rules.VIDEO_USED)


@operation
def let_go(key: str) -> None:
    """A picture is no longer used (an avatar was replaced): the next sweep takes it."""
    db.session.execute(update(Image).where(Image.key == key).values(attached_at=None))


@operation
def let_go_of_held(held_for: int) -> None:
    """Nothing is kept any longer for this draft, or for what waited for review."""
    for model in (Image, Video):
        here = (model.guard == DRAFT, model.attached_to == held_for, model.attached_at.is_(None))
        db.session.execute(update(model).where(*here).values(guard="", attached_to=None))


@operation
def withhold(key: str) -> None:
    """Show a picture that was open to everybody to its owner alone: staff has taken it down."""
    withheld = update(Image).where(Image.key == key, Image.guard == "")
    db.session.execute(withheld.values(guard=WITHHELD))


@operation
def show_again(key: str) -> None:
    """Open a withheld picture to everybody again."""
    shown = update(Image).where(Image.key == key, Image.guard == WITHHELD)
    db.session.execute(shown.values(guard=""))


@operation
def hold(image_ids: Sequence[int], video_id: int | None, *, by: Account, draft_id: int) -> None:
    """Keep exactly these unused files of the author from being swept away, until the draft lets them go.

    `draft_id`: the draft, or the ReviewItem of what waits for review.
    """
    for model, ids in ((Image, list(image_ids)), (Video, [video_id] if video_id else [])):
        own = update(model).where(model.owner_id == by.id, model.attached_at.is_(None))
        dropped = own.where(model.guard == DRAFT, model.attached_to == draft_id, model.id.not_in(ids))
        db.session.execute(dropped.values(guard="", attached_to=None))
        if ids:
            kept = own.where(model.id.in_(ids), model.guard.in_(("", DRAFT)))
            db.session.execute(kept.values(guard=DRAFT, attached_to=draft_id))
