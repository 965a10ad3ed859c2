"""Operations are transactions; their news is as durable as they are."""

import pytest

from app.kernel.database import db
from app.kernel.outbox import OutboxRow
from app.kernel.transactions import bump, operation


def test_bump_is_exact_and_keeps_the_row_fresh(alice, make_post):
    post = make_post(by=alice)

    @operation
    def twice():
        bump(post, "like_count")
        bump(post, "like_count", 2)

    twice()
    assert post.like_count == 3


def test_an_exception_undoes_the_act(alice, make_post):
    post = make_post(by=alice)

    @operation
    def fail():
        bump(post, "like_count")
        raise ValueError

    with pytest.raises(ValueError):
        fail()
    db.session.refresh(post)
    assert post.like_count == 0
    assert db.session.query(OutboxRow).count() == 0


def test_writing_outside_an_operation_is_a_mistake(alice, make_post):
    with pytest.raises(RuntimeError):
        bump(make_post(by=alice), "like_count")
