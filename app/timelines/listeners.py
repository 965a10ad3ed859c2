"""What feeds do when others have announced something."""

from collections.abc import Iterator

from app.accounts.events import AccountClosed
from app.kernel.database import db
from app.kernel.events import announce, slow
from app.posts.events import PostBroughtIn, PostPublished, PostPurged, PostReposted
from app.posts.models import Post
from app.relationships import queries as relationships
from app.relationships.events import AccountFollowed, AccountUnfollowed, GroupJoined
from app.timelines import operations, queries
from app.timelines.events import PostDelivered

BATCH = 500


def place_on_own_timeline(event: PostPublished | PostReposted | PostBroughtIn) -> None:
    """Authors find their own posts in their home feed at once."""
    operations.deliver(event.post_id, event.author_id, to=[event.author_id])


def fan_out_to_followers(event: PostPublished | PostReposted | PostBroughtIn) -> None:
    """Followers get a row each, in batches; then open pages may be told."""
    post = db.session.get(Post, event.post_id)
    if post is None or post.purged_at:
        return
    for follower_ids in _readers(post):
        operations.deliver(post.id, post.author_id, to=follower_ids)
    announce(PostDelivered(post.id, post.author_id))


def bring_in_recent_posts(event: AccountFollowed) -> None:
    """Whoever begins to follow finds the author's recent posts in her feed; new friends find those for friends."""
    operations.bring_in(event.followee_id, to=event.follower_id)
    if relationships.is_following(event.followee_id, event.follower_id):
        operations.bring_in(event.follower_id, to=event.followee_id)


def bring_in_posts_for_group(event: GroupJoined) -> None:
    """Whoever has been put into a group finds what was lately written for it, if she follows its owner."""
    if relationships.is_following(event.account_id, event.owner_id):
        operations.bring_in(event.owner_id, to=event.account_id)


def clear_out_posts(event: AccountUnfollowed) -> None:
    """Whoever stops following is rid of them."""
    operations.clear_out(event.followee_id, of=event.follower_id)


def withdraw_post(event: PostPurged) -> None:
    """A wiped post gives its places back; until then a deleted one may return to them."""
    account_ids = queries.account_ids_with(event.post_id)
    for start in range(0, len(account_ids), BATCH):
        operations.withdraw(event.post_id, of=account_ids[start : start + BATCH])


def _readers(post: Post) -> Iterator[list[int]]:
    if post.audience == "self":
        return
    if post.audience == "group":
        yield relationships.fan_ids_in_group(post.group_id, post.author_id) if post.group_id else []
        return
    mutuals = set(relationships.mutual_ids(post.author_id)) if post.audience == "mutuals" else None
    for follower_ids in relationships.follower_id_batches(post.author_id, size=BATCH):
        yield follower_ids if mutuals is None else [one for one in follower_ids if one in mutuals]


@slow
def forget_account(event: AccountClosed) -> None:
    """Let the feeds of somebody go who has closed her account, batch by batch."""
    while operations.forget(event.account_id):
        pass
