"""What the site itself has to say."""

from app.accounts.events import AccountOpened
from app.engagement.events import CommentApproved
from app.kernel import clock
from app.kernel.database import db
from app.kernel.events import slow
from app.notifications import operations
from app.posts import queries as posts
from app.posts.events import PollClosed, ScheduledPostFailed
from app.posts.models import Post


def welcome(event: AccountOpened) -> None:
    """Who is new is told where to begin."""
    operations.give_system("welcome", to=[event.account_id], now=clock.now())


def tell_about_failed_schedule(event: ScheduledPostFailed) -> None:
    """Whose post did not go out at its time hears of it; the list of what waits says why."""
    operations.give_system("schedule_failed", to=[event.account_id], now=clock.now())


def tell_about_choice(event: CommentApproved) -> None:
    """Whose comment the author of the post has chosen hears of it, once a post."""
    operations.give_system("comment_chosen", to=[event.author_id], now=clock.now(), post_id=event.post_id)


@slow
def tell_about_poll(event: PollClosed) -> None:
    """The author and all who have voted hear that a poll is over, in batches: the first do not wait for the last."""
    post = db.session.get(Post, event.post_id)
    if post is None or post.is_deleted:
        return
    operations.give_system("poll_closed", to=[post.author_id], now=clock.now(), post_id=post.id)
    for voter_ids in posts.voter_id_batches(post.id, size=500):
        operations.give_system("poll_closed", to=voter_ids, now=clock.now(), post_id=post.id)
