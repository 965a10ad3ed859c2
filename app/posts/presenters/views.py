"""Posts as the pages show them."""

from dataclasses import dataclass, field
from datetime import datetime

from app.accounts.presenters import AccountView
from app.kernel.errors import Reason
from app.media.presenters import ImageView, VideoView
from app.posts.presenters.polls import PollView
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
    """What the viewer has done with a post and may do now; `no_repost` and `no_comment` say why she may not."""

    liked: bool = False
    favourited: bool = False
    reposted: bool = False
    is_own: bool = False
    can_repost: bool = False
    can_comment: bool = False
    can_delete: bool = False
    can_edit: bool = False
    can_pin: bool = False
    can_narrow: bool = False
    no_repost: Reason | None = None
    no_comment: Reason | None = None


@dataclass(frozen=True, slots=True)
class PostView:
    """A post or repost; a repost's label and cards are those of its root.

    `root_changed`: the root was edited after this repost. `group_name` is told to the author alone.
    """

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
    group_name: str = ""
    reposters: str = "all"
    commenters: str = "all"
    approves_comments: bool = False
    is_folded: bool = False
    fold_note: str = ""
    is_ai_made: bool = False
    is_pinned: bool = False
    poll: PollView | None = None
    video: VideoView | None = None
    version: int = 1
    edited_at: datetime | None = None
    root_changed: bool = False
    depth: int = 0
    marks: Marks = field(default_factory=Marks)

    @property
    def is_edited(self) -> bool:
        """Whether it said something else before."""
        return self.edited_at is not None
