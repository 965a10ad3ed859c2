"""Giving notices, taking them back, reading them, and saying what one wants to hear."""

from app.notifications.operations.choosing import (
    NotChosen,
    choose,
    choose_rhythm,
    choose_senders,
    hear_of_thread,
    mute_thread,
)
from app.notifications.operations.forgetting import forget
from app.notifications.operations.giving import give, give_system
from app.notifications.operations.mailing import claim_digest, put_off_digest, settle_digest
from app.notifications.operations.reading import read
from app.notifications.operations.withdrawing import announce_changed, part, take_back, withdraw

__all__ = [
    "NotChosen",
    "announce_changed",
    "choose",
    "choose_rhythm",
    "choose_senders",
    "claim_digest",
    "forget",
    "give",
    "give_system",
    "hear_of_thread",
    "mute_thread",
    "part",
    "put_off_digest",
    "read",
    "settle_digest",
    "take_back",
    "withdraw",
]
