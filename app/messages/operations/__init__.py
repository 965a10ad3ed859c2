"""What people do in conversations. Every act is safe to repeat, and what is unread stays exact under concurrency."""

from app.messages.operations.keeping import NotChoosable, accept_from, clear, move_to_main, read
from app.messages.operations.sending import NotSendable, send
from app.messages.operations.taking_back import NotTakenBack, take_back

__all__ = [
    "NotChoosable",
    "NotSendable",
    "NotTakenBack",
    "accept_from",
    "clear",
    "move_to_main",
    "read",
    "send",
    "take_back",
]
