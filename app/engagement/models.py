"""Comments in two levels, likes, favourites, shelves."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import Account
from app.kernel.database import Base, BigId, Id
from app.media.models import Image
from app.posts.models import Post
from app.products.models import Product


def _index(name: str, *columns: str, where: str, on_sqlite: str = "", unique: bool = False) -> Index:
    """An index of some rows alone; SQLite keeps booleans as numbers."""
    here, there = text(where), text(on_sqlite or where)
    return Index(name, *columns, unique=unique, postgresql_where=here, sqlite_where=there)


class Comment(Base):
    """A comment on a post; a reply belongs to the thread of a top-level comment and may answer another reply.

    Under a post that approves first (评论精选) a comment is seen by its writer and the post's author alone until
    `is_approved`. At most one top-level comment of a post has `pinned_at`. Deleted by `staff` it keeps its words
    until `purged_at`, so that an appeal can bring it back.
    """

    __tablename__ = "comments"
    __table_args__ = (
        UniqueConstraint("author_id", "client_key"),
        _index(
            "ix_comments_post_id_id", "post_id", "id",
            where="is_approved AND thread_id IS NULL", on_sqlite="is_approved = 1 AND thread_id IS NULL",
        ),
        _index(
            "ix_comments_post_id_like_count", "post_id", "like_count", "id",
            where="is_approved AND thread_id IS NULL", on_sqlite="is_approved = 1 AND thread_id IS NULL",
        ),
        _index(
            "ix_comments_post_id_waiting", "post_id", "id",
            where="NOT is_approved AND deleted_at IS NULL", on_sqlite="is_approved = 0 AND deleted_at IS NULL",
        ),
        _index(
            "ix_comments_author_id_waiting", "author_id", "post_id", "id",
            where="NOT is_approved AND deleted_at IS NULL", on_sqlite="is_approved = 0 AND deleted_at IS NULL",
        ),
        _index("ix_comments_post_id_pinned", "post_id", where="pinned_at IS NOT NULL", unique=True),
        _index("ix_comments_post_id_images", "post_id", where="image_id IS NOT NULL"),
        Index("ix_comments_thread_id_id", "thread_id", "id"),
    )  # fmt: skip

    id: Mapped[Id]
    post_id: Mapped[int] = mapped_column(BigId, ForeignKey("posts.id"))
    author_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"))
    thread_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("comments.id"))
    reply_to_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("comments.id"))
    text: Mapped[str] = mapped_column(Text)
    entities: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    image_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("images.id"), index=True)
    is_approved: Mapped[bool] = mapped_column(default=True)
    pinned_at: Mapped[datetime | None]
    like_count: Mapped[int] = mapped_column(default=0)
    reply_count: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime]
    deleted_at: Mapped[datetime | None]
    deleted_by: Mapped[str] = mapped_column(String(8), default="")
    purged_at: Mapped[datetime | None]
    client_key: Mapped[str | None] = mapped_column(String(36))

    author: Mapped[Account] = relationship(lazy="raise_on_sql")
    image: Mapped[Image | None] = relationship(lazy="raise_on_sql")
    post: Mapped[Post] = relationship(lazy="raise_on_sql")
    reply_to: Mapped["Comment | None"] = relationship(
        foreign_keys=reply_to_id, remote_side="Comment.id", lazy="raise_on_sql"
    )


class PostLike(Base):
    """An account likes a post, once."""

    __tablename__ = "post_likes"
    __table_args__ = (
        UniqueConstraint("post_id", "account_id"),
        Index("ix_post_likes_post_id_id", "post_id", "id"),
        Index("ix_post_likes_account_id_id", "account_id", "id"),
    )

    id: Mapped[Id]
    post_id: Mapped[int] = mapped_column(BigId, ForeignKey("posts.id"))
    account_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"))
    created_at: Mapped[datetime]

    account: Mapped[Account] = relationship(lazy="raise_on_sql")


class CommentLike(Base):
    """An account likes a comment, once."""

    __tablename__ = "comment_likes"

    comment_id: Mapped[int] = mapped_column(BigId, ForeignKey("comments.id"), primary_key=True)
    account_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"), primary_key=True)
    created_at: Mapped[datetime]


class Favourite(Base):
    """A post kept for oneself."""

    __tablename__ = "favourites"
    __table_args__ = (
        UniqueConstraint("account_id", "post_id"),
        Index("ix_favourites_account_id_id", "account_id", "id"),
    )

    id: Mapped[Id]
    account_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"))
    post_id: Mapped[int] = mapped_column(BigId, ForeignKey("posts.id"))
    created_at: Mapped[datetime]

    post: Mapped[Post] = relationship(lazy="raise_on_sql")


class ShelfItem(Base):
    """A product on an account's shelf; kind is `want` for now."""

    __tablename__ = "shelf_items"
    __table_args__ = (
        UniqueConstraint("account_id", "product_id", "kind"),
        Index("ix_shelf_items_product_id_kind", "product_id", "kind"),
    )

    id: Mapped[Id]
    account_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"))
    product_id: Mapped[int] = mapped_column(BigId, ForeignKey("products.id"))
    kind: Mapped[str] = mapped_column(String(8), default="want")
    created_at: Mapped[datetime]

    product: Mapped[Product] = relationship(lazy="raise_on_sql")
