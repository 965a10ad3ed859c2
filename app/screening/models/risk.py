"""What the spam score is reckoned from."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.database import Base, BigId, Id


class RiskRule(Base):
    """How much one sign of spam counts: points from `threshold` on; dry run: shown, but nothing follows.

    The rules themselves are code (screening.rules.risk); without a row the defaults there hold.
    """

    __tablename__ = "risk_rules"

    name: Mapped[str] = mapped_column(String(24), primary_key=True)
    is_on: Mapped[bool] = mapped_column(default=True)
    is_dry_run: Mapped[bool] = mapped_column(default=False)
    threshold: Mapped[int] = mapped_column(default=0)
    points: Mapped[int] = mapped_column(default=0)
    updated_at: Mapped[datetime]


class Act(Base):
    """What an account did lately, as far as spam shows in it; removed after a week.

    `shape` is a 64-bit SimHash of the text's shingles (signed), by which the same words are known again.
    """

    __tablename__ = "acts"
    __table_args__ = (
        Index("ix_acts_account_id_created_at", "account_id", "created_at"),
        Index("ix_acts_shape_created_at", "shape", "created_at"),
        Index("ix_acts_network_created_at", "network", "created_at"),
    )

    id: Mapped[Id]
    account_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"))
    kind: Mapped[str] = mapped_column(String(10))
    links: Mapped[int] = mapped_column(default=0)
    mentions: Mapped[int] = mapped_column(default=0)
    shape: Mapped[int | None] = mapped_column(BigId)
    network: Mapped[str] = mapped_column(String(50), default="")
    created_at: Mapped[datetime]
