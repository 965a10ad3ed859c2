"""Posts, the repost tree, and what hangs on a post."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import Account
from app.kernel import ids
from app.kernel.database import Base, BigId, Id
from app.media.models import Image
from app.products.models import Link, Price, Product

AUDIENCES = ("public", "fans", "mutuals", "self")


class Post(Base):
    """An original post or a repost: a repost points to its parent and to the root of its tree.

    `entities` holds the tokens of `text`: [{"kind", "start", "end", "value", "id"}], offsets in code points.
    A deleted post keeps its place in the tree; its words are gone.
    """

    __tablename__ = "posts"
    __table_args__ = (
        UniqueConstraint("author_id", "client_key"),
        Index("ix_posts_author_id_id", "author_id", "id"),
        Index("ix_posts_root_id_id", "root_id", "id"),
        Index("ix_posts_parent_id_id", "parent_id", "id"),
    )

    id: Mapped[Id]
    author_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"))
    text: Mapped[str] = mapped_column(Text, default="")
    entities: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    audience: Mapped[str] = mapped_column(String(8), default="public")
    label: Mapped[str] = mapped_column(String(8), default="")
    parent_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("posts.id"))
    root_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("posts.id"))
    depth: Mapped[int] = mapped_column(default=0)
    shows_chain: Mapped[bool] = mapped_column(default=True)
    link_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("links.id"))
    repost_count: Mapped[int] = mapped_column(default=0)
    comment_count: Mapped[int] = mapped_column(default=0)
    like_count: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime]
    deleted_at: Mapped[datetime | None]
    deleted_by: Mapped[str] = mapped_column(String(8), default="")
    client_key: Mapped[str | None] = mapped_column(String(36))

    author: Mapped[Account] = relationship(lazy="raise_on_sql")
    parent: Mapped["Post | None"] = relationship(foreign_keys=parent_id, remote_side="Post.id", lazy="raise_on_sql")
    root: Mapped["Post | None"] = relationship(foreign_keys=root_id, remote_side="Post.id", lazy="raise_on_sql")
    link: Mapped[Link | None] = relationship(lazy="raise_on_sql")

    @classmethod
    def original(cls, *, author: Account, text: str, at: datetime, **values: Any) -> "Post":
        """A post that starts a tree of its own."""
        return cls(id=ids.new_id(at), author_id=author.id, author=author, text=text, created_at=at, **values)

    @classmethod
    def repost_of(cls, parent: "Post", *, author: Account, text: str, at: datetime, **values: Any) -> "Post":
        """A repost below `parent`, one deeper in the same tree."""
        return cls(
            id=ids.new_id(at),
            author_id=author.id,
            author=author,
            text=text,
            created_at=at,
            parent_id=parent.id,
            root_id=parent.root_id or parent.id,
            depth=parent.depth + 1,
            **values,
        )

    @property
    def is_repost(self) -> bool:
        """Whether the post points to another."""
        return self.parent_id is not None

    @property
    def is_deleted(self) -> bool:
        """Whether only the tombstone is left."""
        return self.deleted_at is not None

    @property
    def tree_id(self) -> int:
        """The id of the tree's root: its own for an original."""
        return self.root_id or self.id


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


class PostMention(Base):
    """Who is named in a post: found by account, kept when the nickname changes."""

    __tablename__ = "post_mentions"
    __table_args__ = (Index("ix_post_mentions_account_id_post_id", "account_id", "post_id"),)

    post_id: Mapped[int] = mapped_column(BigId, ForeignKey("posts.id"), primary_key=True)
    account_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"), primary_key=True)


class Topic(Base):
    """A `#topic#`; `key` is the name without case and spaces around."""

    __tablename__ = "topics"

    id: Mapped[Id]
    name: Mapped[str] = mapped_column(String(32))
    key: Mapped[str] = mapped_column(String(32), unique=True)
    post_count: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime]


class PostTopic(Base):
    """A post carries a topic."""

    __tablename__ = "post_topics"
    __table_args__ = (Index("ix_post_topics_topic_id_post_id", "topic_id", "post_id"),)

    post_id: Mapped[int] = mapped_column(BigId, ForeignKey("posts.id"), primary_key=True)
    topic_id: Mapped[int] = mapped_column(BigId, ForeignKey("topics.id"), primary_key=True)
