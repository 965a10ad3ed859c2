"""Telling people what became of their account and of what they wrote: no limit and no refusal is secret."""

from app.kernel import clock
from app.notifications import operations
from app.posts.events import ScheduledPostHeld
from app.screening import queries as screening
from app.screening.events import ItemRefused, ItemReleased, LimitEnded, LimitImposed, LimitLifted
from app.screening.models import ReviewItem


def tell_about_limit(event: LimitImposed) -> None:
    """Whose account is limited hears what it means, why and until when."""
    _tell("limit_imposed", event)


def tell_limit_lifted(event: LimitLifted) -> None:
    """Whose limit was lifted before its time hears of it."""
    _tell("limit_lifted", event)


def tell_limit_ended(event: LimitEnded) -> None:
    """Whose limit has run out hears of it."""
    _tell("limit_ended", event)


def tell_about_release(event: ItemReleased) -> None:
    """Whose words were let out hears of it, or why they could not be any more."""
    item = screening.item_or_none(event.item_id)
    if item is not None:
        code = "item_failed" if item.state == "failed" else "item_released"
        data = {"kind": item.kind, "reason": item.reason, "page": _page_of(item)}
        operations.give_system(code, to=[event.account_id], now=clock.now(), key=str(item.id), data=data)


def tell_about_refusal(event: ItemRefused) -> None:
    """Whose words were not let out reads the reason."""
    item = screening.item_or_none(event.item_id)
    if item is not None:
        data = {"kind": item.kind, "reason": item.reason}
        operations.give_system("item_refused", to=[event.account_id], now=clock.now(), key=str(item.id), data=data)


def tell_about_held_schedule(event: ScheduledPostHeld) -> None:
    """Whose scheduled post waits for a reviewer hears of it."""
    operations.give_system("schedule_held", to=[event.account_id], now=clock.now(), key=str(event.item_id))


def _page_of(item: ReviewItem) -> str:
    """Where what was let out stands now."""
    if item.kind in ("post", "repost", "edit"):
        return f"/posts/{item.result_id}"
    if item.kind == "comment":
        return f"/posts/{item.payload['post_id']}?comment={item.result_id}#comment-{item.result_id}"
    return f"/messages/{item.payload['to_id']}" if item.kind == "message" else "/settings/profile"


def _tell(code: str, event: LimitImposed | LimitLifted | LimitEnded) -> None:
    limit = screening.limit_or_none(event.limit_id)
    if limit is None:
        return
    data = {
        "limit": limit.kind,
        "words": limit.words,
        "ends_at": limit.ends_at.isoformat() if limit.ends_at else "",
    }
    operations.give_system(code, to=[event.account_id], now=clock.now(), key=str(limit.id), data=data)
