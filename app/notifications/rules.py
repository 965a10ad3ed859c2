"""What belongs into one notice. News of one kind about one thing grows one notice as long as it is unread.

Likes and reposts gather by what they are about, new fans in one notice; each comment and each @ stands for itself,
because its words do.
"""


def group_of(kind: str, *, post_id: int | None, comment_id: int | None) -> str:
    """The key under which a kind of news about a post or comment gathers."""
    if comment_id is not None:
        return f"{kind}:comment:{comment_id}"
    return f"{kind}:post:{post_id}" if post_id is not None else kind
