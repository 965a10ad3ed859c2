"""Settings: read once from the environment, checked, and refused with a sentence that says what to mend."""

import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from app.kernel.errors import ConfigurationError

ROOT = Path(__file__).resolve().parents[2]
_LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
_TRUE = {"1", "true", "yes", "on"}


def load(env: Mapping[str, str] = os.environ) -> dict[str, Any]:
    """All settings as Flask's config; raises ConfigurationError."""
    production = env.get("APP_ENV", "development") == "production"
    instance = Path(env.get("INSTANCE_DIR") or ROOT / "instance").resolve()
    _make(instance)
    database_url = _database_url(env.get("DATABASE_URL") or f"sqlite:///{instance / 'app.db'}")
    redis_url = _redis_url(env.get("REDIS_URL", ""))
    secure = _flag(env, "SECURE_COOKIES", production)
    return {
        "APP_ENV": "production" if production else "development",
        "INSTANCE_DIR": instance,
        "UPLOAD_DIR": instance / "uploads",
        "PRIVATE_DIR": instance / "private",  # proofs and exports; no address leads there
        "SECRET_KEY": _secret(env, instance, production),
        "SQLALCHEMY_DATABASE_URI": database_url,
        "SQLALCHEMY_ENGINE_OPTIONS": _engine_options(database_url),
        "REDIS_URL": redis_url,
        "CACHE_PREFIX": "zhongcao:cache:",
        "HOST": env.get("HOST", "127.0.0.1"),
        "PORT": _number(env, "PORT", 8000, least=1, most=65535),
        "TRUST_LOOPBACK": _flag(env, "TRUST_LOOPBACK", False),
        "TRUSTED_PROXIES": _number(env, "TRUSTED_PROXIES", 0, most=9),
        "SITE_NAME": env.get("SITE_NAME", "种草"),
        "ACCEL_PREFIX": env.get("ACCEL_PREFIX", ""),  # nginx sends the files below this address of its own
        "RATELIMIT_STORAGE_URI": redis_url or "memory://",
        "SIGN_UP_EFFORT": _flag(env, "SIGN_UP_EFFORT", True),
        "RATELIMIT_HEADERS_ENABLED": True,
        "RATELIMIT_IN_MEMORY_FALLBACK_ENABLED": True,  # each process counts for itself while Redis is away
        "MAX_CONTENT_LENGTH": 24 * 1024 * 1024,
        "MAX_FORM_MEMORY_SIZE": 2 * 1024 * 1024,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": secure,
        "REMEMBER_COOKIE_HTTPONLY": True,
        "REMEMBER_COOKIE_SAMESITE": "Lax",
        "REMEMBER_COOKIE_SECURE": secure,
        "WTF_CSRF_TIME_LIMIT": None,  # lives as long as the session, so a long-written post is not lost
        "BABEL_TRANSLATION_DIRECTORIES": str(ROOT / "app" / "translations"),
        "LOG_LEVEL": _log_level(env),
        "JOBS": env.get("JOBS", "huey"),
        "SITE_URL": _site_url(env),
        **_mail(env),
    }


def _secret(env: Mapping[str, str], instance: Path, production: bool) -> str:
    given = env.get("SECRET_KEY", "")
    if given:
        if production and len(given) < 32:
            raise ConfigurationError("SECRET_KEY is too short: set at least 32 random characters.")
        return given
    if production:
        raise ConfigurationError(
            "SECRET_KEY is missing: in production set it to at least 32 random characters, the same for every process "
            "(python3 -c 'import secrets; print(secrets.token_hex(32))')."
        )
    return _kept_secret(instance / "secret_key")


def _kept_secret(path: Path) -> str:
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as handle:
            handle.write(secrets.token_hex(32))
    except FileExistsError:
        pass
    return path.read_text().strip()


def _make(instance: Path) -> None:
    try:
        instance.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ConfigurationError(f"INSTANCE_DIR cannot be used: {instance} ({error.strerror}).") from error


def _database_url(url: str) -> str:
    for prefix in ("postgres://", "postgresql://"):
        if url.startswith(prefix):
            url = "postgresql+psycopg://" + url.removeprefix(prefix)
    if not url.startswith(("postgresql+psycopg://", "sqlite://")):
        raise ConfigurationError("DATABASE_URL must begin with postgresql:// or sqlite:///.")
    try:
        make_url(url)
    except (ArgumentError, ValueError) as error:  # the address itself stays out of it: it may hold a password
        raise ConfigurationError("DATABASE_URL cannot be read: postgresql://user:password@host:port/name.") from error
    return url


def _redis_url(url: str) -> str:
    try:
        if url and not url.startswith(("redis://", "rediss://", "unix://")):
            raise ValueError
        _ = urlsplit(url).port
    except ValueError as error:
        raise ConfigurationError("REDIS_URL cannot be read: redis://:password@host:port/0.") from error
    return url


def _engine_options(url: str) -> dict[str, Any]:
    if url.startswith("sqlite"):
        return {"connect_args": {"timeout": 10, "check_same_thread": False}}
    return {"pool_size": 10, "max_overflow": 20, "pool_pre_ping": True, "connect_args": {"connect_timeout": 5}}


def _site_url(env: Mapping[str, str]) -> str:
    url = env.get("SITE_URL", "").rstrip("/")
    if url and not _is_address(url):
        raise ConfigurationError("SITE_URL must be the address people reach the site at: https://example.com")
    return url


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not (parts.query or parts.fragment)


def _mail(env: Mapping[str, str]) -> dict[str, Any]:
    """What Flask-Mail is told; without MAIL_SERVER the site sends no letters and offers none."""
    server, sender = env.get("MAIL_SERVER", ""), env.get("MAIL_DEFAULT_SENDER", "")
    if server and not (sender and "@" in sender):
        raise ConfigurationError("MAIL_SERVER is set, so MAIL_DEFAULT_SENDER must say who writes: news@example.com")
    if server and not env.get("SITE_URL"):
        raise ConfigurationError("MAIL_SERVER is set, so SITE_URL must say where the links in letters lead.")
    use_ssl = _flag(env, "MAIL_USE_SSL", False)
    use_tls = _flag(env, "MAIL_USE_TLS", False)
    return {
        "MAIL_SERVER": server,
        "MAIL_PORT": _number(env, "MAIL_PORT", 465 if use_ssl else 587 if use_tls else 25, least=1, most=65535),
        "MAIL_USERNAME": env.get("MAIL_USERNAME") or None,
        "MAIL_PASSWORD": env.get("MAIL_PASSWORD") or None,
        "MAIL_USE_SSL": use_ssl,
        "MAIL_USE_TLS": use_tls and not use_ssl,
        "MAIL_DEFAULT_SENDER": sender,
    }


def _flag(env: Mapping[str, str], name: str, default: bool) -> bool:
    value = env.get(name, "")
    return value.lower() in _TRUE if value else default


def _number(env: Mapping[str, str], name: str, default: int, *, least: int = 0, most: int) -> int:
    value = env.get(name, "") or str(default)
    if not (value.isascii() and value.isdigit() and least <= int(value) <= most):
        raise ConfigurationError(f"{name} must be a whole number from {least} to {most}, not {value!r}.")
    return int(value)


def _log_level(env: Mapping[str, str]) -> str:
    level = (env.get("LOG_LEVEL", "") or "INFO").upper()
    if level not in _LOG_LEVELS:
        raise ConfigurationError(f"LOG_LEVEL must be one of {', '.join(_LOG_LEVELS)}, not {level!r}.")
    return level
