"""Challenges for passkeys: signed, for one account and one purpose, good for ten minutes and once."""

import secrets
from datetime import datetime
from urllib.parse import urlsplit

from flask import current_app, request

from app.accounts.models import Account
from app.accounts.operations import Party
from app.kernel import cache, security

_LASTS = 600


def party() -> Party:
    """Whom passkeys are made for: this site, at the address that it is known by."""
    parts = urlsplit(current_app.config["SITE_URL"] or request.host_url)
    return Party(
        host=parts.hostname or "", origin=f"{parts.scheme}://{parts.netloc}", name=current_app.config["SITE_NAME"]
    )


def new(purpose: str, account: Account, now: datetime) -> tuple[bytes, str]:
    """A challenge, and the token that the form brings back with what was signed."""
    challenge = secrets.token_bytes(32)
    return challenge, security.signed(f"passkey {purpose}", [account.id, challenge.hex(), now.timestamp()])


def spend(purpose: str, token: str, account: Account, now: datetime) -> bytes:
    """The challenge of a token; b'' when it is forged, another person's, too old, or was used before."""
    match security.unsigned(f"passkey {purpose}", token):
        case [account_id, challenge, at] if account_id == account.id and now.timestamp() - at <= _LASTS:
            is_first = cache.add(f"challenge:{challenge}", seconds=_LASTS)
            return bytes.fromhex(challenge) if is_first else b""
    return b""
