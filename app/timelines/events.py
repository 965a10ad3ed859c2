"""What has happened to feeds."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PostDelivered:
    """A post has its place in every home feed it belongs to: open pages may ask for it now."""

    post_id: int
    author_id: int


@dataclass(frozen=True)
class FeedsNarrowed:
    """A reader has put something on the list of what she does not want to meet in feeds."""

    account_id: int
