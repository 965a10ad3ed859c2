"""What waits for a reviewer, as she reads it: what, by whom, why, and what can be done."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.accounts import queries as accounts
from app.accounts.models import Account
from app.accounts.presenters import AccountView, account_view
from app.backoffice.presenters.owners import OwnerView, owner_view
from app.backoffice.presenters.reasons import Pick, PickGroup, keyed_picks, other_groups
from app.media import queries as media
from app.media.presenters import ImageView, image_view
from app.moderation import queries as moderation
from app.posts import queries as posts
from app.posts.models import Writing
from app.products import queries as products
from app.screening.models import ReviewItem
from app.screening.presenters import CauseView, MarkedText, cause_views, held_views, marked

Text = tuple[Any, str, str]
_SUBJECTS = {"post": "post", "repost": "post", "edit": "post", "comment": "comment", "message": "message",
             "profile": "account"}  # fmt: skip
ICONS = {"post": "newspaper", "repost": "repeat-2", "edit": "pencil", "comment": "message-circle", "message": "mail",
         "profile": "user"}  # fmt: skip
USUAL = "misleading"


@dataclass(frozen=True)
class About:
    """What it stands under or goes to: words and, where it can be seen, an address."""

    label: Any
    words: str
    url: str = ""


@dataclass(frozen=True)
class Content:
    """All there is to read and to look at."""

    texts: list[MarkedText]
    pictures: list[ImageView] = field(default_factory=list)
    cards: list[str] = field(default_factory=list)
    about: About | None = None


@dataclass(frozen=True)
class ReviewRow:
    """One line of the list."""

    id: str
    url: str
    icon: str
    label: Any
    words: str
    author: AccountView
    causes: list[CauseView]
    score: int
    is_out: bool
    created_at: datetime


@dataclass(frozen=True)
class ReviewView:
    """One item on one screen."""

    row: ReviewRow
    content: Content
    owner: OwnerView
    picks: list[Pick]
    all_reasons: list[PickGroup]
    waiting: int
    state: str
    reason: str
    decided_by: AccountView | None
    skip_url: str
    out_url: str


def review_rows(items: Sequence[ReviewItem]) -> list[ReviewRow]:
    """The lines of the list."""
    people = accounts.accounts_by_ids({item.account_id for item in items})
    return [_row(item, people[item.account_id]) for item in items if item.account_id in people]


def review_view(item: ReviewItem, *, viewer: Account, waiting: int, now: datetime) -> ReviewView:
    """One item, with all that a reviewer needs to know."""
    author = accounts.account_or_404(item.account_id)
    kind = _SUBJECTS[item.kind]
    picks = keyed_picks(kind, [], USUAL)
    history = moderation.history_of(author)
    decider = accounts.account_or_none(item.decided_by) if item.decided_by else None
    return ReviewView(
        row=_row(item, author),
        content=_content(item, author, viewer),
        owner=owner_view(
            author,
            strikes=len(moderation.strikes_in_force(author.id, now)),
            history=[row for row in history.decisions if row.kind != "dismiss"],
            now=now,
        ),
        picks=picks,
        all_reasons=other_groups(kind, picks),
        waiting=waiting,
        state=item.state,
        reason=item.reason,
        decided_by=account_view(decider) if decider else None,
        skip_url=f"/admin/review/{item.id}/next",
        out_url=f"/posts/{item.subject_id}" if item.subject_kind == "post" else "",
    )


def _row(item: ReviewItem, author: Account) -> ReviewRow:
    (held,) = held_views([item])
    return ReviewRow(
        id=held.id,
        url=f"/admin/review/{held.id}",
        icon=ICONS[item.kind],
        label=held.label,
        words=held.words,
        author=account_view(author),
        causes=cause_views(item),
        score=item.score,
        is_out=item.is_out,
        created_at=item.created_at,
    )


def _content(item: ReviewItem, author: Account, viewer: Account) -> Content:
    if item.is_out or not item.payload:
        return Content(marked([("", _scope(item), item.words)]), about=_subject(item, viewer))
    return _CONTENTS[item.kind](item, author, viewer)


def _scope(item: ReviewItem) -> str:
    return {"comment": "comment", "message": "message", "profile": "bio"}.get(item.kind, "post")


def _subject(item: ReviewItem, viewer: Account) -> About | None:
    if item.subject_kind != "post" or item.subject_id is None:
        return None
    post = posts.post_or_none(item.subject_id, viewer=viewer)
    return About(_("It is out"), "", f"/posts/{post.id}") if post is not None else None


def _of_post(item: ReviewItem, author: Account, _viewer: Account) -> Content:
    writing = Writing.from_json(item.payload)
    options = writing.poll.options if writing.poll else []
    texts: list[Text] = [("", "post", writing.text), (_l("Note over what is folded"), "post", writing.fold_note)]
    texts += [(_l("Description of a picture"), "alt", alt) for alt in writing.alts.values()]
    texts += [(_l("Option of the poll"), "poll", one.text) for one in options]
    ids = [*writing.image_ids, *(one.image_id for one in options if one.image_id)]
    carried = [*writing.product_ids, *(one.product_id for one in options if one.product_id)]
    titles = [product.title for product in products.products_by_ids(carried)] if carried else []
    return Content(marked(texts), _pictures(ids, author), titles)


def _of_repost(item: ReviewItem, _author: Account, viewer: Account) -> Content:
    return Content(marked([("", "post", item.payload["text"])]), about=_under(item.payload["original_id"], viewer))


def _of_edit(item: ReviewItem, author: Account, viewer: Account) -> Content:
    said = [(int(image_id), alt) for image_id, alt in item.payload["said"]]
    texts: list[Text] = [("", "post", item.payload["text"])]
    texts += [(_l("Description of a picture"), "alt", alt) for _id, alt in said]
    pictures = _pictures([image_id for image_id, _alt in said], author)
    return Content(marked(texts), pictures, about=_under(item.payload["post_id"], viewer))


def _of_comment(item: ReviewItem, author: Account, viewer: Account) -> Content:
    image_id = item.payload["image_id"]
    pictures = _pictures([image_id] if image_id else [], author)
    return Content(
        marked([("", "comment", item.payload["text"])]), pictures, about=_under(item.payload["post_id"], viewer)
    )


def _of_message(item: ReviewItem, author: Account, _viewer: Account) -> Content:
    image_id = item.payload["image_id"]
    to = accounts.account_or_none(item.payload["to_id"])
    about = About(_("Sent to"), f"@{to.nickname}", f"/u/{to.handle}") if to else None
    pictures = _pictures([image_id] if image_id else [], author)
    return Content(marked([("", "message", item.payload["text"])]), pictures, about=about)


def _of_profile(item: ReviewItem, author: Account, _viewer: Account) -> Content:
    texts: list[Text] = []
    if item.payload["nickname"] != author.nickname:
        texts.append((_l("Nickname"), "nickname", item.payload["nickname"]))
    if item.payload["bio"] != author.bio:
        texts.append((_l("Bio"), "bio", item.payload["bio"]))
    return Content(marked(texts))


def _under(post_id: int, viewer: Account) -> About:
    post = posts.post_or_none(post_id, viewer=viewer)
    if post is None:
        return About(_("Under a post that is not there any more"), "")
    words = " ".join(post.text.split())[:140]
    return About(_("Under a post of @%(name)s", name=post.author.nickname), words, f"/posts/{post.id}")


def _pictures(image_ids: Sequence[int], author: Account) -> list[ImageView]:
    return [image_view(one) for one in media.images_owned_by(author, image_ids)] if image_ids else []


_CONTENTS: dict[str, Callable[[ReviewItem, Account, Account], Content]] = {
    "post": _of_post,
    "repost": _of_repost,
    "edit": _of_edit,
    "comment": _of_comment,
    "message": _of_message,
    "profile": _of_profile,
}
