"""What hangs on a post: pictures, product cards, whom it names; and what it said before it was edited."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import Account  # noqa: F401 - the table the foreign keys name
from app.kernel.database import Base, BigId
from app.media.models import Image
from app.products.models import Price, Product


class PostImage(Base):
    """A picture of a post, in its place in the grid, with its alternative text."""

    __tablename__ = "post_images"

    post_id: Mapped[int] = mapped_column(BigId, ForeignKey("posts.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    image_id: Mapped[int] = mapped_column(BigId, ForeignKey("images.id"), index=True)
    alt: Mapped[str] = mapped_column(String(500), default="")

    image: Mapped[Image] = relationship(lazy="raise_on_sql")


class PostProduct(Base):
    """A product card of a root post, with the price of that moment."""

    __tablename__ = "post_products"
    __table_args__ = (Index("ix_post_products_product_id_post_id", "product_id", "post_id"),)

    post_id: Mapped[int] = mapped_column(BigId, ForeignKey("posts.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    product_id: Mapped[int] = mapped_column(BigId, ForeignKey("products.id"))
    price_at_posting: Mapped[Decimal | None] = mapped_column(Price)
    currency: Mapped[str] = mapped_column(String(3), default="")

    product: Mapped[Product] = relationship(lazy="raise_on_sql")


class ProductPost(Base):
    """A post says something about a product: it carries its card, or it passes such a post on with words.

    The list of a product's page goes by these. A repost that has lost its words stays, and is left out when read.
    """

    __tablename__ = "product_posts"

    product_id: Mapped[int] = mapped_column(BigId, ForeignKey("products.id"), primary_key=True)
    post_id: Mapped[int] = mapped_column(BigId, ForeignKey("posts.id"), primary_key=True, index=True)


class PostMention(Base):
    """Who is named in a post: found by account, kept when the nickname changes."""

    __tablename__ = "post_mentions"
    __table_args__ = (Index("ix_post_mentions_account_id_post_id", "account_id", "post_id"),)

    post_id: Mapped[int] = mapped_column(BigId, ForeignKey("posts.id"), primary_key=True)
    account_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"), primary_key=True)


class PostVersion(Base):
    """What a post said before an edit; `number` counts from 1, the first words. `images`: [{"id", "alt"}].

    `created_at` is when these words came, not when they went.
    """

    __tablename__ = "post_versions"

    post_id: Mapped[int] = mapped_column(BigId, ForeignKey("posts.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    text: Mapped[str] = mapped_column(Text, default="")
    entities: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    images: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    created_at: Mapped[datetime]


class PinnedPost(Base):
    """置顶: the one post that stands first on its author's page."""

    __tablename__ = "pinned_posts"

    account_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"), primary_key=True)
    post_id: Mapped[int] = mapped_column(BigId, ForeignKey("posts.id"), index=True)
    created_at: Mapped[datetime]
