"""Where from and how often an account has acted of late; operations.presence keeps it in the cache, for an hour."""

from app.kernel import cache


def network_of(account_id: int) -> str:
    """The network that the account has acted from within the last hour; '' where none is known."""
    return cache.get(f"network:{account_id}") or ""


def acts_of_late(account_id: int) -> int:
    """About how often it has said something since it was last silent for an hour."""
    return cache.get(f"acts:{account_id}") or 0
