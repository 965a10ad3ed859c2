"""The daily job proposes, staff decides; the figures come from what others did."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from app.engagement import operations as engagement
from app.engagement import queries as engagement_knows
from app.kernel import clock, settings
from app.kernel.database import db
from app.posts import operations as posts
from app.verification import operations, queries, rules
from app.verification.models import LevelProposal
from app.verification.rules import Reach


@pytest.fixture
def figures(monkeypatch):
    """`figures[account.id] = Reach(…)`: what the measure says."""
    said = {}
    monkeypatch.setattr(queries, "reach_of", lambda ids, now: {one: said.get(one, Reach()) for one in ids})
    return said


def proposals():
    rows = db.session.scalars(select(LevelProposal).order_by(LevelProposal.id)).all()
    return [(row.from_kind, row.to_kind, row.state) for row in rows]


GREAT = Reach(followers=20_000, interactions=9_000, loyal_fans=300)


def test_up_and_down(alice, operator, verify, figures, frozen_clock):
    verify(alice)
    figures[alice.id] = GREAT
    assert operations.propose_levels(clock.now()) == 1
    (proposal,) = db.session.scalars(select(LevelProposal))
    assert (proposal.followers, proposal.interactions, proposal.loyal_fans) == (20_000, 9_000, 300)
    operations.decide_level(proposal, agrees=True, by=operator, now=clock.now())
    assert alice.badge == "gold"
    figures[alice.id] = Reach(20_000, 9_000, 60)
    frozen_clock.forward(days=1)
    assert operations.propose_levels(clock.now()) == 1
    assert proposals() == [("orange", "gold", "taken"), ("gold", "orange", "waiting")]


def test_once_a_day_and_never_twice_for_the_same(alice, verify, figures, frozen_clock):
    verify(alice)
    figures[alice.id] = GREAT
    assert operations.propose_levels(clock.now()) == 1
    frozen_clock.forward(hours=1)
    assert operations.propose_levels(clock.now()) == 0
    frozen_clock.forward(days=1)
    assert operations.propose_levels(clock.now()) == 1
    assert len(proposals()) == 1


def test_what_is_no_longer_true_lapses(alice, verify, figures, frozen_clock):
    verify(alice)
    figures[alice.id] = GREAT
    operations.propose_levels(clock.now())
    figures[alice.id] = Reach()
    frozen_clock.forward(days=1)
    operations.propose_levels(clock.now())
    assert proposals() == [("orange", "gold", "lapsed")]


def test_declined_is_not_proposed_again_for_30_days(alice, operator, verify, figures, frozen_clock):
    verify(alice)
    figures[alice.id] = GREAT
    operations.propose_levels(clock.now())
    (proposal,) = db.session.scalars(select(LevelProposal))
    operations.decide_level(proposal, agrees=False, by=operator, now=clock.now())
    assert alice.badge == "orange"
    frozen_clock.forward(days=29)
    assert operations.propose_levels(clock.now()) == 0
    frozen_clock.forward(days=2)
    assert operations.propose_levels(clock.now()) == 1


def test_two_decide_one_counts(alice, operator, admin, verify, figures):
    verify(alice)
    figures[alice.id] = GREAT
    operations.propose_levels(clock.now())
    (proposal,) = db.session.scalars(select(LevelProposal))
    operations.decide_level(proposal, agrees=True, by=operator, now=clock.now())
    with pytest.raises(operations.NotDecided):
        operations.decide_level(proposal, agrees=False, by=admin, now=clock.now())


def test_organisations_have_no_levels(alice, operator, verify, figures):
    verification = verify(alice, kind="blue", organisation="media", name="云溪日报")
    figures[alice.id] = GREAT
    assert operations.propose_levels(clock.now()) == 0
    with pytest.raises(operations.NotDecided) as refused:
        operations.change_level(verification, kind="gold", reason="读者多", by=operator, now=clock.now())
    assert refused.value.reason.code == "no_level"


def test_staff_sets_the_thresholds(alice, admin, verify, figures):
    verify(alice)
    figures[alice.id] = Reach(50, 40, 3)
    for name, value in {"followers": 50, "interactions": 40, "loyal_fans": 3}.items():
        settings.change(rules.SETTINGS[name], value, by=admin, reason="小站", now=clock.now())
    assert operations.propose_levels(clock.now()) == 1


def test_interactions_and_loyal_fans_are_counted_by_day(alice, bob, carol, stranger, make_post, frozen_clock):
    """Bob likes on five different days, Carol five times on one day; what they do to their own posts is no reach."""
    long_ago = make_post(by=alice, text="很久以前")
    engagement.like(long_ago, by=stranger, now=clock.now())
    frozen_clock.forward(days=40)
    since = clock.now() - timedelta(hours=1)
    written = []
    for _day in range(5):
        frozen_clock.forward(days=1)
        written.append(make_post(by=alice))
        engagement.like(written[-1], by=bob, now=clock.now())
        engagement.like(written[-1], by=alice, now=clock.now())
    for post in written:
        engagement.like(post, by=carol, now=clock.now())
    repost = posts.repost(written[0], by=carol, text="看看", now=clock.now())
    posts.repost(repost, by=stranger, text="//", now=clock.now())
    engagement.comment(written[1], text="好茶", by=stranger, now=clock.now())
    counted = engagement_knows.reach_of([alice.id, carol.id, bob.id], since, 5)
    assert counted == {alice.id: (5 + 5 + 1 + 1 + 1, 1), carol.id: (1, 0)}
    assert queries.reach_of([alice.id], clock.now())[alice.id].loyal_fans == 1
