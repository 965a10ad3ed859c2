"""What people are writing: as a row of their list, and as the composer that goes on with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from app.accounts.models import Account
from app.media import queries as media
from app.media.models import Image
from app.media.presenters import ImageView, VideoView, image_view, video_view
from app.posts.models import Draft, PollWriting, Writing
from app.products import presenters as cards
from app.products import queries as products
from app.products.models import Product

LATE = timedelta(seconds=30)
_EXCERPT = 120


@dataclass(frozen=True, slots=True)
class DraftView:
    """A row of the list; `is_late`: its time is over and it is not out yet."""

    id: str
    url: str
    text: str
    updated_at: datetime
    audience: str
    publish_at: datetime | None = None
    is_late: bool = False
    failure: str = ""
    images: list[ImageView] = field(default_factory=list)
    image_count: int = 0
    card_count: int = 0
    has_poll: bool = False
    has_video: bool = False


@dataclass(frozen=True, slots=True)
class OptionDraft:
    """One option of a poll in the making."""

    text: str
    image: ImageView | None = None
    card: cards.CardView | None = None


@dataclass(frozen=True, slots=True)
class PollDraft:
    """A poll in the making; `open_for` in minutes."""

    options: list[OptionDraft]
    most: int = 1
    open_for: int = 24 * 60


@dataclass(frozen=True, slots=True)
class ComposerView:
    """All that a composer shows again: after a refusal, or when someone goes on with a draft."""

    client_key: str
    text: str = ""
    images: list[ImageView] = field(default_factory=list)
    links: list[cards.LinkView] = field(default_factory=list)
    video: VideoView | None = None
    poll: PollDraft | None = None
    audience: str = "public"
    reposters: str = "all"
    commenters: str = "all"
    approves_comments: bool = False
    is_folded: bool = False
    fold_note: str = ""
    is_ai_made: bool = False
    draft_id: str = ""
    updated_at: datetime | None = None
    publish_at: datetime | None = None
    error: str = ""


def draft_views(drafts: Sequence[Draft], *, viewer: Account, now: datetime) -> list[DraftView]:
    """The rows of the viewer's list, with the first pictures of each, in one statement."""
    writings = [Writing.from_json(draft.content) for draft in drafts]
    shown = {image_id for writing in writings for image_id in writing.image_ids[:3]}
    pictures = _pictures(shown, viewer=viewer)
    return [_row(draft, writing, pictures, now) for draft, writing in zip(drafts, writings, strict=True)]


def composer_view(
    writing: Writing,
    *,
    viewer: Account,
    client_key: str,
    draft: Draft | None = None,
    publish_at: datetime | None = None,
    error: str = "",
) -> ComposerView:
    """The composer filled with a writing; what of it is not the viewer's or gone by now is left out."""
    pictures = _pictures(_image_ids(writing), viewer=viewer)
    found = {product.id: product for product in products.products_by_ids(_product_ids(writing))}
    video = media.video_owned_by(viewer, writing.video_id) if writing.video_id else None
    return ComposerView(
        client_key=client_key,
        text=writing.text,
        images=[image_view(pictures[one], writing.alts.get(one, "")) for one in writing.image_ids if one in pictures],
        links=_links(writing, found),
        video=video_view(video) if video and video.attached_at is None else None,
        poll=_poll(writing.poll, pictures, found) if writing.poll else None,
        audience=f"group:{writing.group_id}" if writing.audience == "group" else writing.audience,
        reposters=writing.reposters,
        commenters=writing.commenters,
        approves_comments=writing.approves_comments,
        is_folded=writing.is_folded,
        fold_note=writing.fold_note,
        is_ai_made=writing.is_ai_made,
        draft_id=str(draft.id) if draft else "",
        updated_at=draft.updated_at if draft else None,
        publish_at=draft.publish_at if draft else publish_at,
        error=error or (draft.failure if draft else ""),
    )


def _row(draft: Draft, writing: Writing, pictures: Mapping[int, Image], now: datetime) -> DraftView:
    at = draft.publish_at
    return DraftView(
        id=str(draft.id),
        url=f"/drafts/{draft.id}",
        text=" ".join(writing.text.split())[:_EXCERPT],
        updated_at=draft.updated_at,
        audience=writing.audience,
        publish_at=at,
        is_late=at is not None and not draft.failure and now > at + LATE,
        failure=draft.failure,
        images=[image_view(pictures[one]) for one in writing.image_ids[:3] if one in pictures],
        image_count=len(writing.image_ids),
        card_count=len(writing.product_ids),
        has_poll=writing.poll is not None,
        has_video=writing.video_id is not None,
    )


def _pictures(ids: set[int], *, viewer: Account) -> dict[int, Image]:
    """Those of the pictures that the viewer can still use."""
    found = media.images_owned_by(viewer, sorted(ids)) if ids else []
    return {image.id: image for image in found if image.attached_at is None}


def _image_ids(writing: Writing) -> set[int]:
    options = writing.poll.options if writing.poll else []
    return {*writing.image_ids, *(one.image_id for one in options if one.image_id)}


def _product_ids(writing: Writing) -> list[int]:
    options = writing.poll.options if writing.poll else []
    return list(dict.fromkeys([*writing.product_ids, *(one.product_id for one in options if one.product_id)]))


def _links(writing: Writing, found: Mapping[int, Product]) -> list[cards.LinkView]:
    """Cards as the chips of products that were chosen, then the preview."""
    chosen = [found[one] for one in writing.product_ids if one in found]
    chips = [
        cards.LinkView(id="", status="product", url=product.url, card=cards.card_view(product)) for product in chosen
    ]
    link = products.link_or_none(writing.link_id) if writing.link_id else None
    if link is not None and link.status == "page":
        chips.append(cards.LinkView(id=str(link.id), status="page", url=link.url, preview=cards.preview_view(link)))
    return chips


def _poll(poll: PollWriting, pictures: Mapping[int, Image], found: Mapping[int, Product]) -> PollDraft:
    options = [
        OptionDraft(
            one.text,
            image_view(pictures[one.image_id]) if one.image_id in pictures else None,
            cards.card_view(found[one.product_id]) if one.product_id in found else None,
        )
        for one in poll.options
    ]
    return PollDraft(options, poll.most, poll.open_for)
