"""The acts of the post tests, at the next moment of a clock that the test moves."""

import pytest

from app.posts import operations


@pytest.fixture
def publish(frozen_clock):
    return lambda by, text="今天的风很好。", **values: operations.publish(
        by=by, text=text, now=frozen_clock(), **values
    )


@pytest.fixture
def repost(frozen_clock):
    return lambda post, by, text="", **values: operations.repost(post, by=by, text=text, now=frozen_clock(), **values)


@pytest.fixture
def delete(frozen_clock):
    return lambda post, by: operations.delete(post, by=by, now=frozen_clock())


@pytest.fixture
def restore(frozen_clock):
    return lambda post, by: operations.restore(post, by=by, now=frozen_clock())
