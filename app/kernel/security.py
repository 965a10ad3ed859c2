"""What every answer and every writing request must satisfy: CSP with nonces, CSRF, rate limits, safe redirects."""

import re
import secrets
from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, Response, current_app, g, request
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_wtf import CSRFProtect
from itsdangerous import BadData, URLSafeSerializer

View = TypeVar("View", bound=Callable[..., Any])

csrf = CSRFProtect()
limiter = Limiter(get_remote_address, default_limits=["1200 per minute"], strategy="moving-window")

# Browsers read a backslash as a slash, and leave tabs and line ends out: `/<tab>/elsewhere` is `//elsewhere` to them.
_NEVER_IN_PATHS = re.compile(r"[\\\x00-\x1f\x7f]")
_HOST = re.compile(r"(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]+)?")
_LOOPBACK = {"127.0.0.1", "::1"}


def init_app(app: Flask) -> None:
    """Protect all routes of the app."""
    csrf.init_app(app)
    limiter.init_app(app)
    app.jinja_env.globals["csp_nonce"] = csp_nonce
    app.after_request(_add_headers)


@limiter.request_filter
def is_trusted_loopback() -> bool:
    """Whether TRUST_LOOPBACK lifts the limits for this request."""
    return bool(current_app.config["TRUST_LOOPBACK"]) and request.remote_addr in _LOOPBACK


def public(view: View) -> View:
    """Mark a route as open to people who are not logged in; a house test asks every route to decide."""
    view.is_public = True  # type: ignore[attr-defined]
    return view


def open_to_banned(view: View) -> View:
    """Mark a route that stays open to accounts that are banned or about to close; all others are shut to them."""
    view.is_open_to_banned = True  # type: ignore[attr-defined]
    return view


def csp_nonce() -> str:
    """This answer's nonce, for its own scripts alone."""
    if "csp_nonce" not in g:
        g.csp_nonce = secrets.token_urlsafe(16)
    return str(g.csp_nonce)


def signed(purpose: str, value: Any) -> str:
    """`value` as a token that only this site can make."""
    return str(_serializer(purpose).dumps(value))


def unsigned(purpose: str, token: str) -> Any:
    """The value of a token made by `signed`; None for anything forged."""
    try:
        return _serializer(purpose).loads(token)
    except BadData:
        return None


def safe_next(target: str | None, fallback: str) -> str:
    """`target` if it stays on this site, else `fallback`: no open redirects."""
    if not target or not target.startswith("/") or target.startswith("//") or _NEVER_IN_PATHS.search(target):
        return fallback
    return target


def _serializer(purpose: str) -> URLSafeSerializer:
    return URLSafeSerializer(current_app.config["SECRET_KEY"], salt=purpose)


def _own_sockets() -> str:
    """Where scripts may connect to: here; not every browser takes 'self' to hold its own web sockets."""
    host = request.host
    return f"'self' ws://{host} wss://{host}" if _HOST.fullmatch(host) else "'self'"


def _add_headers(response: Response) -> Response:
    policy = (
        "default-src 'self'; "
        f"script-src 'self' 'nonce-{csp_nonce()}'; "
        f"style-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; connect-src {_own_sockets()}; "
        "font-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )
    headers = response.headers
    headers.setdefault("Content-Security-Policy", policy)
    headers.setdefault("X-Content-Type-Options", "nosniff")
    headers.setdefault("Referrer-Policy", "strict-origin-when-cross-origin")
    headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
    headers.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
    if response.mimetype == "text/html":
        headers.setdefault("Cache-Control", "no-cache, private")
    if current_app.config["SESSION_COOKIE_SECURE"]:
        headers.setdefault("Strict-Transport-Security", "max-age=31536000")
    return response
