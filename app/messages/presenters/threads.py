"""One conversation as a page shows it."""

from dataclasses import dataclass
from datetime import datetime

from flask import abort

from app.accounts import queries as accounts
from app.accounts.models import Account
from app.accounts.presenters import AccountView, account_view
from app.kernel.errors import Reason
from app.messages import queries, rules
from app.messages.models import Message
from app.messages.presenters.arranging import message_views
from app.messages.presenters.views import MessagePage, MessageView
from app.messages.queries import Between
from app.relationships.presenters import RelationView, relation_view


@dataclass(frozen=True, slots=True)
class ThreadView:
    """A conversation with `other`; `newest_id` is '0' where nothing was said yet.

    `is_request`: it lies in the viewer's box for strangers. `left`: how many messages may still be written before an
    answer, where there is a limit. `why_not`: why none can be sent at all.
    """

    other: AccountView
    relation: RelationView
    page: MessagePage
    box: str
    newest_id: str
    read_id: str
    is_request: bool = False
    has_begun: bool = False
    left: int | None = None
    why_not: Reason | None = None


def thread_view(other: Account, *, viewer: Account, before: int | None, now: datetime) -> ThreadView:
    """The viewer's conversation with someone, its newest messages or those before a cursor."""
    between = queries.between(viewer, other.id)
    relation = relation_view(viewer, other)
    page = _older(between, viewer=viewer, before=before, now=now)
    is_request = between is not None and between.own.box == "strangers"
    why_not, left = _may_write(between, relation, viewer, other)
    return ThreadView(
        other=account_view(other),
        relation=relation,
        page=page,
        box=between.own.box if between else "main",
        newest_id=page.messages[-1].id if page.messages else "0",
        read_id=str(_read_up_to(between)),
        is_request=is_request,
        has_begun=between is not None and between.own.latest_id > 0,
        left=left,
        why_not=why_not,
    )


def older_messages(other: Account, *, viewer: Account, before: int | None, now: datetime) -> MessagePage:
    """What was said before a message."""
    return _older(queries.between(viewer, other.id), viewer=viewer, before=before, now=now)


def newer_messages(other: Account, *, viewer: Account, after: int, now: datetime) -> MessagePage:
    """What was said after a message."""
    between = queries.between(viewer, other.id)
    if between is None:
        return MessagePage([])
    page = queries.messages_after(between.own, after=after)
    views = message_views(page.items, viewer=viewer, read_up_to=_read_up_to(between), now=now)
    return MessagePage(views, has_more=page.next_cursor is not None)


def message_view(message: Message, *, viewer: Account, now: datetime) -> MessageView:
    """One message alone."""
    member = queries.member_or_none(message.conversation_id, viewer.id)
    between = queries.between(viewer, member.other_id) if member else None
    return message_views([message], viewer=viewer, read_up_to=_read_up_to(between), now=now)[0]


def person_or_404(account_id: int, *, viewer: Account) -> Account:
    """With whom a conversation may be: anyone but oneself."""
    account = accounts.account_or_404(account_id)
    return account if account.id != viewer.id else abort(404)


def _older(between: Between | None, *, viewer: Account, before: int | None, now: datetime) -> MessagePage:
    if between is None:
        return MessagePage([])
    page = queries.messages_before(between.own, before=before)
    oldest_first = list(page.items)[::-1]
    views = message_views(oldest_first, viewer=viewer, read_up_to=_read_up_to(between), now=now)
    return MessagePage(views, earlier=page.next_cursor)


def _read_up_to(between: Between | None) -> int:
    """Up to where the other one has read, which she shows only once she has taken the conversation in."""
    return between.other.read_id if between is not None and between.other.box == "main" else 0


def _may_write(
    between: Between | None, relation: RelationView, viewer: Account, other: Account
) -> tuple[Reason | None, int | None]:
    is_known = relation.followed_by or (between is not None and between.other.box == "main")
    written = 0
    if between is not None and not is_known:
        written = queries.written_by(viewer.id, between.conversation_id, most=rules.STRANGERS_MAX)
    why_not = rules.why_not_write(
        is_oneself=False,
        is_blocked=relation.blocks or relation.is_blocked,
        is_active=other.state == "active",
        is_known=is_known,
        accepts="all" if is_known else queries.accepted_by(other.id),
        written=written,
    )
    return why_not, None if is_known else rules.STRANGERS_MAX - written
