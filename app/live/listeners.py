"""What open pages are told when others have announced something."""

from datetime import timedelta

from app.accounts.events import PasswordChanged
from app.engagement.events import CommentDeleted, PostCommented, PostLiked, PostUnliked
from app.kernel import cache, clock
from app.kernel.database import db
from app.kernel.events import remind
from app.live import operations
from app.notifications import queries as notifications
from app.notifications.events import NoticeGiven, NoticesRead
from app.posts.events import PostDeleted, PostReposted
from app.posts.models import Post
from app.products.events import LinkResolved
from app.relationships import queries as relationships
from app.relationships.events import AccountBlocked, AccountFollowed, AccountMuted, AccountUnfollowed, AccountUnmuted
from app.timelines.events import PostDelivered

EVERY = 1  # second: how often the counts of one post are told at the most


def show_new_posts(event: PostDelivered) -> None:
    """Open home feeds hear that a post is there: of all followers, or of those alone whom its audience names."""
    post = db.session.get(Post, event.post_id)
    if post is None or post.is_deleted:
        return
    listed = {"self": [], "mutuals": relationships.mutual_ids(post.author_id)}.get(post.audience)
    operations.announce_post(post, to=None if listed is None else [*listed, post.author_id])


def show_counts(event: PostLiked | PostUnliked | PostCommented | CommentDeleted) -> None:
    """Pages on which the post is in sight get its counts, once a second; the last ones always arrive."""
    _tell_counts_of(event.post_id, event)


def show_repost_counts(event: PostReposted) -> None:
    """The same for both posts that a repost counts for."""
    for post_id in {event.parent_id, event.root_id}:
        _tell_counts_of(post_id, event)


def show_deletion(event: PostDeleted) -> None:
    """Open pages show the tombstone; posts that a deleted repost had counted for show one less."""
    operations.tell_deletion(event.post_id, event.root_id)
    post = db.session.get(Post, event.post_id)
    for above_id in {post.parent_id, post.root_id} - {None} if post else set():
        if above := db.session.get(Post, above_id):
            operations.tell_counts(above)


def show_comment(event: PostCommented) -> None:
    """Open threads hear of a new comment."""
    operations.tell_comment(event.post_id, event.comment_id)


def show_comment_deletion(event: CommentDeleted) -> None:
    """Open threads hear that a comment is gone."""
    operations.tell_comment_deletion(event.post_id, event.comment_id)


def show_link(event: LinkResolved) -> None:
    """Waiting composers hear what is behind a link."""
    operations.tell_link(event.link_id, event.status)


def ring_the_bell(event: NoticeGiven | NoticesRead) -> None:
    """The account's pages show the number of unread notices."""
    operations.ring(event.account_id, notifications.unread_count(event.account_id))


def renew_rooms(event: AccountFollowed | AccountUnfollowed) -> None:
    """The follower's pages listen to the right people from now on."""
    operations.renew_rooms(event.follower_id)


def renew_rooms_of_both(event: AccountBlocked) -> None:
    """Neither hears of the other any more."""
    operations.renew_rooms(event.blocker_id)
    operations.renew_rooms(event.blocked_id)


def renew_rooms_of_muter(event: AccountMuted | AccountUnmuted) -> None:
    """Pages of the muter no longer hear of the muted, or hear again."""
    operations.renew_rooms(event.muter_id)


def end_sessions(event: PasswordChanged) -> None:
    """Pages of ended sessions say so."""
    operations.end_sessions(event.account_id)


def _tell_counts_of(
    post_id: int, event: PostLiked | PostUnliked | PostCommented | CommentDeleted | PostReposted
) -> None:
    if cache.add(f"counts-told:{post_id}", seconds=EVERY):
        if post := db.session.get(Post, post_id):
            operations.tell_counts(post)
        return
    if cache.add(f"counts-due:{post_id}", seconds=EVERY):
        listener = show_repost_counts if isinstance(event, PostReposted) else show_counts
        remind(event, listener, after=timedelta(seconds=EVERY), now=clock.now())
