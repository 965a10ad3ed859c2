"""What accounts do by their own news; they act for screening too, which knows no accounts."""

from datetime import datetime, timedelta

from app.accounts import operations, queries
from app.accounts.events import AccountClosed, AccountOpened, BadgeChanged, ClosingAsked, NicknameChanged
from app.kernel import cache, clock
from app.kernel.events import remind, slow
from app.screening import operations as screening
from app.screening import queries as reviewed
from app.screening.events import ItemReleased

_LEEWAY = timedelta(seconds=5)


def close_when_due(event: ClosingAsked) -> None:
    """Wait for the end of the week to change one's mind, then close; whoever stayed and asked again waits anew."""
    now, at = clock.now(), datetime.fromisoformat(event.closes_at)
    if now < at:
        remind(event, close_when_due, after=at - now + _LEEWAY, now=now)
    else:
        operations.close(event.account_id, now=now)


def flag_lookalikes(event: AccountOpened | NicknameChanged | BadgeChanged) -> None:
    """Reviewers see names that could be taken for those of verified accounts, also such as were there before."""
    account = queries.account_or_none(event.account_id)
    if account is not None:
        operations.flag_lookalikes(account, now=clock.now())


@slow
def forget_in_screening(event: AccountClosed) -> None:
    """What a person did lately, what of her waits for review and what she might not do is nobody's business now.

    Slow: it runs outside of a transaction, in as many as it takes.
    """
    while screening.forget(event.account_id):
        pass


def forget_in_cache(event: AccountClosed) -> None:
    """What pages keep for a minute may name her, and a few things are kept about her for an hour."""
    cache.forget_beginning("own:")
    for name in ("network", "acts", "topics-followed"):
        cache.forget(f"{name}:{event.account_id}")


def carry_out(event: ItemReleased) -> None:
    """At once: a nickname and a bio that a reviewer has let out are taken on."""
    item = reviewed.item_or_none(event.item_id)
    if item is not None and item.kind == "profile":
        operations.carry_out(item, now=clock.now())
