"""Products, the prices seen, and the links that led to them."""

from datetime import datetime
from decimal import Decimal

from sqlalchemy import ForeignKey, Index, Numeric, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.kernel.database import Base, BigId, Id
from app.media.models import Image

Price = Numeric(14, 4, asdecimal=True)


class Product(Base):
    """A thing that can be bought somewhere; `canonical_key` is its gtin, else merchant and sku, else its clean URL."""

    __tablename__ = "products"

    id: Mapped[Id]
    canonical_key: Mapped[str] = mapped_column(String(500), unique=True)
    title: Mapped[str] = mapped_column(String(300))
    description: Mapped[str] = mapped_column(Text, default="")
    brand: Mapped[str] = mapped_column(String(120), default="")
    sku: Mapped[str] = mapped_column(String(120), default="")
    gtin: Mapped[str] = mapped_column(String(20), default="")
    url: Mapped[str] = mapped_column(String(2000))
    domain: Mapped[str] = mapped_column(String(253), index=True)
    shop_name: Mapped[str] = mapped_column(String(120), default="")
    image_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("images.id"))
    price: Mapped[Decimal | None] = mapped_column(Price)
    currency: Mapped[str] = mapped_column(String(3), default="")
    list_price: Mapped[Decimal | None] = mapped_column(Price)
    price_is_uncertain: Mapped[bool] = mapped_column(default=False)
    price_seen_at: Mapped[datetime | None]
    availability: Mapped[str] = mapped_column(String(16), default="unknown")
    state: Mapped[str] = mapped_column(String(8), default="live")
    state_reason: Mapped[str] = mapped_column(String(200), default="")
    merged_into_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("products.id"), index=True)
    source: Mapped[str] = mapped_column(String(8), default="url")
    want_count: Mapped[int] = mapped_column(default=0)
    post_count: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime]

    image: Mapped[Image | None] = relationship(lazy="raise_on_sql")


class PriceObservation(Base):
    """A price that was seen, and when; never deleted, so that «struck» and «lowest in 30 days» can be proven."""

    __tablename__ = "price_observations"
    __table_args__ = (Index("ix_price_observations_product_id_seen_at", "product_id", "seen_at"),)

    id: Mapped[Id]
    product_id: Mapped[int] = mapped_column(BigId, ForeignKey("products.id"))
    price: Mapped[Decimal] = mapped_column(Price)
    currency: Mapped[str] = mapped_column(String(3))
    seen_at: Mapped[datetime]


class Link(Base):
    """An address someone pasted, fetched once for the whole site; status is pending, product, page or failed."""

    __tablename__ = "links"

    id: Mapped[Id]
    url: Mapped[str] = mapped_column(String(2000))
    url_key: Mapped[str] = mapped_column(String(64), unique=True)
    status: Mapped[str] = mapped_column(String(8), default="pending")
    product_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("products.id"))
    final_url: Mapped[str] = mapped_column(String(2000), default="")
    domain: Mapped[str] = mapped_column(String(253), default="")
    title: Mapped[str] = mapped_column(String(300), default="")
    description: Mapped[str] = mapped_column(String(500), default="")
    image_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("images.id"))
    failure: Mapped[str] = mapped_column(String(24), default="")
    requested_at: Mapped[datetime]
    fetched_at: Mapped[datetime | None]

    product: Mapped[Product | None] = relationship(lazy="raise_on_sql")
    image: Mapped[Image | None] = relationship(lazy="raise_on_sql")


class DomainRule(Base):
    """What is done about links to a domain and everything below it: `verdict` is allow, warn or block."""

    __tablename__ = "domain_rules"

    domain: Mapped[str] = mapped_column(String(253), primary_key=True)
    verdict: Mapped[str] = mapped_column(String(8))
    reason: Mapped[str] = mapped_column(String(200), default="")
    by_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("accounts.id"))
    updated_at: Mapped[datetime]
