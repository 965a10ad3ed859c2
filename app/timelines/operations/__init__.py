"""What happens to feeds: posts get and lose their places, readers say what they do not want."""

from app.timelines.operations.controlling import (
    NotMuted,
    mute_topic,
    mute_word,
    set_hides_products,
    unmute_topic,
    unmute_word,
)
from app.timelines.operations.delivering import RECENT, bring_in, clear_out, deliver, withdraw
from app.timelines.operations.forgetting import forget

__all__ = [
    "RECENT",
    "NotMuted",
    "bring_in",
    "clear_out",
    "deliver",
    "forget",
    "mute_topic",
    "mute_word",
    "set_hides_products",
    "unmute_topic",
    "unmute_word",
    "withdraw",
]
