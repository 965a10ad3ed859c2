"""The names of the socket rooms."""

EVERYONE = "everyone"
PUBLIC = "public"
STAFF = "staff"
"""Pages of the back office's people, once they have shown their second factor."""


def account(account_id: int) -> str:
    """All open pages of one account."""
    return f"account:{account_id}"


def followers_of(account_id: int) -> str:
    """The open pages of everyone who follows an account, and its own."""
    return f"feed:{account_id}"


def post(post_id: int) -> str:
    """Pages on which a post is in sight."""
    return f"post:{post_id}"


def thread(post_id: int) -> str:
    """Pages on which a post's comments are open."""
    return f"thread:{post_id}"


def link(link_id: int) -> str:
    """Composers that wait for what is behind a link."""
    return f"link:{link_id}"


def topic(topic_id: int) -> str:
    """Pages that show what is said under a topic as it comes."""
    return f"topic:{topic_id}"


def product(product_id: int) -> str:
    """Pages that show a product's own page."""
    return f"product:{product_id}"
