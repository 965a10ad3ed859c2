"""Writing a message, looking at one, taking it back."""

from flask import abort, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import login_required

from app.accounts.models import Account
from app.kernel import clock, rendering
from app.kernel.errors import Reason
from app.kernel.security import limiter
from app.kernel.viewer import viewer
from app.messages import operations, presenters, queries
from app.messages.forms import MessageForm
from app.messages.models import Message
from app.messages.routes.conversations import shown
from app.screening.operations import NotAllowed


@login_required
@limiter.limit("60 per minute; 1200 per hour")
def message_create(account_id: int) -> ResponseReturnValue:
    """Write to someone; a refusal leaves the typed words where they are."""
    other = presenters.person_or_404(account_id, viewer=viewer())
    form = MessageForm()
    if not form.validate_on_submit():
        return _refused(other, form, rendering.first_error(form), 422)
    try:
        message = operations.send(
            other, by=viewer(), now=clock.now(), text=form.words, image_id=form.image, product_id=form.product,
            client_key=form.client_key.data,
        )  # fmt: skip
    except (operations.NotSendable, NotAllowed) as refusal:
        return _refused(other, form, refusal.reason, refusal.status)
    if not rendering.wants_fragment():
        return rendering.done(to=_page_of(other))
    return _fragment(message, other, 201)


@login_required
def message_show(account_id: int, message_id: int) -> ResponseReturnValue:
    """One message as it now looks; without scripts it is read on the conversation's page."""
    other = presenters.person_or_404(account_id, viewer=viewer())
    message = _message_or_404(message_id, other)
    if not rendering.wants_fragment():
        return redirect(_page_of(other) + f"#message-{message.id}")
    return _fragment(message, other, 200)


@login_required
def message_delete(account_id: int, message_id: int) -> ResponseReturnValue:
    """Take a message back."""
    other = presenters.person_or_404(account_id, viewer=viewer())
    message = _message_or_404(message_id, other)
    operations.take_back(message, by=viewer(), now=clock.now())
    if rendering.wants_fragment():
        return _fragment(message, other, 200)
    return rendering.done(_("You took a message back."), to=_page_of(other))


def _message_or_404(message_id: int, other: Account) -> Message:
    message = queries.message_or_none(message_id, viewer=viewer()) or abort(404)
    member = queries.member_or_none(message.conversation_id, other.id)
    return message if member else abort(404)


def _fragment(message: Message, other: Account, status: int) -> ResponseReturnValue:
    view = presenters.message_view(message, viewer=viewer(), now=clock.now())
    return rendering.fragment("messages/_message.html", status, message=view, other_id=str(other.id))


def _refused(other: Account, form: MessageForm, reason: Reason, status: int) -> ResponseReturnValue:
    if rendering.wants_fragment() or rendering.wants_json():
        return rendering.refusal(reason, status)
    return shown(other, words=form.words, error=str(reason), status=status)


def _page_of(other: Account) -> str:
    return url_for("messages.conversation_show", account_id=other.id)
