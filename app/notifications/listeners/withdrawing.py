"""What was undone before it was read is no news any more."""

from app.engagement import queries as under_posts
from app.engagement.events import CommentDeleted, CommentUnliked, PostUnliked
from app.kernel.database import db
from app.notifications import operations, queries
from app.notifications.listeners import telling
from app.posts.events import AudienceNarrowed, PostDeleted, PostPurged, PostReposted, PostRestored
from app.posts.models import Post
from app.relationships.events import AccountBlocked, AccountUnfollowed


def take_back_like(event: PostUnliked) -> None:
    """The author no longer hears of the like."""
    if post := db.session.get(Post, event.post_id):
        operations.take_back("like", of=post.author_id, by=event.account_id, post_id=post.id)


def take_back_comment_like(event: CommentUnliked) -> None:
    """The writer no longer hears of the like."""
    if comment := under_posts.stored_comment_or_none(event.comment_id):
        about = {"post_id": comment.post_id, "comment_id": comment.id}
        operations.take_back("like", of=comment.author_id, by=event.account_id, **about)


def take_back_fan(event: AccountUnfollowed) -> None:
    """Whoever was followed no longer hears of the fan."""
    operations.take_back("fan", of=event.followee_id, by=event.follower_id)


def part(event: AccountBlocked) -> None:
    """Two who do not see each other have nothing to read of each other."""
    operations.part(event.blocker_id, event.blocked_id)


def hide_post(event: PostDeleted) -> None:
    """What was told about a post does not count while it is deleted; authors no longer hear of a deleted repost."""
    post = db.session.get(Post, event.post_id)
    if post is None or not post.is_deleted:
        return
    recount_unread(event)
    for passed_on in queries.passed_on_by(post):
        if not queries.still_passes_on(passed_on, by=post.author_id):
            operations.take_back("repost", of=passed_on.author_id, by=post.author_id, post_id=passed_on.id)


def show_post_again(event: PostRestored) -> None:
    """Everything is as it was before."""
    post = db.session.get(Post, event.post_id)
    if post is None or post.is_deleted:
        return
    recount_unread(event)
    if post.parent_id is not None and post.root_id is not None:
        telling.tell_authors_along_the_chain(PostReposted(post.id, post.parent_id, post.root_id, post.author_id))


def recount_unread(event: AudienceNarrowed | PostDeleted | PostRestored) -> None:
    """Whoever was told about the post may be shown less, or more, than before."""
    for account_ids in queries.told_about(event.post_id):
        operations.announce_changed(account_ids)


def forget_post(event: PostPurged) -> None:
    """Nobody has anything to read about a post that is gone for good."""
    operations.withdraw(post_id=event.post_id)


def forget_comment(event: CommentDeleted) -> None:
    """Nobody has anything to read about a comment that is gone."""
    operations.withdraw(post_id=event.post_id, comment_id=event.comment_id)
