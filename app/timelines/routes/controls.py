"""屏蔽: words, topics and product posts that a reader leaves out of her feeds."""

from typing import Any

from flask import abort, jsonify, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import login_required

from app.kernel import clock, rendering
from app.kernel.viewer import viewer
from app.posts import queries as posts
from app.timelines import operations, queries
from app.timelines.routes.blueprint import bp


@bp.get("/settings/blocking")
@login_required
def blocking_edit() -> Any:
    """The lists of what a reader leaves out."""
    me = viewer()
    return render_template(
        "timelines/settings_blocking.html",
        words=queries.muted_words_of(me),
        topics=queries.muted_topics_of(me),
        hides_products=queries.hides_products(me),
    )


@bp.post("/settings/blocking/words")
@login_required
def word_create() -> Any:
    """Put a word on the list."""
    operations.mute_word(request.form.get("word", ""), by=viewer(), now=clock.now())
    return _listed()


@bp.delete("/settings/blocking/words/<int:word_id>")
@login_required
def word_delete(word_id: int) -> Any:
    """Take a word off the list; the empty answer takes it off the page."""
    operations.unmute_word(word_id, by=viewer())
    return "" if rendering.wants_fragment() else _listed()


@bp.post("/settings/blocking/topics")
@login_required
def topic_create() -> Any:
    """Put a topic on the list, by its name."""
    topic = posts.topic_or_none(request.form.get("name", "").strip("#")) or abort(404)
    operations.mute_topic(topic, by=viewer(), now=clock.now())
    if rendering.wants_json():
        return jsonify(active=True, undo_url=url_for(".topic_delete", topic_id=topic.id))
    return rendering.done(_("Posts with this topic no longer appear in your feeds."))


@bp.delete("/settings/blocking/topics/<int:topic_id>")
@login_required
def topic_delete(topic_id: int) -> Any:
    """Take a topic off the list."""
    operations.unmute_topic(topic_id, by=viewer())
    if rendering.wants_json():
        return jsonify(active=False)
    return "" if rendering.wants_fragment() else _listed()


@bp.post("/settings/blocking/products")
@login_required
def products_hide() -> Any:
    """不看商品微博."""
    operations.set_hides_products(True, by=viewer())
    return _toggled(True, _("Posts with products no longer appear in your feeds."))


@bp.delete("/settings/blocking/products")
@login_required
def products_show() -> Any:
    """Let posts with products in again."""
    operations.set_hides_products(False, by=viewer())
    return _toggled(False, _("Posts with products appear in your feeds again."))


def _listed() -> Any:
    return rendering.done(to=url_for(".blocking_edit"))


def _toggled(active: bool, message: str) -> Any:
    if rendering.wants_fragment() or rendering.wants_json():
        return jsonify(active=active)
    return rendering.done(message)
