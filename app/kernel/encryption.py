"""Secrets that must be read again are kept encrypted: Fernet, with a key for each purpose made out of SECRET_KEY."""

import base64
import functools
import hashlib
import hmac

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from flask import current_app


def encrypted(purpose: str, secret: str) -> str:
    """The secret, readable by this site alone."""
    return Fernet(base64.urlsafe_b64encode(_key(purpose))).encrypt(secret.encode()).decode()


def decrypted(purpose: str, token: str) -> str | None:
    """The secret of a token made by `encrypted`; None for any other, and after SECRET_KEY was changed."""
    try:
        return Fernet(base64.urlsafe_b64encode(_key(purpose))).decrypt(token.encode()).decode()
    except InvalidToken:
        return None


def fingerprint(purpose: str, secret: str) -> str:
    """HMAC-SHA256 of a random secret that need only be known again; people's passwords take a slow hash instead."""
    return hmac.new(_key(purpose), secret.encode(), hashlib.sha256).hexdigest()


def _key(purpose: str) -> bytes:
    return _derived(str(current_app.config["SECRET_KEY"]), purpose)


@functools.lru_cache(maxsize=32)
def _derived(secret: str, purpose: str) -> bytes:
    return HKDF(hashes.SHA256(), length=32, salt=None, info=f"zhongcao {purpose}".encode()).derive(secret.encode())
