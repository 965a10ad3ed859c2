"""What products do when a link has been pasted."""

import dataclasses
from datetime import datetime

import structlog
from flask import current_app

from app.kernel import clock
from app.kernel.database import db
from app.kernel.events import slow
from app.kernel.fetching import FetchRefused, fetch_picture
from app.media import operations as media
from app.media.models import Image
from app.products import operations, queries, rules
from app.products.events import LinkPasted
from app.screening import operations as screening

log = structlog.get_logger("products")


@slow
def fetch_link(event: LinkPasted) -> None:
    """Read the page behind the link, once, from our side; then its picture, re-encoded and served by us."""
    link = queries.link_or_none(event.link_id)
    if link is None:
        return
    url = link.url
    db.session.rollback()  # nothing is held while the network is slow
    trust = bool(current_app.config["TRUST_LOOPBACK"])
    try:
        reading = queries.page_behind(url, trust_loopback=trust)
    except FetchRefused as refusal:
        log.info("link not readable", link_id=event.link_id, problem=refusal.problem.value)
        operations.resolve_to_nothing(link, problem=refusal.problem.value, now=clock.now())
        return
    texts = screening.card_texts([reading.title, reading.description], now=clock.now())
    if texts is None:
        operations.resolve_to_nothing(link, problem=rules.REFUSED_WORDS, now=clock.now())
        return
    reading = dataclasses.replace(reading, title=texts[0], description=texts[1])
    image = _picture(reading.image_url, trust=trust, now=clock.now()) if reading.image_url else None
    operations.resolve(link, reading=reading, image=image, now=clock.now())


def _picture(url: str, *, trust: bool, now: datetime) -> Image | None:
    """The picture of a page; a page whose picture cannot be had is shown without."""
    try:
        fetched = fetch_picture(url, trust_loopback=trust)
        return media.store_image(fetched.body, by=None, now=now)
    except (FetchRefused, media.ImageRefused) as refusal:
        log.info("picture not readable", problem=str(refusal))
        return None
