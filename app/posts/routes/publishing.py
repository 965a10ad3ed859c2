"""Writing a post."""

from typing import Any

from flask import render_template, request
from flask_babel import gettext as _
from flask_login import login_required

from app.kernel import clock, rendering
from app.kernel.errors import Reason
from app.kernel.security import limiter
from app.kernel.viewer import viewer
from app.media import queries as images
from app.media.presenters import image_view
from app.posts import forms, operations, presenters
from app.products import presenters as cards
from app.products import queries as products


@login_required
def post_new() -> str:
    """The composer as a page of its own: for phones, and for browsers without scripts."""
    form = forms.PostForm(formdata=None)
    form.text.data = request.args.get("text", "")[:2000]
    return render_template("posts/compose.html", form=form)


@login_required
@limiter.limit("40 per minute; 600 per hour")
def post_create() -> Any:
    """Publish; a refusal leaves the typed text where it is."""
    form = forms.PostForm()
    if not form.validate_on_submit():
        return _refused(form, rendering.first_error(form), 422)
    try:
        post = operations.publish_writing(form.writing, by=viewer(), now=clock.now(), client_key=form.client_key.data)
    except operations.NotPublishable as refusal:
        return _refused(form, refusal.reason, 409)
    if rendering.wants_fragment():
        return rendering.fragment("posts/_post.html", 201, post=presenters.own_new_view(post, viewer=viewer()))
    return rendering.done(_("Posted."), to="/")


def _refused(form: forms.PostForm, reason: Reason, status: int) -> Any:
    if rendering.wants_fragment() or rendering.wants_json():
        return rendering.refusal(reason, status)
    _keep(form)
    form.text.errors = [*form.text.errors, reason.message]
    return render_template("posts/compose.html", form=form), status


def _keep(form: forms.PostForm) -> None:
    """Pictures and cards of the refused form are shown again with it."""
    alts = form.alts
    mine = images.images_owned_by(viewer(), form.image_ids)
    form.images = [image_view(image, alts.get(image.id, "")) for image in mine if image.attached_at is None]
    form.links = [
        cards.LinkView(id="", status="product", url=product.url, card=cards.card_view(product))
        for product in products.products_by_ids(form.product_ids)
    ]
    if form.link_id and (link := products.link_or_none(form.link_id)) and link.status == "page":
        form.links.append(
            cards.LinkView(id=str(link.id), status="page", url=link.url, preview=cards.preview_view(link))
        )
