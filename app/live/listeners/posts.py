"""Posts in sight hear of their counts and of their deletion."""

from datetime import timedelta

from app.engagement.events import (
    CommentApproved,
    CommentDeleted,
    CommentRestored,
    PostCommented,
    PostLiked,
    PostUnliked,
)
from app.kernel import cache, clock
from app.kernel.database import db
from app.kernel.events import remind
from app.live import operations
from app.posts.events import (
    AudienceNarrowed,
    PermissionsChanged,
    PollClosed,
    PostDeleted,
    PostEdited,
    PostLabelled,
    PostReposted,
    PostRestored,
    PreviewChanged,
)
from app.posts.models import Post

_Changed = AudienceNarrowed | PreviewChanged | PostEdited | PollClosed | PermissionsChanged | PostLabelled
_Counted = PostLiked | PostUnliked | PostCommented | CommentApproved | CommentDeleted | CommentRestored
EVERY = 1  # second: how often the counts of one post are told at the most


def show_counts(event: _Counted) -> None:
    """Pages on which the post is in sight get its counts, once a second; the last ones always arrive."""
    _tell_counts_of(event.post_id, event)


def show_repost_counts(event: PostReposted) -> None:
    """The same for both posts that a repost counts for."""
    for post_id in {event.parent_id, event.root_id}:
        _tell_counts_of(post_id, event)


def show_deletion(event: PostDeleted) -> None:
    """Open pages show the tombstone; posts that a deleted repost had counted for show one less."""
    operations.tell_deletion(event.post_id, event.root_id)
    _tell_counts_above(event.post_id)


def _tell_counts_above(post_id: int) -> None:
    post = db.session.get(Post, post_id)
    for above_id in {post.parent_id, post.root_id} - {None} if post else set():
        if above := db.session.get(Post, above_id):
            operations.tell_counts(above)


def show_restoration(event: PostRestored) -> None:
    """Open pages show the post again; posts that it counts for show one more."""
    operations.tell_restoration(event.post_id, event.root_id)
    _tell_counts_above(event.post_id)


def show_to_fewer(event: AudienceNarrowed) -> None:
    """Pages of those who may no longer see the post hear nothing of it from now on."""
    operations.turn_out_watchers(event.post_id)
    show_change(event)


def show_change(event: _Changed) -> None:
    """Open pages fetch the post anew; whoever may no longer see it finds a sentence in its place."""
    if post := db.session.get(Post, event.post_id):
        operations.tell_change(post)


def _tell_counts_of(post_id: int, event: _Counted | PostReposted) -> None:
    if cache.add(f"counts-told:{post_id}", seconds=EVERY):
        if post := db.session.get(Post, post_id):
            operations.tell_counts(post)
        return
    if cache.add(f"counts-due:{post_id}", seconds=EVERY):
        listener = show_repost_counts if isinstance(event, PostReposted) else show_counts
        remind(event, listener, after=timedelta(seconds=EVERY), now=clock.now())
