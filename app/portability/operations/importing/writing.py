"""What people wrote, all of them together in the order of time, so that reposts find what they pass on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal, InvalidOperation
from io import BytesIO
from typing import Any

from app.kernel import ids
from app.kernel.database import db
from app.kernel.errors import Refusal
from app.media import operations as media
from app.portability import queries
from app.portability.operations.importing.unpacking import moment
from app.posts import operations as posts
from app.posts.models import OptionWriting, PollWriting, Post, Writing
from app.posts.models.post import AUDIENCES, COMMENTERS, REPOSTERS
from app.products import operations as products
from app.relationships import queries as relations

BROKEN = (Refusal, KeyError, TypeError, ValueError, InvalidOperation, AttributeError)
"""What an entry that cannot be taken in raises; it is counted, and the others go on."""


@dataclass(frozen=True)
class _Entry:
    at: datetime
    number: int
    arrival: Any
    told: dict[str, Any]


def write_all(arrivals: Sequence[Any]) -> None:
    """Posts and reposts of all who arrive, the oldest first."""
    entries = sorted(
        (entry for arrival in arrivals for entry in _entries(arrival)), key=lambda entry: (entry.at, entry.number)
    )
    wanted = {entry.arrival.pack.key(identity) for entry in entries for identity in _named(entry.told)}
    there = queries.posts_with_keys(wanted)
    for entry in entries:
        try:
            _write(entry, there)
            entry.arrival.taken["posts"] += 1
        except BROKEN:
            entry.arrival.skipped["posts"] += 1


def _entries(arrival: Any) -> list[_Entry]:
    found = []
    for told in arrival.pack.entries("posts"):
        try:
            if not told.get("taken_down"):
                found.append(_Entry(moment(told["created_at"]), int(told["id"]), arrival, told))
        except BROKEN:
            arrival.skipped["posts"] += 1
    return found


def _named(told: dict[str, Any]) -> list[str]:
    about = [one.get("id") for one in (told, told.get("parent"), told.get("root")) if isinstance(one, dict)]
    return [one for one in about if isinstance(one, str) and one.isascii() and one.isdigit()]


def _write(entry: _Entry, there: dict[str, Post]) -> None:
    arrival, told, key = entry.arrival, entry.told, entry.arrival.pack.key(entry.told["id"])
    known = there.get(key) or _of_this_site(entry)
    if known is not None and known.author_id == arrival.account.id and known.purged_at is None:
        there[key] = known
        return
    parent = _above(entry, there) if told.get("parent") else None
    past = posts.Past(
        key=key, at=entry.at, writing=_writing(entry, is_repost=parent is not None), label=str(told["label"]),
        shows_chain=bool(told["shows_chain"]), prices=_prices(entry), versions=_versions(entry),
        edited_at=moment(told["edited_at"]) if told.get("edited_at") else None, is_pinned=bool(told["is_pinned"]),
    )  # fmt: skip
    place = known if known is not None and known.purged_at is not None else None
    there[key] = posts.bring_in(past, by=arrival.account, place=place, parent=parent)


def _of_this_site(entry: _Entry) -> Post | None:
    """The very post, where somebody takes her export in again on the site it comes from."""
    post = db.session.get(Post, entry.number) if 0 < entry.number < 2**63 else None
    is_hers = post is not None and post.author_id == entry.arrival.account.id and post.created_at == entry.at
    return post if is_hers and post is not None and post.purged_at is None else None


def _above(entry: _Entry, there: dict[str, Post]) -> Post:
    """The parent: itself, or a tombstone in its place, below the root or its tombstone."""
    parent, root = entry.told["parent"], entry.told["root"]
    top = _place_of(entry, root, None, there)
    return top if parent["id"] == root["id"] else _place_of(entry, parent, top, there)


def _place_of(entry: _Entry, reference: dict[str, Any], root: Post | None, there: dict[str, Post]) -> Post:
    key = entry.arrival.pack.key(reference["id"])
    if key not in there:
        at = min(ids.moment_of(int(reference["id"])), entry.at)
        depth = int(reference["depth"]) if root is not None else 0
        there[key] = posts.hold_place(key, by=entry.arrival.account, at=at, depth=depth, root=root)
    return there[key]


def _writing(entry: _Entry, *, is_repost: bool) -> Writing:
    told, at = entry.told, entry.at
    group_id = _group(entry) if told["audience"] == "group" else None
    audience = told["audience"] if told["audience"] in AUDIENCES else "self"
    common: dict[str, Any] = {
        "text": str(told["text"])[:5000],
        "audience": "self" if audience == "group" and group_id is None else audience,
        "group_id": group_id,
        "reposters": told["reposters"] if told["reposters"] in REPOSTERS else "none",
        "commenters": told["commenters"] if told["commenters"] in COMMENTERS else "none",
        "approves_comments": bool(told["approves_comments"]),
        "is_folded": bool(told["is_folded"]),
        "fold_note": str(told["fold_note"])[:40],
        "is_ai_made": bool(told["is_ai_made"]),
    }
    if is_repost:
        return Writing(**common)
    pictures = [(entry.arrival.picture(one["file"], at=at), str(one["alt"])) for one in told["pictures"]]
    kept = [(image.id, alt) for image, alt in pictures if image is not None]
    return Writing(
        **common, image_ids=[image_id for image_id, _alt in kept], alts=dict(kept), video_id=_video(entry),
        product_ids=[_product(card, at) for card in told["cards"]], poll=_poll(entry),
    )  # fmt: skip


def _group(entry: _Entry) -> int | None:
    name = str(entry.told.get("group") or "")
    return next((group.id for group in relations.groups_of(entry.arrival.account) if group.name == name), None)


def _video(entry: _Entry) -> int | None:
    content = entry.arrival.pack.file(str(entry.told["video"])) if entry.told.get("video") else None
    if content is None:
        return None
    try:
        return media.store_video(BytesIO(content), by=entry.arrival.account, now=entry.at).id
    except media.VideoRefused:
        entry.arrival.skipped["videos"] += 1
        return None


def _product(card: dict[str, Any], at: datetime) -> int:
    price = Decimal(card["price"]) if card.get("price") is not None else None
    return products.bring_in(
        str(card["key"]), title=str(card["title"]), url=str(card["url"]), shop_name=str(card["shop_name"]),
        brand=str(card["brand"]), price=price, currency=str(card["currency"]), at=at,
    ).id  # fmt: skip


def _prices(entry: _Entry) -> dict[int, tuple[Decimal | None, str]]:
    return {
        _product(card, entry.at): (Decimal(card["price"]) if card.get("price") else None, str(card["currency"])[:3])
        for card in entry.told["cards"]
    }


def _poll(entry: _Entry) -> PollWriting | None:
    poll = entry.told.get("poll")
    if not poll:
        return None
    cards = {card["key"]: card for card in entry.told["cards"]}
    options = [
        OptionWriting(
            str(one["text"]),
            image.id if (image := entry.arrival.picture(one.get("picture"), at=entry.at)) is not None else None,
            _product(cards[one["card"]], entry.at) if one.get("card") in cards else None,
        )
        for one in poll["options"]
    ]
    minutes = int((moment(poll["closes_at"]) - entry.at).total_seconds() // 60)
    return PollWriting(options, most=int(poll["most"]), open_for=max(minutes, 1))


def _versions(entry: _Entry) -> list[Any]:
    return [
        posts.Version(
            text=str(one["text"]), created_at=moment(one["created_at"]),
            pictures=[
                (image.id, str(picture["alt"]))
                for picture in one["pictures"]
                if (image := entry.arrival.picture(picture["file"], at=entry.at)) is not None
            ],
        )
        for one in entry.told["versions"]
    ]  # fmt: skip
