"""Limits: they begin and end in one place, end by themselves, and are told."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from app.kernel import audit
from app.kernel.database import db
from app.notifications.models import Notice
from app.screening import operations, presenters, queries
from app.screening.events import LimitEnded, LimitImposed, LimitLifted
from app.screening.models import LIMITS

DAY = timedelta(days=1)


def silence(account: Any, now: Any, **values: Any) -> Any:
    values = {"kind": "silenced", "code": "spam", "source": "staff", "by": None, "ends_at": now + DAY} | values
    return operations.impose(values.pop("kind"), account_id=account.id, now=now, **values)


def codes(account: Any) -> list[str]:
    mine = select(Notice.code).where(Notice.account_id == account.id, Notice.code != "welcome").order_by(Notice.id)
    return list(db.session.scalars(mine))


def test_a_limit_holds_until_its_end(alice: Any, frozen_clock: Any, announced: list[Any]) -> None:
    now = frozen_clock()
    limit = silence(alice, now)
    assert LimitImposed(limit.id, alice.id) in announced
    assert queries.is_limited(alice.id, "silenced", now)
    assert not queries.is_limited(alice.id, "no_hot", now)
    assert queries.limits_in_force(alice.id, now) == [limit]
    assert db.session.scalars(queries.limited("silenced", now)).all() == [alice.id]
    assert not queries.is_limited(alice.id, "silenced", now + DAY)
    assert not db.session.scalars(queries.limited("silenced", now + DAY)).all()


def test_the_same_source_limits_once(alice: Any, mod: Any, frozen_clock: Any, announced: list[Any]) -> None:
    now = frozen_clock()
    first = silence(alice, now, source="decision", source_id=7, by=mod)
    again = silence(alice, now, source="decision", source_id=7, by=mod)
    other = silence(alice, now, source="decision", source_id=8, by=mod)
    assert first is again
    assert other is not first
    assert sum(isinstance(event, LimitImposed) for event in announced) == 2
    assert queries.limits_from("decision", 7) == [first]


def test_a_limit_from_the_same_source_after_its_end_is_a_new_one(alice: Any, frozen_clock: Any) -> None:
    first = silence(alice, frozen_clock(), source="risk")
    assert silence(alice, frozen_clock.forward(days=2), source="risk") is not first


def test_a_lifted_limit_holds_no_longer(alice: Any, mod: Any, frozen_clock: Any, announced: list[Any]) -> None:
    limit = silence(alice, frozen_clock())
    operations.lift(limit, by=mod, now=frozen_clock(), reason="a mistake")
    operations.lift(limit, by=mod, now=frozen_clock(), reason="again")
    assert announced.count(LimitLifted(limit.id, alice.id)) == 1
    assert not queries.is_limited(alice.id, "silenced", frozen_clock())
    row = audit.last_row()
    assert row is not None
    assert (row.act, row.actor_id, row.subject_id, row.reason) == ("limits.lift", mod.id, alice.id, "a mistake")


def test_what_has_ended_cannot_be_lifted(alice: Any, mod: Any, frozen_clock: Any, announced: list[Any]) -> None:
    limit = silence(alice, frozen_clock())
    operations.lift(limit, by=mod, now=frozen_clock.forward(days=2))
    assert limit.lifted_at is None
    assert LimitLifted(limit.id, alice.id) not in announced


def test_its_end_is_told_when_it_comes(alice: Any, frozen_clock: Any, announced: list[Any], work_off: Any) -> None:
    limit = silence(alice, frozen_clock())
    work_off()
    assert codes(alice) == ["limit_imposed"]
    frozen_clock.forward(hours=25)
    work_off()
    assert announced.count(LimitEnded(limit.id, alice.id)) == 1
    assert codes(alice) == ["limit_imposed", "limit_ended"]


def test_of_a_lifted_limit_no_end_is_told(alice: Any, mod: Any, frozen_clock: Any, work_off: Any) -> None:
    limit = silence(alice, frozen_clock())
    work_off()
    operations.lift(limit, by=mod, now=frozen_clock())
    frozen_clock.forward(hours=25)
    work_off()
    assert codes(alice) == ["limit_imposed", "limit_lifted"]


def test_only_known_kinds_and_sources(alice: Any, frozen_clock: Any) -> None:
    with pytest.raises(ValueError, match="no limit"):
        silence(alice, frozen_clock(), kind="shadow")
    with pytest.raises(ValueError, match="no limit"):
        silence(alice, frozen_clock(), source="whim")


@pytest.mark.parametrize("kind", LIMITS)
def test_views_say_what_it_means(alice: Any, frozen_clock: Any, kind: str) -> None:
    ended = silence(alice, frozen_clock(), kind=kind, source="decision", source_id=1)
    standing = silence(alice, frozen_clock.forward(days=2), kind=kind, words="刷屏")
    views = presenters.limit_views(alice.id, frozen_clock())
    assert [view.id for view in views] == [str(standing.id), str(ended.id)]
    assert [view.is_in_force for view in views] == [True, False]
    assert views[0].reason == "刷屏"
    assert str(views[0].label)
    assert str(views[0].effect)
