"""Conversations as the pages show them: all that is asked of the database, before the template."""

from app.messages.presenters.listing import ConversationPage, ConversationView, conversation_page
from app.messages.presenters.threads import (
    ThreadView,
    message_view,
    newer_messages,
    older_messages,
    person_or_404,
    thread_view,
)
from app.messages.presenters.views import MessagePage, MessageView

__all__ = [
    "ConversationPage",
    "ConversationView",
    "MessagePage",
    "MessageView",
    "ThreadView",
    "conversation_page",
    "message_view",
    "newer_messages",
    "older_messages",
    "person_or_404",
    "thread_view",
]
