"""Noting where from and how often an account acts: in the cache alone, where it is gone after an hour."""

from app.kernel import cache
from app.screening import queries, rules

_AN_HOUR = 3600


def note_network(account_id: int, address: str) -> None:
    """An account is about to do something from this address."""
    if network := rules.public_network(address):
        cache.put(f"network:{account_id}", network, seconds=_AN_HOUR)


def note_act(account_id: int) -> None:
    """An account has said something."""
    cache.put(f"acts:{account_id}", queries.acts_of_late(account_id) + 1, seconds=_AN_HOUR)
