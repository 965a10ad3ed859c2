"""What people do in conversations. Every act is safe to repeat, and what is unread stays exact under concurrency."""

from app.messages.operations.forgetting import forget
from app.messages.operations.keeping import NotChoosable, accept_from, clear, move_to_main, read
from app.messages.operations.merging import show_merged_product
from app.messages.operations.sending import NotSendable, carry_out, send, send_at_once
from app.messages.operations.taking_back import NotTakenBack, take_back
from app.messages.operations.taking_down import put_back, take_down, wipe

__all__ = [
    "NotChoosable",
    "NotSendable",
    "NotTakenBack",
    "accept_from",
    "carry_out",
    "clear",
    "forget",
    "move_to_main",
    "put_back",
    "read",
    "send",
    "send_at_once",
    "show_merged_product",
    "take_back",
    "take_down",
    "wipe",
]
