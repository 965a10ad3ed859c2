"""What opens an account, as its owner sees it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import segno
from flask_babel import gettext as _

from app.accounts import queries, rules
from app.accounts.models import Account, LogIn, SecondFactor

_LOG_INS = 20
_SOON = timedelta(minutes=15)  # the second factor of a log-in follows its password within this
_GROUP = 4


@dataclass(frozen=True, slots=True)
class FactorView:
    """An authenticator app or a passkey; `name` as it was given, or what it is."""

    url: str
    kind: str
    name: str
    added_at: datetime
    last_used_at: datetime | None

    @property
    def icon(self) -> str:
        """The picture beside it."""
        return "smartphone" if self.kind == "totp" else "fingerprint"


@dataclass(frozen=True, slots=True)
class AccessView:
    """Second factors in use, and how many recovery codes are left."""

    apps: list[FactorView]
    passkeys: list[FactorView]
    codes_left: int
    is_staff: bool

    @property
    def is_protected(self) -> bool:
        """Whether the password alone opens nothing."""
        return bool(self.apps or self.passkeys)

    @property
    def must_keep_one(self) -> bool:
        """Whether the only factor left may not be removed."""
        return self.is_staff and len(self.apps) + len(self.passkeys) == 1


@dataclass(frozen=True, slots=True)
class LogInView:
    """One attempt: how it ended, where and when; `is_odd` for those that did not come in."""

    word: str
    is_odd: bool
    browser: str
    address: str
    at: datetime


@dataclass(frozen=True, slots=True)
class NewAppView:
    """An authenticator app that is being set up: the picture to scan, and the same to type."""

    url: str
    picture: str
    address: str
    secret: str


def access_view(account: Account) -> AccessView:
    """All that opens the account beside its password."""
    factors = [factor_view(factor) for factor in queries.factors_of(account)]
    return AccessView(
        apps=[factor for factor in factors if factor.kind == "totp"],
        passkeys=[factor for factor in factors if factor.kind == "passkey"],
        codes_left=queries.recovery_codes_left(account),
        is_staff=account.is_staff,
    )


def factor_view(factor: SecondFactor) -> FactorView:
    """One second factor."""
    usual = _("Authenticator app") if factor.kind == "totp" else _("Passkey")
    return FactorView(
        url=f"/settings/security/factors/{factor.id}",
        kind=factor.kind,
        name=factor.name or str(usual),
        added_at=factor.created_at,
        last_used_at=factor.last_used_at,
    )


def new_app_view(factor: SecondFactor, secret: str, account: Account, *, site: str) -> NewAppView:
    """What an app needs to know; the picture is dark on light in any theme, as cameras want it."""
    address = rules.address_of(secret, account=account.handle, site=site)
    return NewAppView(
        url=f"/settings/security/apps/{factor.id}",
        picture=segno.make(address, error="m").svg_data_uri(scale=5, border=3, light="#fff"),
        address=address,
        secret=" ".join(secret[start : start + _GROUP] for start in range(0, len(secret), _GROUP)),
    )


def log_in_views(account: Account) -> list[LogInView]:
    """The last log-ins, the newest first; a password and the second factor that followed it are one."""
    rows = queries.log_ins_of(account, 2 * _LOG_INS)
    confirmed = [factor.confirmed_at for factor in queries.factors_of(account) if factor.confirmed_at]
    protected_since = min(confirmed, default=None)
    views = [
        _log_in_view(row, protected_since)
        for place, row in enumerate(rows)
        if not (row.outcome == "password" and _went_on(row, rows[:place]))
    ]
    return views[:_LOG_INS]


def _went_on(row: LogIn, later: Sequence[LogIn]) -> bool:
    return any(
        other.outcome == "second_factor" and other.address == row.address and other.created_at - row.created_at < _SOON
        for other in later
    )


def _log_in_view(row: LogIn, protected_since: datetime | None) -> LogInView:
    stopped = row.outcome == "password" and protected_since is not None and protected_since <= row.created_at
    words = {
        "signed_up": _("Signed up"),
        "password": _("Right password, no second factor") if stopped else _("Logged in"),
        "second_factor": _("Logged in with a second factor"),
        "wrong": _("Wrong password"),
        "second_wrong": _("Wrong second factor"),
    }
    return LogInView(
        word=str(words[row.outcome]),
        is_odd=stopped or row.outcome not in rules.CAME_IN,
        browser=row.browser or str(_("Unknown browser")),
        address=row.address,
        at=row.created_at,
    )
