"""The doors to private messages. All of them ask for a log-in; what is of others answers 404."""

from functools import cache

from flask import Blueprint
from werkzeug.local import LocalProxy

from app.kernel.viewer import viewer
from app.messages import queries
from app.messages.routes import conversations, sending, settings, sharing

bp = Blueprint("messages", __name__)
bp.add_url_rule("/messages", view_func=conversations.conversation_index)
bp.add_url_rule("/messages/unread", view_func=conversations.unread_show)
bp.add_url_rule("/messages/<int:account_id>", view_func=conversations.conversation_show)
bp.add_url_rule("/messages/<int:account_id>", view_func=sending.message_create, methods=["POST"])
bp.add_url_rule("/messages/<int:account_id>", view_func=conversations.conversation_delete, methods=["DELETE"])
bp.add_url_rule("/messages/<int:account_id>/read", view_func=conversations.read_create, methods=["POST"])
bp.add_url_rule("/messages/<int:account_id>/main", view_func=conversations.main_create, methods=["POST"])
bp.add_url_rule("/messages/<int:account_id>/<int:message_id>", view_func=sending.message_show)
bp.add_url_rule("/messages/<int:account_id>/<int:message_id>", view_func=sending.message_delete, methods=["DELETE"])
bp.add_url_rule("/posts/<int:post_id>/messages/new", view_func=sharing.share_new)
bp.add_url_rule("/posts/<int:post_id>/messages", view_func=sharing.share_create, methods=["POST"])
bp.add_url_rule("/settings/messages", view_func=settings.setting_edit)
bp.add_url_rule("/settings/messages", view_func=settings.setting_update, methods=["POST"])


@bp.app_context_processor
def show_on_every_page() -> dict[str, object]:
    """`unread_messages` for the links to them; asked of the database only by a page that shows it."""
    return {"unread_messages": LocalProxy(cache(_unread))}


def _unread() -> int:
    me = viewer()
    return queries.unread_counts(me.id)["main"] if me else 0
