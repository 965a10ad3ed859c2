"""Posts as the pages show them."""

from dataclasses import dataclass, field
from datetime import datetime

from app.accounts.presenters import AccountView
from app.media.presenters import ImageView
from app.products.presenters import CardView, LinkPreviewView


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text: kind is text, mention, topic, link, emoticon or break."""

    kind: str
    text: str
    url: str = ""
    emoji: str = ""


@dataclass(frozen=True, slots=True)
class ChainLink:
    """One `//@name:` of a repost chain; without an author it shows its tombstone sentence."""

    author: AccountView | None
    segments: list[Segment]
    tombstone: str = ""


@dataclass(frozen=True, slots=True)
class Marks:
    """What the viewer has done with a post and may do now."""

    liked: bool = False
    favourited: bool = False
    reposted: bool = False
    is_own: bool = False
    can_repost: bool = False
    can_comment: bool = False
    can_delete: bool = False


@dataclass(frozen=True, slots=True)
class PostView:
    """A post or repost; a repost's label and cards are those of its root."""

    id: str
    url: str
    author: AccountView | None
    created_at: datetime
    is_deleted: bool = False
    tombstone: str = ""
    label: str = ""
    head: list[Segment] = field(default_factory=list)
    rest: list[Segment] = field(default_factory=list)
    images: list[ImageView] = field(default_factory=list)
    cards: list[CardView] = field(default_factory=list)
    preview: LinkPreviewView | None = None
    is_repost: bool = False
    root: "PostView | None" = None
    chain: list[ChainLink] = field(default_factory=list)
    chain_is_trimmed: bool = False
    repost_count: int = 0
    comment_count: int = 0
    like_count: int = 0
    audience: str = "public"
    audience_label: str = ""
    depth: int = 0
    marks: Marks = field(default_factory=Marks)
