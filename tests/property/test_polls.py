"""Polls: shares that add up, totals that agree with the ballots whoever votes how often."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from app.kernel import clock
from app.kernel.database import db
from app.posts import operations, queries
from app.posts.models import OptionWriting, PollWriting
from app.posts.presenters.polls import percents, poll_views

VOTES = st.lists(st.integers(0, 10**9), min_size=2, max_size=9)


@given(VOTES)
def test_shares_of_one_choice_add_up(votes):
    whole = sum(votes)
    shares = percents(votes, of=whole)
    assert sum(shares) == (100 if whole else 0)
    for number, share in zip(votes, shares, strict=True):
        assert abs(share - 100 * number / whole) < 1 if whole else share == 0
        assert share == 0 or number > 0


@given(VOTES)
def test_more_votes_never_look_like_fewer(votes):
    shares = percents(votes, of=sum(votes))
    for a, more in zip(votes, shares, strict=True):
        assert all(more >= less for b, less in zip(votes, shares, strict=True) if a > b)


@given(st.lists(st.tuples(st.integers(0, 500), st.integers(0, 500)), min_size=2, max_size=9))
def test_shares_of_several_choices_are_rounded_each(pairs):
    of = max(max(a, b) for a, b in pairs)
    shares = percents([a for a, _ in pairs], of=of)
    if of and sum(a for a, _ in pairs) != of:
        assert all(abs(share - 100 * a / of) <= 0.5 for share, (a, _) in zip(shares, pairs, strict=True))


BALLOTS = st.lists(
    st.tuples(st.integers(0, 3), st.lists(st.integers(0, 4), max_size=4), st.booleans()), max_size=14
)  # fmt: skip


def test_totals_agree_with_the_ballots(app, make_account):
    people = [make_account() for _ in range(4)]
    author = make_account()

    @settings(max_examples=40, deadline=None)
    @given(BALLOTS, st.integers(1, 4))
    def check(ballots, most):
        poll = PollWriting([OptionWriting(f"第{number}个") for number in range(4)], most=most, open_for=60)
        now = clock.now()
        post = operations.publish(by=author, now=now, text="选哪个", poll=poll)
        given_votes = {}
        for person, choices, is_late in ballots:
            when = now + timedelta(hours=2) if is_late else now
            try:
                operations.vote(post, by=people[person], choices=choices, now=when)
            except operations.NotVotable:
                continue
            given_votes.setdefault(person, set(choices))
        db.session.expire_all()
        view = poll_views([post.id], author)[post.id]
        assert [option.votes for option in view.options] == [
            sum(number in chosen for chosen in given_votes.values()) for number in range(4)
        ]
        assert view.voter_count == len(given_votes)
        assert all(1 <= len(chosen) <= most and max(chosen) < 4 for chosen in given_votes.values())
        assert queries.miscounts() == []

    check()
