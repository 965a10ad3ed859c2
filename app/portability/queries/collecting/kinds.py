"""The files of an export, in their order, and the media in it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from app.accounts.models import Account
from app.media.models import Image, Video
from app.portability.queries.collecting import doings, people, posts
from app.portability.queries.collecting.reading import batches

Source = Callable[[Account], Iterator[dict[str, Any]]]

KINDS: dict[str, Source] = {
    "account": people.account_of,
    "posts": posts.posts_of,
    "comments": doings.comments_of,
    "likes": doings.likes_of,
    "favourites": doings.favourites_of,
    "shelves": doings.shelves_of,
    "votes": doings.votes_of,
    "relations": people.relations_of,
    "messages": doings.messages_of,
    "drafts": people.drafts_of,
    "settings": people.settings_of,
    "log_ins": people.log_ins_of,
    "standing": people.standing_of,
}
"""Name of the file -> what stands in it. What higher domains know is added by app/wiring.py (`tell_also`)."""


def tell_also(sources: Mapping[str, Source]) -> None:
    """Add files whose content other domains know; called once, at start-up."""
    KINDS.update(sources)


@dataclass(frozen=True, slots=True)
class FileOf:
    """A file to be copied: its name in the export, and its key in the storage."""

    name: str
    key: str


def media_of(account: Account) -> Iterator[FileOf]:
    """Every file of all pictures and videos that somebody has uploaded, as they are stored."""
    for rows in batches(select(Image).where(Image.owner_id == account.id), Image.id):
        for image in rows:
            for size in ("thumb", "medium", "large"):
                yield FileOf(f"media/pictures/{image.id}-{size}.webp", f"{image.key}-{size}.webp")
    for rows in batches(select(Video).where(Video.owner_id == account.id), Video.id):
        for video in rows:
            yield FileOf(f"media/videos/{video.id}.mp4", f"{video.key}.mp4")
            yield FileOf(f"media/videos/{video.id}-poster.webp", f"{video.key}-poster.webp")
