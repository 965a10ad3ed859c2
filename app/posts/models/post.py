"""Posts and the repost tree."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Computed, ForeignKey, Index, Integer, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import Account
from app.kernel import ids
from app.kernel.database import Base, BigId, Id
from app.media.models import Video
from app.products.models import Link
from app.relationships.models import Group

AUDIENCES = ("public", "fans", "mutuals", "group", "self")
REPOSTERS = ("all", "fans", "mutuals", "none")
"""Who may repost, seen from the author."""
COMMENTERS = ("all", "fans", "followed", "none")
"""Who may comment; `followed` are those whom the author follows."""


class Post(Base):
    """An original post or a repost: a repost points to its parent and to the root of its tree.

    `entities` holds the tokens of `text`: [{"kind", "start", "end", "value", "id"}], offsets in code points.
    A deleted post keeps its place in the tree; its words stay until `purged_at`, so that it can be brought back.
    Whatever the root alone has (pictures, cards, poll, video, fold, marks) is empty on a repost.
    """

    __tablename__ = "posts"
    __table_args__ = (
        UniqueConstraint("author_id", "client_key"),
        Index("ix_posts_author_id_id", "author_id", "id"),
        Index("ix_posts_root_id_id", "root_id", "id"),
        Index("ix_posts_parent_id_id", "parent_id", "id"),
        Index("ix_posts_root_id_author_id", "root_id", "author_id", "id"),
        Index("ix_posts_root_id_heat", "root_id", "heat", "id"),
        Index("ix_posts_parent_id_heat", "parent_id", "heat", "id"),
        Index("ix_posts_parent_id_author_id", "parent_id", "author_id"),
        Index(
            "ix_posts_author_id_images", "author_id", "id",
            postgresql_where=text("has_images"), sqlite_where=text("has_images = 1"),
        ),
    )  # fmt: skip

    id: Mapped[Id]
    author_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"))
    text: Mapped[str] = mapped_column(Text, default="")
    entities: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    audience: Mapped[str] = mapped_column(String(8), default="public")
    group_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("groups.id", ondelete="SET NULL"), index=True)
    reposters: Mapped[str] = mapped_column(String(8), default="all")
    commenters: Mapped[str] = mapped_column(String(8), default="all")
    approves_comments: Mapped[bool] = mapped_column(default=False)
    is_folded: Mapped[bool] = mapped_column(default=False)
    fold_note: Mapped[str] = mapped_column(String(40), default="")
    is_ai_made: Mapped[bool] = mapped_column(default=False)
    has_images: Mapped[bool] = mapped_column(default=False)
    has_poll: Mapped[bool] = mapped_column(default=False)
    label: Mapped[str] = mapped_column(String(8), default="")
    parent_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("posts.id"))
    root_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("posts.id"))
    depth: Mapped[int] = mapped_column(default=0)
    shows_chain: Mapped[bool] = mapped_column(default=True)
    link_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("links.id"))
    video_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("videos.id"))
    repost_count: Mapped[int] = mapped_column(default=0)
    comment_count: Mapped[int] = mapped_column(default=0)
    like_count: Mapped[int] = mapped_column(default=0)
    heat: Mapped[int] = mapped_column(
        Integer, Computed("repost_count * 2 + comment_count + like_count", persisted=True), deferred=True
    )
    created_at: Mapped[datetime]
    version: Mapped[int] = mapped_column(default=1)
    edited_at: Mapped[datetime | None]
    deleted_at: Mapped[datetime | None]
    deleted_by: Mapped[str] = mapped_column(String(8), default="")
    purged_at: Mapped[datetime | None]
    client_key: Mapped[str | None] = mapped_column(String(36))

    author: Mapped[Account] = relationship(lazy="raise_on_sql")
    parent: Mapped["Post | None"] = relationship(foreign_keys=parent_id, remote_side="Post.id", lazy="raise_on_sql")
    root: Mapped["Post | None"] = relationship(foreign_keys=root_id, remote_side="Post.id", lazy="raise_on_sql")
    link: Mapped[Link | None] = relationship(lazy="raise_on_sql")
    video: Mapped[Video | None] = relationship(lazy="raise_on_sql")
    group: Mapped[Group | None] = relationship(lazy="raise_on_sql")

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
