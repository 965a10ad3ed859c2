"""Voting in polls: who may, once, and how it is counted."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from app.kernel import jobs
from app.kernel.database import db
from app.kernel.outbox import OutboxRow
from app.posts import operations, presenters, queries
from app.posts.events import PollClosed, PollOpened, PollVoted
from app.posts.models import OptionWriting, PollWriting
from app.posts.presenters.polls import percents


@pytest.fixture
def ask(frozen_clock):
    def act(by, options=("茶", "咖啡", "水"), most=1, open_for=60, **values):
        poll = PollWriting([OptionWriting(one) for one in options], most=most, open_for=open_for)
        return operations.publish(by=by, now=frozen_clock(), text="喝什么？", poll=poll, **values)

    return act


@pytest.fixture
def vote(frozen_clock):
    return lambda post, by, *choices: operations.vote(post, by=by, choices=choices, now=frozen_clock())


@pytest.fixture(autouse=True)
def counters_agree(app, frozen_clock):
    yield
    assert queries.miscounts() == []


def votes_of(post):
    return [option.vote_count for option in queries.options_of([post.id])[post.id]]


class TestVoting:
    def test_is_counted_and_announced(self, alice, bob, ask, vote, announced):
        post = ask(alice)
        vote(post, bob, 1)
        assert votes_of(post) == [0, 1, 0]
        assert queries.polls_of([post.id])[post.id][0].voter_count == 1
        assert announced[-1] == PollVoted(post.id)

    def test_the_same_vote_twice_counts_once(self, alice, bob, ask, vote, announced):
        post = ask(alice)
        for _ in range(2):
            vote(post, bob, 1)
        assert votes_of(post) == [0, 1, 0]
        assert announced.count(PollVoted(post.id)) == 1

    def test_another_vote_is_refused(self, alice, bob, ask, vote):
        post = ask(alice)
        vote(post, bob, 1)
        assert _reason(lambda: vote(post, bob, 2)) == "voted_already"
        assert votes_of(post) == [0, 1, 0]

    def test_several_where_several_may_be_chosen(self, alice, bob, carol, ask, vote):
        post = ask(alice, most=2)
        vote(post, bob, 2, 0, 2)
        vote(post, carol, 2)
        assert votes_of(post) == [1, 0, 2]
        assert queries.polls_of([post.id])[post.id][0].voter_count == 2

    def test_the_author_may_vote_as_well(self, alice, ask, vote):
        post = ask(alice)
        vote(post, alice, 0)
        assert votes_of(post) == [1, 0, 0]

    @pytest.mark.parametrize(
        ("choices", "code"),
        [((), "nothing_chosen"), ((0, 1), "too_many_chosen"), ((3,), "no_such_option"), ((-1,), "no_such_option")],
    )
    def test_what_cannot_be_chosen(self, alice, bob, ask, vote, choices, code):
        post = ask(alice)
        assert _reason(lambda: vote(post, bob, *choices)) == code
        assert votes_of(post) == [0, 0, 0]

    def test_a_closed_poll(self, alice, bob, carol, ask, vote, frozen_clock):
        post = ask(alice)
        vote(post, carol, 1)
        frozen_clock.forward(minutes=61)
        assert _reason(lambda: vote(post, bob, 1)) == "poll_closed"
        vote(post, carol, 1)  # a request that arrives again has been heard in time

    def test_who_does_not_see_the_post_cannot_vote(self, alice, bob, enemy, ask, vote):
        assert _reason(lambda: vote(ask(alice), enemy, 0)) == "not_visible"
        assert _reason(lambda: vote(ask(alice, audience="self"), bob, 0)) == "not_visible"

    def test_a_deleted_post(self, alice, bob, ask, vote, frozen_clock):
        post = ask(alice)
        operations.delete(post, by=alice, now=frozen_clock())
        assert _reason(lambda: vote(post, bob, 0)) == "not_visible"

    def test_a_post_without_a_poll(self, alice, bob, vote, frozen_clock):
        post = operations.publish(by=alice, text="没有投票", now=frozen_clock())
        assert _reason(lambda: vote(post, bob, 0)) == "no_poll"


class TestClosing:
    def test_is_announced_at_its_time_and_not_before(self, alice, ask, work_off, announced, frozen_clock):
        post = ask(alice)
        assert PollOpened(post.id) in announced
        work_off()
        frozen_clock.forward(minutes=59)
        work_off()
        assert PollClosed(post.id) not in announced
        frozen_clock.forward(minutes=2)
        work_off()
        assert announced.count(PollClosed(post.id)) == 1

    def test_a_reminder_that_comes_a_moment_early_waits(self, alice, ask, work_off, announced, frozen_clock):
        post = ask(alice)
        work_off()
        frozen_clock.at = queries.poll_or_none(post.id).closes_at - timedelta(milliseconds=500)
        assert jobs.deliver(db.session.scalar(select(OutboxRow.id).where(OutboxRow.listener == "posts.close_poll")))
        assert PollClosed(post.id) not in announced
        frozen_clock.forward(seconds=1)
        work_off()
        assert PollClosed(post.id) in announced

    def test_nothing_is_said_of_what_is_gone(self, alice, ask, announced, work_off, frozen_clock):
        post = ask(alice)
        operations.delete(post, by=alice, now=frozen_clock())
        frozen_clock.forward(hours=2)
        work_off()
        assert PollClosed(post.id) not in announced


class TestViews:
    def test_who_sees_how_it_stands(self, alice, bob, carol, ask, vote, frozen_clock):
        post = ask(alice)
        vote(post, bob, 1)
        assert _view(post, bob).shows_results
        assert _view(post, alice).shows_results
        assert not _view(post, carol).shows_results
        assert not _view(post, None).shows_results
        frozen_clock.forward(hours=2)
        assert _view(post, carol).shows_results
        assert _view(post, None).shows_results

    def test_who_may_vote(self, alice, bob, ask, vote, frozen_clock):
        post = ask(alice)
        assert _view(post, bob).can_vote
        assert _view(post, alice).can_vote
        assert not _view(post, None).can_vote
        vote(post, bob, 2)
        assert not _view(post, bob).can_vote
        assert [option.chosen for option in _view(post, bob).options] == [False, False, True]
        frozen_clock.forward(hours=2)
        assert not _view(post, alice).can_vote

    def test_several_choices_are_shares_of_the_voters(self, alice, bob, carol, ask, vote):
        post = ask(alice, most=3)
        vote(post, bob, 0, 1)
        vote(post, carol, 0)
        assert [option.percent for option in _view(post, alice).options] == [100, 50, 0]

    def test_a_page_of_polls_in_three_statements(self, alice, bob, ask, vote, budget):
        posts = [ask(alice) for _ in range(5)]
        vote(posts[0], bob, 1)
        with budget(3):
            views = presenters.poll_views([post.id for post in posts], bob)
        assert [views[post.id].has_voted for post in posts] == [True, False, False, False, False]

    def test_what_is_left(self, app, alice, ask, frozen_clock):
        post = ask(alice, open_for=3 * 24 * 60)
        said = []
        for hours in (1, 24, 24, 21.5, 1, 1):
            said.append(_view(post, None).time_left)
            frozen_clock.forward(hours=hours)
        assert said == ["还剩3天", "还剩3天", "还剩2天", "还剩23小时", "还剩2小时", "还剩30分钟"]
        assert _view(post, None).time_left == "已结束"


class TestPercents:
    @pytest.mark.parametrize(
        ("votes", "shown"),
        [
            ([1, 1, 1], [34, 33, 33]),
            ([2, 1], [67, 33]),
            ([0, 0], [0, 0]),
            ([1, 0], [100, 0]),
            ([1] * 7, [15, 15, 14, 14, 14, 14, 14]),
            ([999, 1], [100, 0]),
            ([995, 5], [100, 0]),
            ([1, 1, 198], [1, 0, 99]),
        ],
    )
    def test_shares_of_one_whole_add_up(self, votes, shown):
        assert percents(votes, of=sum(votes)) == shown

    def test_of_the_voters_they_are_rounded(self):
        assert percents([2, 1, 3], of=3) == [67, 33, 100]


def _view(post, viewer):
    return presenters.poll_views([post.id], viewer)[post.id]


def _reason(act):
    with pytest.raises(operations.NotVotable) as refused:
        act()
    return refused.value.reason.code
