"""What engagement does when others have announced something."""

from datetime import timedelta

from app.accounts.events import AccountClosed
from app.engagement import operations, queries
from app.engagement.events import CommentDeleted
from app.kernel import clock
from app.kernel.database import db
from app.kernel.events import remind, slow
from app.posts.events import PostPurged, PostReposted
from app.posts.models import Post
from app.products.events import ProductMerged
from app.screening import queries as screening
from app.screening.events import ItemReleased

_LEEWAY = timedelta(seconds=5)


def comment_alongside(event: PostReposted) -> None:
    """At once: the words of a repost become a comment on its parent or root, as its author has ticked."""
    wanted = [post_id for post_id in (event.parent_id, event.root_id) if post_id in event.comment_on]
    if not wanted:
        return
    repost = db.session.get_one(Post, event.post_id)
    targets = [db.session.get_one(Post, post_id) for post_id in dict.fromkeys(wanted)]
    operations.comment_alongside(repost, targets, by=repost.author, now=repost.created_at)


def shelve_merged_product(event: ProductMerged) -> None:
    """At once: who wanted a product that was merged into another wants that one."""
    operations.shelve_merged_product(event.product_id, event.into_id)


def clear_away_picture(event: CommentDeleted) -> None:
    """The picture of a deleted comment goes, file and all; of one that staff took down, once appeals are over."""
    now = clock.now()
    if operations.wipe_comment(event.comment_id, now=now):
        operations.clear_away_pictures(queries.deleted_with_picture(event.comment_id))
    elif kept_until := queries.kept_until(event.comment_id):
        remind(event, clear_away_picture, after=max(kept_until - now, timedelta(0)) + _LEEWAY, now=now)


def clear_away_pictures_below(event: PostPurged) -> None:
    """What was shown under a post goes with it; nobody can see it any more."""
    operations.clear_away_pictures(queries.with_pictures_under(event.post_id))


@slow
def forget_account(event: AccountClosed) -> None:
    """Wipe all that somebody said and did under posts who has closed her account, batch by batch."""
    while operations.forget(event.account_id, now=clock.now()):
        pass


def carry_out(event: ItemReleased) -> None:
    """At once: a comment that a reviewer has let out is written."""
    item = screening.item_or_none(event.item_id)
    if item is not None and item.kind == "comment":
        operations.carry_out(item, now=clock.now())
