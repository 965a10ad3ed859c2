"""Applications, their proofs, and verifications."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import Account
from app.kernel.database import Base, BigId, Id

KINDS = ("orange", "gold", "blue")
ORGANISATIONS = ("business", "government", "media", "school", "group")
"""What a 蓝V stands for: 企业, 政府, 媒体, 校园, 团体."""
APPLICATION_STATES = ("waiting", "needs_more", "approved", "rejected", "withdrawn")


class Application(Base):
    """Someone wants to be verified as `name` in a `field`; one at a time per account is open (waiting, needs_more).

    `organisation` is one of ORGANISATIONS for kind blue, else ''. `reason` is what staff has answered last.
    `purged_at`: when its proofs were removed, 30 days after the decision.
    """

    __tablename__ = "verification_applications"
    __table_args__ = (
        Index("ix_verification_applications_state_id", "state", "id"),
        Index("ix_verification_applications_account_id_id", "account_id", "id"),
        Index("ix_verification_applications_decided_at", "decided_at"),
    )

    id: Mapped[Id]
    account_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"))
    kind: Mapped[str] = mapped_column(String(8))
    organisation: Mapped[str] = mapped_column(String(12), default="")
    name: Mapped[str] = mapped_column(String(60))
    field: Mapped[str] = mapped_column(String(40), default="")
    statement: Mapped[str] = mapped_column(Text, default="")
    state: Mapped[str] = mapped_column(String(10), default="waiting")
    reason: Mapped[str] = mapped_column(String(500), default="")
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[int | None] = mapped_column(BigId, ForeignKey("accounts.id"))
    purged_at: Mapped[datetime | None]

    account: Mapped[Account] = relationship(foreign_keys=account_id, lazy="raise_on_sql")


class ProofFile(Base):
    """A private file of an application; `key` names it in the vault, outside of everything that is served."""

    __tablename__ = "proof_files"

    id: Mapped[Id]
    application_id: Mapped[int] = mapped_column(BigId, ForeignKey("verification_applications.id"), index=True)
    key: Mapped[str] = mapped_column(String(64), unique=True)
    filename: Mapped[str] = mapped_column(String(120))
    mimetype: Mapped[str] = mapped_column(String(40))
    size: Mapped[int]
    created_at: Mapped[datetime]
    purged_at: Mapped[datetime | None]


class Verification(Base):
    """What an account is verified as, by the site, until when; `reason` is the line on its profile.

    `end_cause`: expired or revoked; `end_reason` is what staff has said when it revoked.

    `account.badge` and `account.badge_reason` are copies for every avatar; accounts.operations.set_badge writes them.
    """

    __tablename__ = "verifications"
    __table_args__ = (Index("ix_verifications_expires_at", "expires_at"),)

    account_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(String(8))
    organisation: Mapped[str] = mapped_column(String(12), default="")
    name: Mapped[str] = mapped_column(String(60))
    reason: Mapped[str] = mapped_column(String(60))
    verified_at: Mapped[datetime]
    verified_by: Mapped[int | None] = mapped_column(BigId, ForeignKey("accounts.id"))
    expires_at: Mapped[datetime]
    reminded_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    end_cause: Mapped[str] = mapped_column(String(10), default="")
    end_reason: Mapped[str] = mapped_column(String(500), default="")

    account: Mapped[Account] = relationship(foreign_keys=account_id, lazy="raise_on_sql")


class LevelProposal(Base):
    """The daily job proposes another level for a verified person; staff decides.

    `state`: waiting, taken, declined; lapsed where the figures no longer ask for it.
    """

    __tablename__ = "level_proposals"
    __table_args__ = (Index("ix_level_proposals_state_id", "state", "id"),)

    id: Mapped[Id]
    account_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"), index=True)
    from_kind: Mapped[str] = mapped_column(String(8))
    to_kind: Mapped[str] = mapped_column(String(8))
    followers: Mapped[int] = mapped_column(default=0)
    interactions: Mapped[int] = mapped_column(default=0)
    loyal_fans: Mapped[int] = mapped_column(default=0)
    state: Mapped[str] = mapped_column(String(8), default="waiting")
    created_at: Mapped[datetime]
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[int | None] = mapped_column(BigId, ForeignKey("accounts.id"))
