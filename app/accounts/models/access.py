"""What opens an account beside its password, and when it was opened."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.database import Base, BigId, Id

FACTOR_KINDS = ("totp", "passkey")
OUTCOMES = ("signed_up", "password", "wrong", "second_factor", "second_wrong")


class SecondFactor(Base):
    """An authenticator app (`totp`) or a passkey (`passkey`) of an account; it counts once it is `confirmed_at`.

    `secret` of an app is encrypted with a key derived from SECRET_KEY; `last_step` is the last time step a code of it
    was taken for, so that no code opens twice. `credential_id`, `public_key` and `sign_count` are WebAuthn's.
    """

    __tablename__ = "second_factors"

    id: Mapped[Id]
    account_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"), index=True)
    kind: Mapped[str] = mapped_column(String(8))
    name: Mapped[str] = mapped_column(String(40), default="")
    secret: Mapped[str] = mapped_column(String(200), default="")
    last_step: Mapped[int] = mapped_column(BigId, default=0)
    credential_id: Mapped[bytes | None] = mapped_column(LargeBinary, unique=True)
    public_key: Mapped[bytes | None] = mapped_column(LargeBinary)
    sign_count: Mapped[int] = mapped_column(BigId, default=0)
    created_at: Mapped[datetime]
    confirmed_at: Mapped[datetime | None]
    last_used_at: Mapped[datetime | None]


class RecoveryCode(Base):
    """A code that opens the account once when the second factor is lost; only its hash is kept."""

    __tablename__ = "recovery_codes"

    id: Mapped[Id]
    account_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"), index=True)
    code_hash: Mapped[str] = mapped_column(String(200))
    created_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class LogIn(Base):
    """An attempt to log in, or a sign-up: from which address, with which browser, and how it ended.

    `outcome`: signed_up, password (right), wrong, second_factor (right), second_wrong. `network` is the /24 (IPv4) or
    /48 (IPv6) of the address. Rows are removed after 180 days and with their account.
    """

    __tablename__ = "log_ins"
    __table_args__ = (
        Index("ix_log_ins_account_id_id", "account_id", "id"),
        Index("ix_log_ins_network_id", "network", "id"),
    )

    id: Mapped[Id]
    account_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"))
    outcome: Mapped[str] = mapped_column(String(16))
    address: Mapped[str] = mapped_column(String(45), default="")
    network: Mapped[str] = mapped_column(String(50), default="")
    browser: Mapped[str] = mapped_column(String(120), default="")
    created_at: Mapped[datetime]
