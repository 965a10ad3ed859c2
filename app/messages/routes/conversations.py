"""The list of conversations, one of them, and what can be done with it as a whole."""

from flask import abort, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import login_required

from app.accounts.models import Account
from app.kernel import clock, rendering
from app.kernel.pagination import cursor_from
from app.kernel.viewer import viewer
from app.messages import operations, presenters, queries
from app.messages.models import BOXES, Conversation


@login_required
def conversation_index() -> ResponseReturnValue:
    """The viewer's conversations in a box (`?box=`), the last written first; for our script the list alone."""
    page = listed()
    if rendering.wants_fragment():
        return rendering.fragment("messages/_list.html", page=page, current_id=request.args.get("current", ""))
    return render_template("messages/index.html", page=page, thread=None)


@login_required
def conversation_show(account_id: int) -> ResponseReturnValue:
    """A conversation; for our script what came before (`?before=`) or after (`?after=`) one of its messages."""
    other = presenters.person_or_404(account_id, viewer=viewer())
    now, before = clock.now(), cursor_from(request.args.get("before"))
    if rendering.wants_fragment():
        after = cursor_from(request.args.get("after"))
        if after is not None:
            page = presenters.newer_messages(other, viewer=viewer(), after=after, now=now)
        else:
            page = presenters.older_messages(other, viewer=viewer(), before=before, now=now)
        return rendering.fragment("messages/_messages.html", page=page, other_id=str(other.id))
    return shown(other, before=before)


@login_required
def conversation_delete(account_id: int) -> ResponseReturnValue:
    """Remove what was said so far, for oneself."""
    operations.clear(_begun_or_404(account_id), by=viewer())
    if rendering.wants_fragment() or rendering.wants_json():
        return {"cleared": True}
    return rendering.done(_("Removed for you. The other side keeps it."), to="/messages")


@login_required
def read_create(account_id: int) -> ResponseReturnValue:
    """Note up to where the viewer has read; answers how much is unread now."""
    up_to = cursor_from(request.form.get("up_to"))
    if up_to is None:
        abort(422)
    operations.read(_begun_or_404(account_id), by=viewer(), up_to=up_to)
    return queries.unread_counts(viewer().id)


@login_required
def main_create(account_id: int) -> ResponseReturnValue:
    """Take a stranger's conversation in."""
    operations.move_to_main(_begun_or_404(account_id), by=viewer())
    return rendering.done(_("Moved to your messages."), to=f"/messages/{account_id}")


@login_required
def unread_show() -> ResponseReturnValue:
    """How much is unread, by box."""
    return queries.unread_counts(viewer().id)


def shown(
    other: Account, *, before: int | None = None, words: str = "", error: str = "", status: int = 200
) -> ResponseReturnValue:
    """The page of a conversation; whoever opens its end has read it. A refused message keeps its `words`."""
    thread = presenters.thread_view(other, viewer=viewer(), before=before, now=clock.now())
    conversation = queries.conversation_or_none(viewer(), other.id) if before is None else None
    if conversation is not None:
        operations.read(conversation, by=viewer(), up_to=int(thread.newest_id))
    page = listed(thread.box)
    return render_template("messages/show.html", thread=thread, page=page, words=words, error=error), status


def listed(box: str = "") -> presenters.ConversationPage:
    """The page of the list that the address asks for."""
    wanted = box or request.args.get("box", "")
    before = None if box else cursor_from(request.args.get("before"))
    return presenters.conversation_page(viewer(), box=wanted if wanted in BOXES else BOXES[0], before=before)


def _begun_or_404(account_id: int) -> Conversation:
    other = presenters.person_or_404(account_id, viewer=viewer())
    return queries.conversation_or_none(viewer(), other.id) or abort(404)
