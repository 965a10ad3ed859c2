"""Giving notices, taking them back, reading them, and saying what one wants to hear."""

from app.notifications.operations.choosing import NotChosen, choose_senders, hear_of_thread, mute_thread
from app.notifications.operations.giving import give, give_system
from app.notifications.operations.reading import read
from app.notifications.operations.withdrawing import announce_changed, part, take_back, withdraw

__all__ = [
    "NotChosen",
    "announce_changed",
    "choose_senders",
    "give",
    "give_system",
    "hear_of_thread",
    "mute_thread",
    "part",
    "read",
    "take_back",
    "withdraw",
]
