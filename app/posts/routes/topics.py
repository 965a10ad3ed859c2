"""Topics while one types, following them, and looking after them."""

from typing import Any

from flask import render_template, request
from flask_babel import gettext as _
from flask_login import login_required

from app.accounts import queries as accounts
from app.kernel import clock, rendering
from app.kernel.viewer import viewer
from app.posts import operations, queries
from app.posts.models import Topic
from app.posts.presenters import topics as presenters
from app.posts.rules import topics as rules


@login_required
def topic_suggestions() -> Any:
    """Topics that begin like `q`."""
    found = queries.topics_like(request.args.get("q", "")[:32])
    return [{"name": topic.name, "post_count": topic.post_count} for topic in found]


@login_required
def topic_follow_create(topic_id: int) -> Any:
    """Follow a topic."""
    topic, me = queries.topic_or_404(topic_id), viewer()
    try:
        operations.follow_topic(topic, by=me, now=clock.now())
    except operations.NotFollowed as refusal:
        return rendering.refusal(refusal.reason, refusal.status)
    return _toggled(True, topic, _("You follow this topic now."))


@login_required
def topic_follow_delete(topic_id: int) -> Any:
    """No longer follow a topic."""
    topic = queries.topic_or_404(topic_id)
    operations.unfollow_topic(topic, by=viewer())
    return _toggled(False, topic, _("You no longer follow this topic."))


@login_required
def topic_edit(topic_id: int) -> Any:
    """The form for the introduction, and for the staff also for the host."""
    topic = queries.topic_or_404(topic_id)
    if not rules.may_edit_lead(topic, viewer()):
        return rendering.error_page(rules.NOT_HOST, 403)
    return _page(topic, topic.lead)


@login_required
def topic_update(topic_id: int) -> Any:
    """Save the introduction; the staff may name the host by `host`, or leave that empty for none."""
    topic, me = queries.topic_or_404(topic_id), viewer()
    lead, name = request.form.get("lead", ""), request.form.get("host", "").strip().lstrip("@")
    host = accounts.accounts_named([name]).get(name.casefold()) if name else None
    if name and host is None:
        return _page(topic, lead, problem=_("There is nobody by this name."), status=422)
    try:
        operations.tend(topic, lead=lead, host=host, names_host=me.is_staff and "host" in request.form, by=me)
    except operations.NotTended as refusal:
        if not rules.may_edit_lead(topic, me):
            return rendering.error_page(refusal.reason, refusal.status)
        return _page(topic, lead, problem=str(refusal.reason), status=422)
    return rendering.done(_("Saved."), to=presenters.topic_url(topic.name))


def _page(topic: Topic, lead: str, *, problem: str = "", status: int = 200) -> Any:
    host = accounts.account_or_none(topic.host_id) if topic.host_id else None
    view = presenters.topic_view(topic, topic.name, host=host, viewer=viewer())
    return render_template("posts/topic_edit.html", topic=view, lead=lead, problem=problem), status


def _toggled(is_active: bool, topic: Topic, message: str) -> Any:
    presenters.forget_followed(viewer())
    if rendering.wants_fragment() or rendering.wants_json():
        return {"active": is_active, "count": topic.follower_count}
    return rendering.done(message)
