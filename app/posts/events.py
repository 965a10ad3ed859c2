"""What has happened to posts."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PostPublished:
    """An original post is out."""

    post_id: int
    author_id: int


@dataclass(frozen=True)
class PostReposted:
    """A repost is out; `comment_on` are the posts on which its words also become a comment (同时评论给)."""

    post_id: int
    parent_id: int
    root_id: int
    author_id: int
    comment_on: tuple[int, ...] = ()


@dataclass(frozen=True)
class PostDeleted:
    """Only a tombstone is left of the post; `root_id` is its own id for an original."""

    post_id: int
    root_id: int
    author_id: int
