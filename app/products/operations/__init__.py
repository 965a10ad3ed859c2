"""Pasting links, seeing products, and what staff decides about both."""

from app.products.operations.bringing_in import bring_in
from app.products.operations.deciding import NotDecided, block, clear_domain, merge, rule_domain, unblock
from app.products.operations.linking import (
    OBSERVE_AGAIN_AFTER,
    REFRESH_AFTER,
    RETRY_AFTER,
    NotALink,
    observe,
    paste_link,
    put_back,
    read_again,
    resolve,
    resolve_to_nothing,
    see_price,
    take_down,
)

__all__ = [
    "OBSERVE_AGAIN_AFTER",
    "REFRESH_AFTER",
    "RETRY_AFTER",
    "NotALink",
    "NotDecided",
    "block",
    "bring_in",
    "clear_domain",
    "merge",
    "observe",
    "paste_link",
    "put_back",
    "read_again",
    "resolve",
    "resolve_to_nothing",
    "rule_domain",
    "see_price",
    "take_down",
    "unblock",
]
