"""Messages as the pages show them."""

from dataclasses import dataclass
from datetime import datetime

from app.accounts.presenters import AccountView
from app.media.presenters import ImageView
from app.posts.presenters import PostView, Segment
from app.products.presenters import CardView


@dataclass(frozen=True, slots=True)
class MessageView:
    """One message; `starts_day`, `starts_run` and `ends_run` say how it stands to those before and after it.

    A run is what one person says without a pause. `post` is None where the viewer may not see the post (any more);
    `words` is the text as it was typed, while it can be taken back. What staff has taken down counts as taken back.
    """

    id: str
    key: str
    author: AccountView
    is_mine: bool
    created_at: datetime
    day: str
    day_label: str
    clock: str
    segments: list[Segment]
    label: str = ""
    image: ImageView | None = None
    card: CardView | None = None
    has_post: bool = False
    post: PostView | None = None
    is_taken_back: bool = False
    is_taken_down: bool = False
    can_take_back: bool = False
    take_back_until: datetime | None = None
    words: str = ""
    is_read: bool = False
    starts_day: bool = True
    starts_run: bool = True
    ends_run: bool = True


@dataclass(frozen=True, slots=True)
class MessagePage:
    """A stretch of a conversation, oldest first; `earlier` is the cursor of what came before it."""

    messages: list[MessageView]
    earlier: str | None = None
    has_more: bool = False
