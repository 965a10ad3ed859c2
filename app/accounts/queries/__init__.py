"""Who is there, and what opens their accounts."""

from app.accounts.queries.access import (
    accounts_on_network,
    factor_or_404,
    factors_of,
    has_second_factor,
    log_ins_of,
    new_app_or_404,
    passkey_or_none,
    recovery_codes_left,
)
from app.accounts.queries.naming import lookalikes_of, names_protected, names_taken, verified_like
from app.accounts.queries.people import (
    account_or_404,
    account_or_none,
    accounts_by_ids,
    accounts_like,
    accounts_named,
    active_id_batches,
    hidden_accounts,
    named_from,
    named_with,
    session_owner,
    who_is,
)

__all__ = [
    "account_or_404",
    "account_or_none",
    "accounts_by_ids",
    "accounts_like",
    "accounts_named",
    "accounts_on_network",
    "active_id_batches",
    "factor_or_404",
    "factors_of",
    "has_second_factor",
    "hidden_accounts",
    "log_ins_of",
    "lookalikes_of",
    "named_from",
    "named_with",
    "names_protected",
    "names_taken",
    "new_app_or_404",
    "passkey_or_none",
    "recovery_codes_left",
    "session_owner",
    "verified_like",
    "who_is",
]
