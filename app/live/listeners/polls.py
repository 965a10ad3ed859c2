"""Polls in sight hear how they stand."""

from datetime import timedelta

from app.kernel import cache, clock
from app.kernel.events import remind
from app.live import operations
from app.posts import queries as posts
from app.posts.events import PollVoted

EVERY = 1  # second: how often the votes of one poll are told at the most


def show_votes(event: PollVoted) -> None:
    """Pages on which the poll is in sight get its votes, once a second; the last ones always arrive."""
    if cache.add(f"votes-told:{event.post_id}", seconds=EVERY):
        if found := posts.polls_of([event.post_id]).get(event.post_id):
            operations.tell_votes(found[0], posts.options_of([event.post_id])[event.post_id])
    elif cache.add(f"votes-due:{event.post_id}", seconds=EVERY):
        remind(event, show_votes, after=timedelta(seconds=EVERY), now=clock.now())
