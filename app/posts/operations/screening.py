"""Posts before the screen: what of them is looked at, and holding what must wait for a reviewer."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import delete

from app.accounts.models import Account
from app.kernel.database import db
from app.kernel.transactions import operation
from app.media import operations as media
from app.posts.models import Draft, OptionWriting, PollWriting, Writing
from app.products import queries as products
from app.screening import operations as screening
from app.screening.models import ReviewItem
from app.screening.operations import Said, Verdict


def judged(writing: Writing, *, by: Account, now: datetime) -> tuple[Writing, Verdict]:
    """The writing as it may be published, and what stands against it. Raises screening.NotAllowed."""
    verdict = screening.judge(Said("post", _texts(writing)), by=by, now=now)
    return _rewritten(writing, verdict), verdict


@operation
def hold_writing(
    writing: Writing, verdict: Verdict, *, by: Account, now: datetime, client_key: str | None
) -> ReviewItem:
    """Keep it for a reviewer, its files with it; a draft that it was is none any more."""
    item = screening.hold(verdict, by=by, now=now, payload=writing.as_json(), client_key=client_key)
    media.hold(image_ids_of(writing), writing.video_id, by=by, draft_id=item.id)
    drop_draft(by, client_key)
    return item


def drop_draft(by: Account, client_key: str | None) -> None:
    """The draft with this key is done with; pictures that it held in vain may go."""
    if client_key is None:
        return
    mine = (Draft.account_id == by.id) & (Draft.client_key == client_key)
    for draft_id in db.session.scalars(delete(Draft).where(mine).returning(Draft.id)).all():
        media.hold([], None, by=by, draft_id=draft_id)


def image_ids_of(writing: Writing) -> list[int]:
    """All its pictures, those of the poll too."""
    options = writing.poll.options if writing.poll else []
    return [*writing.image_ids, *(one.image_id for one in options if one.image_id)]


def _texts(writing: Writing) -> dict[str, list[str]]:
    texts = {"post": [writing.text, writing.fold_note]}
    if writing.alts:
        texts["alt"] = list(writing.alts.values())
    if writing.poll:
        texts["poll"] = [one.text for one in writing.poll.options]
    if titles := _titles(writing):
        texts["card"] = titles
    return texts


def _titles(writing: Writing) -> list[str]:
    """What the cards and the preview say; it is the shop's, so it is never rewritten here."""
    options = writing.poll.options if writing.poll else []
    ids = {*writing.product_ids, *(one.product_id for one in options if one.product_id)}
    titles = [product.title for product in products.products_by_ids(sorted(ids))] if ids else []
    link = products.link_or_none(writing.link_id) if writing.link_id else None
    return [*titles, *([link.title] if link else [])]


def _rewritten(writing: Writing, verdict: Verdict) -> Writing:
    if not any(hit.action == "replace" for hit in verdict.hits):
        return writing
    poll = writing.poll
    if poll:
        options = [
            OptionWriting(text, one.image_id, one.product_id)
            for text, one in zip(verdict.texts["poll"], poll.options, strict=True)
        ]
        poll = PollWriting(options, poll.most, poll.open_for)
    return replace(
        writing,
        text=verdict.text("post"),
        fold_note=verdict.text("post", 1),
        alts=dict(zip(writing.alts, verdict.texts.get("alt", []), strict=True)),
        poll=poll,
    )
