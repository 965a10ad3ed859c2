"""The history of an edited post: what it said, when, and what has changed from one version to the next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from app.kernel.text import tokens
from app.kernel.text.differences import ADDED, REMOVED, SAME, differences
from app.media.models import Image
from app.media.presenters import ImageView, image_view
from app.posts import queries
from app.posts.models import Post, PostVersion
from app.posts.presenters.segments import segments
from app.posts.presenters.views import Segment

PAGE = 10


@dataclass(frozen=True, slots=True)
class Run:
    """A run of words that stayed (same), came (added) or went (removed)."""

    kind: str
    segments: list[Segment]


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture that stayed, came or went; `redescribed`: it stayed, its description did not."""

    kind: str
    image: ImageView
    redescribed: bool = False


@dataclass(frozen=True, slots=True)
class VersionView:
    """One version, marked against the one before it; the first has nothing to be marked against."""

    number: int
    at: datetime
    is_current: bool
    words: list[Segment]
    runs: list[Run] = field(default_factory=list)
    pictures: list[PictureView] = field(default_factory=list)
    is_reordered: bool = False


@dataclass(frozen=True, slots=True)
class HistoryView:
    """The versions of a post, newest first; `older` is the number before which the next page starts."""

    versions: list[VersionView]
    older: int | None


def history_view(post: Post, *, before: int | None = None) -> HistoryView:
    """Up to ten versions from the newest, or from below the number `before`, in three statements."""
    said = [*queries.versions_of(post), _now(post)]
    shown = [place for place in range(len(said)) if before is None or said[place].number < before]
    page = shown[-PAGE:][::-1]
    pictures = queries.pictures_in(said[place] for place in range(len(said)) if {place, place + 1} & set(page))
    views = [_view(said[place], said[place - 1] if place else None, post, pictures) for place in page]
    return HistoryView(views, said[page[-1]].number if page and page[-1] else None)


def _now(post: Post) -> PostVersion:
    """What the post says now, in the form of an earlier version; not a row."""
    hung = queries.images_of([post.id]).get(post.id, [])
    return PostVersion(
        number=post.version, text=post.text, created_at=post.edited_at or post.created_at,
        images=[{"id": row.image_id, "alt": row.alt} for row in hung],
    )  # fmt: skip


def _view(version: PostVersion, earlier: PostVersion | None, post: Post, pictures: Mapping[int, Image]) -> VersionView:
    if earlier is None:
        runs = [Run(SAME, _words(version.text))] if version.text else []
    else:
        runs = [Run(change.kind, _words(change.text)) for change in differences(earlier.text, version.text)]
    return VersionView(
        number=version.number,
        at=version.created_at,
        is_current=version.number == post.version,
        words=_words(version.text),
        runs=runs,
        pictures=_pictures(version.images, earlier.images if earlier else version.images, pictures),
        is_reordered=earlier is not None and _is_reordered(version.images, earlier.images),
    )


def _words(text: str) -> list[Segment]:
    """Words with their emoticons and line breaks; names and links are plain, as they are only quoted here."""
    codes = (token for token in tokens(text) if token.kind == "emoticon")
    return segments(text, ({"kind": one.kind, "start": one.start, "end": one.end, "value": one.value} for one in codes))


def _pictures(
    rows: Sequence[Mapping[str, Any]], earlier: Sequence[Mapping[str, Any]], pictures: Mapping[int, Image]
) -> list[PictureView]:
    """Those of the version in their order, then those that it no longer has."""
    before = {row["id"]: row["alt"] for row in earlier}
    now = {row["id"] for row in rows}
    marked = [
        (SAME if row["id"] in before else ADDED, row, before.get(row["id"], row["alt"]) != row["alt"]) for row in rows
    ]
    marked += [(REMOVED, row, False) for row in earlier if row["id"] not in now]
    return [
        PictureView(kind, image_view(pictures[row["id"]], row["alt"]), redescribed)
        for kind, row, redescribed in marked
        if row["id"] in pictures
    ]


def _is_reordered(rows: Sequence[Mapping[str, Any]], earlier: Sequence[Mapping[str, Any]]) -> bool:
    now, before = [row["id"] for row in rows], [row["id"] for row in earlier]
    return [one for one in now if one in before] != [one for one in before if one in now]
