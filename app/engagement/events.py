"""What has happened under posts."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PostCommented:
    """A comment was written; `reply_to_id` is the comment it answers, if any. It may still wait to be approved."""

    comment_id: int
    post_id: int
    author_id: int
    reply_to_id: int | None = None


@dataclass(frozen=True)
class CommentApproved:
    """The author of the post has chosen a comment that waited (评论精选): from now on everyone is shown it."""

    comment_id: int
    post_id: int
    author_id: int
    reply_to_id: int | None = None


@dataclass(frozen=True)
class CommentDeleted:
    """A comment was taken back by its author or the post's, or taken down by staff."""

    comment_id: int
    post_id: int


@dataclass(frozen=True)
class CommentRestored:
    """A comment that staff had taken down is there again."""

    comment_id: int
    post_id: int


@dataclass(frozen=True)
class PostLiked:
    """An account likes a post."""

    post_id: int
    account_id: int


@dataclass(frozen=True)
class PostUnliked:
    """An account no longer likes a post."""

    post_id: int
    account_id: int


@dataclass(frozen=True)
class CommentLiked:
    """An account likes a comment."""

    comment_id: int
    account_id: int


@dataclass(frozen=True)
class CommentUnliked:
    """An account no longer likes a comment."""

    comment_id: int
    account_id: int


@dataclass(frozen=True)
class ProductWanted:
    """An account wants a product (想要), or no longer does."""

    product_id: int
    account_id: int
