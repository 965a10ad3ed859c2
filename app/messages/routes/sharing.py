"""转发到私信: a post for somebody."""

from flask import render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import login_required

from app.accounts import queries as accounts
from app.accounts.presenters import AccountView, account_view
from app.kernel import clock, rendering
from app.kernel.errors import Reason
from app.kernel.pagination import cursor_from
from app.kernel.security import limiter
from app.kernel.viewer import viewer
from app.messages import operations, queries
from app.messages.forms import ShareForm
from app.posts import presenters as posts
from app.posts import queries as posts_known
from app.posts.models import Post
from app.relationships import queries as relationships
from app.screening.operations import NotAllowed

OFFERED = 12


@login_required
def share_new(post_id: int) -> ResponseReturnValue:
    """The form with the people one may mean; for our script the dialog, or with `?q=` its people alone."""
    post = posts_known.post_or_404(post_id, viewer=viewer())
    if rendering.wants_fragment() and "q" in request.args:
        return rendering.fragment("messages/_receivers.html", people=_people(), chosen="")
    if rendering.wants_fragment():
        return rendering.fragment("messages/_share_dialog.html", **_facts(post, ShareForm(formdata=None)))
    return _page(post, ShareForm(formdata=None), 200)


@login_required
@limiter.limit("60 per minute; 1200 per hour")
def share_create(post_id: int) -> ResponseReturnValue:
    """Send the post to one person."""
    post = posts_known.post_or_404(post_id, viewer=viewer())
    form = ShareForm()
    if not form.validate_on_submit():
        return _refused(post, form, rendering.first_error(form), 422)
    to = accounts.account_or_404(cursor_from(form.to.data) or 0)
    try:
        operations.send(
            to, by=viewer(), now=clock.now(), text=form.text.data or "", post_id=post.id,
            client_key=form.client_key.data,
        )  # fmt: skip
    except (operations.NotSendable, NotAllowed) as refusal:
        return _refused(post, form, refusal.reason, refusal.status)
    if rendering.wants_fragment() or rendering.wants_json():
        return {"to": str(to.id), "url": f"/messages/{to.id}"}, 201
    return rendering.done(_("Sent."), to=f"/messages/{to.id}")


def _people() -> list[AccountView]:
    """Whom one has written with last, then whom one knows; with `?q=` those whose names begin like this."""
    words = request.args.get("q", "").lstrip("@")[:24]
    found = relationships.suggested_accounts(words, viewer=viewer(), limit=OFFERED, now=clock.now())
    if not words.strip():
        found = list(dict.fromkeys([*queries.partners_of(viewer(), limit=OFFERED), *found]))[:OFFERED]
    return [account_view(account) for account in found]


def _facts(post: Post, form: ShareForm) -> dict[str, object]:
    view = posts.post_view(post, viewer=viewer())
    return {"post": view, "form": form, "people": _people(), "chosen": form.to.data or "", "query": ""}


def _page(post: Post, form: ShareForm, status: int) -> ResponseReturnValue:
    return render_template("messages/share.html", **_facts(post, form)), status


def _refused(post: Post, form: ShareForm, reason: Reason, status: int) -> ResponseReturnValue:
    if rendering.wants_fragment() or rendering.wants_json():
        return rendering.refusal(reason, status)
    form.text.errors = [reason.message]
    return _page(post, form, status)
