"""The list of conversations."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from flask_babel import gettext as _

from app.accounts.models import Account
from app.accounts.presenters import AccountView, account_view
from app.messages import queries
from app.messages.models import Message, Participant
from app.posts.presenters import segments

SHOWN = 60


@dataclass(frozen=True, slots=True)
class ConversationView:
    """One row of the list: with whom, and the last words."""

    other: AccountView
    url: str
    line: str
    is_mine: bool
    at: datetime
    unread_count: int


@dataclass(frozen=True, slots=True)
class ConversationPage:
    """A page of the conversations in a box; `unread` counts messages by box."""

    conversations: list[ConversationView]
    next_cursor: str | None
    box: str
    unread: dict[str, int]


def conversation_page(viewer: Account, *, box: str, before: int | None) -> ConversationPage:
    """A page of the viewer's conversations, the last written first, in three statements."""
    page = queries.participants_page(viewer, box=box, before=before)
    latest = queries.latest_messages([row.latest_id for row in page.items])
    rows = _views(page.items, latest, viewer)
    return ConversationPage(rows, page.next_cursor, box, queries.unread_counts(viewer.id))


def _views(participants: Iterable[Participant], latest: dict[int, Message], viewer: Account) -> list[ConversationView]:
    return [
        ConversationView(
            other=account_view(row.other),
            url=f"/messages/{row.other_id}",
            line=_line(message, viewer),
            is_mine=message.author_id == viewer.id,
            at=message.created_at,
            unread_count=row.unread_count,
        )
        for row in participants
        if (message := latest.get(row.latest_id))
    ]


def _line(message: Message, viewer: Account) -> str:
    """The message in one line of plain words."""
    if message.taken_down_at is not None:
        return str(_("This message was taken down."))
    if message.taken_back_at is not None:
        return str(_("You took a message back.") if message.author_id == viewer.id else _("A message was taken back."))
    words = "".join(part.emoji or part.text for part in segments(message.text, message.entities))
    words = " ".join(words.split())
    thing = _thing(message)
    line = f"{thing} {words}".strip() if thing else words
    return line if len(line) <= SHOWN else line[: SHOWN - 1] + "…"


def _thing(message: Message) -> str:
    if message.image_id is not None:
        return str(_("[Picture]"))
    if message.post_id is not None:
        return str(_("[Post]"))
    return str(_("[Product]")) if message.product_id is not None else ""
