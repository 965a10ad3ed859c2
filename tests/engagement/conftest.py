"""What the tests of comments share."""

import pytest

from app.engagement import operations
from app.kernel import clock


@pytest.fixture
def say():
    """`say(post, by, "…")` writes a comment."""

    def write(post, by, text="说得好", **values):
        return operations.comment(post, by=by, text=text, now=clock.now(), **values)

    return write


@pytest.fixture
def curated(bob, make_post, frozen_clock):
    """Bob's post, under which he chooses first what everyone sees."""
    return make_post(by=bob, text="山里的风", approves_comments=True)


@pytest.fixture
def shown_head(curated, carol, bob, say):
    """A comment of Carol's that Bob has chosen."""
    comment = say(curated, carol, "选中的话")
    operations.approve(curated, [comment.id], by=bob)
    return comment
