"""Messages as views: a stretch of them in two statements, and those of posts where some are passed on."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from app.accounts.models import Account
from app.accounts.presenters import AccountView, account_view
from app.kernel import formats
from app.media.presenters import image_view
from app.messages import rules
from app.messages.models import Message
from app.messages.presenters.views import MessageView
from app.posts import presenters as posts
from app.posts import queries as posts_known
from app.posts.presenters import PostView
from app.products.presenters import card_view

PAUSE = timedelta(minutes=5)


def message_views(messages: Sequence[Message], *, viewer: Account, read_up_to: int, now: datetime) -> list[MessageView]:
    """Messages in their order, oldest first; the viewer's own up to `read_up_to` have been read."""
    shared = _shared_posts(messages, viewer)
    people: dict[int, AccountView] = {}
    views = [_view(one, viewer, shared, people, read_up_to, now) for one in messages]
    return [
        replace(
            view,
            starts_day=before is None or before.day != view.day,
            starts_run=before is None or not _belong_together(before, view),
            ends_run=after is None or not _belong_together(view, after),
        )
        for before, view, after in zip([None, *views], views, [*views[1:], None], strict=False)
    ]


def _belong_together(first: MessageView, second: MessageView) -> bool:
    is_quick = second.created_at - first.created_at < PAUSE
    is_plain = not (first.is_taken_back or second.is_taken_back)
    return first.author.id == second.author.id and first.day == second.day and is_quick and is_plain


def _shared_posts(messages: Sequence[Message], viewer: Account) -> dict[int, PostView]:
    wanted = sorted({message.post_id for message in messages if message.post_id is not None})
    if not wanted:
        return {}
    found = posts_known.posts_by_ids(wanted, viewer=viewer)
    return {int(view.id): view for view in posts.post_views(found, viewer=viewer)}


def _view(
    message: Message, viewer: Account, shared: Mapping[int, PostView], people: dict[int, AccountView],
    read_up_to: int, now: datetime,
) -> MessageView:  # fmt: skip
    author = people.setdefault(message.author_id, account_view(message.author))
    is_mine = message.author_id == viewer.id
    is_gone = message.is_gone
    is_fresh = not is_gone and rules.why_not_take_back(message, by=viewer, now=now) is None
    local = message.created_at.astimezone(formats.ZONE)
    return MessageView(
        id=str(message.id),
        key=message.client_key or "" if is_mine else "",
        author=author,
        is_mine=is_mine,
        created_at=message.created_at,
        day=f"{local:%Y-%m-%d}",
        day_label=formats.day(message.created_at, now=now),
        clock=f"{local:%H:%M}",
        segments=posts.segments(message.text, message.entities) if message.text and not is_gone else [],
        label="" if is_gone else message.label,
        image=image_view(message.image) if message.image and not is_gone else None,
        card=card_view(message.product) if message.product and not is_gone else None,
        has_post=message.post_id is not None and not is_gone,
        post=shared.get(message.post_id or 0),
        is_taken_back=is_gone,
        is_taken_down=message.taken_down_at is not None,
        can_take_back=is_fresh,
        take_back_until=message.created_at + rules.TAKE_BACK_FOR,
        words=message.text if is_fresh else "",
        is_read=is_mine and message.id <= read_up_to,
    )
