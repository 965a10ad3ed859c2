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
    """The post is hidden from everyone; it may still be brought back. `root_id` is its own id for an original."""

    post_id: int
    root_id: int
    author_id: int


@dataclass(frozen=True)
class PostRestored:
    """A deleted post is back as it was; `root_id` is its own id for an original."""

    post_id: int
    root_id: int
    author_id: int


@dataclass(frozen=True)
class PostPurged:
    """Only a tombstone is left of a deleted post."""

    post_id: int


@dataclass(frozen=True)
class AudienceNarrowed:
    """Fewer people than before may see the post."""

    post_id: int


@dataclass(frozen=True)
class PermissionsChanged:
    """Others than before may repost the post or comment on it."""

    post_id: int


@dataclass(frozen=True)
class PreviewChanged:
    """The preview of the link in a post was taken away."""

    post_id: int


@dataclass(frozen=True)
class PostEdited:
    """The words or pictures of a post are others now; what they were is in its history."""

    post_id: int
    author_id: int


@dataclass(frozen=True)
class PollOpened:
    """A post with a poll is out; from now until its end votes are counted."""

    post_id: int


@dataclass(frozen=True)
class PollVoted:
    """Somebody has voted in the poll of a post."""

    post_id: int


@dataclass(frozen=True)
class PollClosed:
    """The time of a poll is over: nobody can vote any more, everybody sees the result."""

    post_id: int


@dataclass(frozen=True)
class PostLabelled:
    """Staff has added 「广告」 to a post."""

    post_id: int
    author_id: int


@dataclass(frozen=True)
class TopicWithheld:
    """Staff has taken a topic out of lists and suggestions."""

    topic_id: int


@dataclass(frozen=True)
class TopicShownAgain:
    """A withheld topic is shown as before."""

    topic_id: int


@dataclass(frozen=True)
class PostScheduled:
    """A draft shall go out by itself at `publish_at` (ISO, UTC); a later time for it makes this one void."""

    draft_id: int
    publish_at: str


@dataclass(frozen=True)
class ScheduledPostHeld:
    """A post whose time had come waits for a reviewer, as the ReviewItem `item_id`."""

    item_id: int
    account_id: int


@dataclass(frozen=True)
class ScheduledPostFailed:
    """A draft could not go out at its time; it says why itself."""

    draft_id: int
    account_id: int


@dataclass(frozen=True)
class PostBroughtIn:
    """A post of the past has come with its author from another site; nobody is told."""

    post_id: int
    author_id: int
