"""What posts do when something has happened to them."""

from datetime import datetime, timedelta

from app.accounts.events import AccountClosed
from app.kernel import clock
from app.kernel.events import remind, slow
from app.posts import operations, queries
from app.posts.events import PollOpened, PostDeleted, PostPublished, PostPurged, PostScheduled
from app.products.events import ProductMerged
from app.screening import queries as screening
from app.screening.events import ItemReleased

_LEEWAY = timedelta(seconds=5)


def purge_deleted(event: PostDeleted) -> None:
    """Wait until a deleted post can no longer be brought back, then let everything it said go."""
    now = clock.now()
    if not operations.purge(event.post_id, now) and (kept_until := queries.kept_until(event.post_id)):
        remind(event, purge_deleted, after=max(kept_until - now, timedelta(0)) + _LEEWAY, now=now)


def show_merged_product(event: ProductMerged) -> None:
    """At once: cards and options of a product that was merged into another show that one."""
    operations.show_merged_product(event.product_id, event.into_id)


def clear_away_files(event: PostPurged) -> None:
    """The files of a wiped post go, so that their addresses lead nowhere."""
    operations.clear_away_files(event.post_id)


def carry_out(event: ItemReleased) -> None:
    """At once: what a reviewer has let out is published, passed on or changed as its author wanted."""
    item = screening.item_or_none(event.item_id)
    if item is not None and item.kind in ("post", "repost", "edit"):
        operations.carry_out(item, now=clock.now())


def close_poll(event: PollOpened) -> None:
    """Wait for the poll's last moment, then say that it is over."""
    poll = queries.poll_or_none(event.post_id)
    if poll is None:
        return
    if (now := clock.now()) < poll.closes_at:
        remind(event, close_poll, after=poll.closes_at - now, now=now)
    else:
        operations.close_poll(event.post_id)


def clear_draft(event: PostPublished) -> None:
    """What is out is no draft any more."""
    operations.clear_draft(event.post_id)


def publish_scheduled(event: PostScheduled) -> None:
    """Wait for the time of a draft, then let it go out; heard too early, it waits on."""
    now, at = clock.now(), datetime.fromisoformat(event.publish_at)
    if not operations.publish_when_due(event.draft_id, at=at, now=now):
        remind(event, publish_scheduled, after=at - now, now=now)


@slow
def forget_account(event: AccountClosed) -> None:
    """Wipe all that somebody wrote who has closed her account, batch by batch."""
    while operations.forget(event.account_id, now=clock.now()):
        pass
