"""Polls: voting, and how one stands."""

from typing import Any

from flask import abort
from flask_babel import gettext as _
from flask_login import login_required

from app.kernel import clock, rendering, security
from app.kernel.security import limiter
from app.kernel.viewer import viewer
from app.posts import forms, operations, presenters, queries


@login_required
@limiter.limit("60 per minute")
def vote_create(post_id: int) -> Any:
    """Vote; the answer is the poll with its result."""
    post = queries.post_or_404(post_id, viewer=viewer())
    form = forms.VoteForm()
    if not form.validate_on_submit():
        return rendering.form_refusal(form)
    try:
        operations.vote(post, by=viewer(), choices=form.choices, now=clock.now())
    except operations.NotVotable as refusal:
        return rendering.refusal(refusal.reason)
    if rendering.wants_fragment():
        return _poll(post_id)
    return rendering.done(_("Your vote counts."))


@security.public
def poll_show(post_id: int) -> Any:
    """The poll of a post as the viewer sees it now, alone."""
    return _poll(queries.post_or_404(post_id, viewer=viewer()).id)


def _poll(post_id: int) -> Any:
    poll = presenters.poll_views([post_id], viewer()).get(post_id) or abort(404)
    return rendering.fragment("posts/_poll.html", poll=poll)
