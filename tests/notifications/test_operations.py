"""Giving and reading notices: grouped while unread, once per person and thing."""

import pytest

from app.kernel import clock
from app.kernel.database import db
from app.notifications import operations, queries
from app.notifications.events import NoticeGiven, NoticesChanged, NoticesRead
from app.notifications.models import KINDS, Notice
from app.relationships.models import Mute


def give(kind, to, by, **about):
    operations.give(kind, to=[to.id], by=by.id, now=clock.now(), **about)


def notices_of(account, kind=None):
    return queries.notices_of(account, kind=kind, before=None).items


@pytest.fixture
def post(alice, make_post, frozen_clock):
    return make_post(by=alice)


def test_likes_of_one_post_grow_one_notice(alice, bob, carol, stranger, post, announced):
    for person in (bob, carol, stranger, bob):
        give("like", alice, person, post_id=post.id)
    (notice,) = notices_of(alice)
    assert (notice.actor_count, notice.kind, notice.post_id) == (3, "like", post.id)
    assert queries.newest_actors([notice.id], viewer=alice) == {notice.id: [stranger, carol, bob]}
    assert queries.unread_count(alice.id) == 1
    assert announced == [NoticeGiven(alice.id)] * 3


def test_other_things_and_kinds_are_notices_of_their_own(alice, bob, post, make_post):
    give("like", alice, bob, post_id=post.id)
    give("like", alice, bob, post_id=make_post(by=alice).id)
    give("repost", alice, bob, post_id=post.id)
    give("fan", alice, bob)
    assert queries.unread_count(alice.id) == 4
    assert [notice.kind for notice in notices_of(alice, "fan")] == ["fan"]


def test_the_notice_with_the_latest_news_stands_first(alice, bob, carol, post):
    give("like", alice, bob, post_id=post.id)
    give("fan", alice, bob)
    assert [notice.kind for notice in notices_of(alice)] == ["fan", "like"]
    give("like", alice, carol, post_id=post.id)
    assert [notice.kind for notice in notices_of(alice)] == ["like", "fan"]


def test_what_is_read_stays_and_later_news_opens_a_new_notice(alice, bob, carol, post, announced):
    give("like", alice, bob, post_id=post.id)
    operations.read(by=alice)
    operations.read(by=alice)
    assert queries.unread_count(alice.id) == 0
    assert announced[1:] == [NoticesRead(alice.id)]
    give("like", alice, carol, post_id=post.id)
    assert [(notice.actor_count, notice.is_unread) for notice in notices_of(alice)] == [(1, True), (1, False)]


def test_doing_it_again_after_it_was_read_is_no_news(alice, bob, post):
    give("like", alice, bob, post_id=post.id)
    operations.read(by=alice)
    give("like", alice, bob, post_id=post.id)
    assert queries.unread_count(alice.id) == 0


def test_nobody_hears_of_herself_across_a_block_or_of_whom_she_has_muted(alice, bob, enemy, post, announced):
    db.session.add(Mute(muter_id=alice.id, muted_id=bob.id, created_at=clock.now()))
    db.session.commit()
    for person in (alice, bob, enemy):
        give("like", alice, person, post_id=post.id)
    give("fan", enemy, alice)
    assert db.session.query(Notice).count() == 0
    assert announced == []


def test_pages_hold_each_notice_once(alice, bob, make_post, frozen_clock):
    for _ in range(45):
        give("like", alice, bob, post_id=make_post(by=alice).id)
    found, before = [], None
    while True:
        page = queries.notices_of(alice, kind=None, before=before)
        found += page.items
        if page.next_cursor is None:
            break
        before = int(page.next_cursor)
    assert len({notice.id for notice in found}) == len(found) == 45


def test_reading_one_kind_leaves_the_others(alice, bob, post):
    give("like", alice, bob, post_id=post.id)
    give("fan", alice, bob)
    operations.read(by=alice, kind="like")
    assert queries.unread_counts(alice.id) == {**dict.fromkeys(KINDS, 0), "fan": 1}
    assert [notice.is_unread for notice in notices_of(alice, "like")] == [False]


def test_what_has_grown_since_the_page_was_made_stays_unread(alice, bob, carol, post):
    give("like", alice, bob, post_id=post.id)
    shown = notices_of(alice)[0].latest_id
    give("like", alice, carol, post_id=post.id)
    operations.read(by=alice, up_to=shown)
    assert queries.unread_count(alice.id) == 1


def test_many_hear_in_few_statements(alice, bob, make_account, post, budget):
    people = [make_account().id for _ in range(20)]
    with budget(2):
        assert queries.who_hears(people, kind="mention", by=bob.id, post_id=post.id) == sorted(people)


class TestSettings:
    def test_news_of_a_kind_from_whom_one_follows_alone(self, alice, bob, carol, make_follow, post):
        make_follow(by=alice, of=bob)
        operations.choose_senders({"like": "followed"}, by=alice)
        give("like", alice, carol, post_id=post.id)
        assert notices_of(alice) == []
        give("like", alice, bob, post_id=post.id)
        give("repost", alice, carol, post_id=post.id)
        assert [notice.kind for notice in notices_of(alice)] == ["repost", "like"]

    def test_news_of_a_kind_from_nobody_until_one_changes_ones_mind(self, alice, bob, post):
        operations.choose_senders({"like": "none", "fan": "followed"}, by=alice)
        give("like", alice, bob, post_id=post.id)
        assert notices_of(alice) == []
        operations.choose_senders({"like": "all"}, by=alice)
        assert queries.senders_chosen(alice) == {**dict.fromkeys(KINDS[:-1], "all"), "fan": "followed"}
        give("like", alice, bob, post_id=post.id)
        assert len(notices_of(alice)) == 1

    @pytest.mark.parametrize("chosen", [{"system": "none"}, {"like": "friends"}, {"moon": "all"}])
    def test_other_choices_are_refused(self, alice, chosen):
        with pytest.raises(operations.NotChosen):
            operations.choose_senders(chosen, by=alice)


class TestMutedThreads:
    def test_no_news_of_the_post_its_comments_and_its_reposts(self, alice, bob, carol, post, make_repost):
        repost = make_repost(post, by=carol)
        operations.mute_thread(repost, by=alice, now=clock.now())
        operations.mute_thread(post, by=alice, now=clock.now())
        give("like", alice, bob, post_id=post.id)
        give("mention", alice, bob, post_id=repost.id)
        assert notices_of(alice) == []
        give("like", carol, bob, post_id=repost.id)
        give("fan", alice, bob)
        assert (len(notices_of(carol)), len(notices_of(alice))) == (1, 1)

    def test_one_hears_of_it_again(self, alice, bob, post):
        operations.mute_thread(post, by=alice, now=clock.now())
        operations.hear_of_thread(post, by=alice)
        give("like", alice, bob, post_id=post.id)
        assert len(notices_of(alice)) == 1


class TestTheSiteItself:
    def test_it_says_one_thing_about_one_post_once(self, alice, bob, post, announced):
        for _again in range(2):
            operations.give_system("poll_closed", to=[alice.id, bob.id], now=clock.now(), post_id=post.id)
        operations.read(by=bob)
        operations.give_system("poll_closed", to=[bob.id], now=clock.now(), post_id=post.id)
        (notice,) = notices_of(bob)
        assert (notice.kind, notice.code, notice.post_id, notice.is_unread) == ("system", "poll_closed", post.id, False)
        assert announced == [NoticesChanged(tuple(sorted((alice.id, bob.id)))), NoticesRead(bob.id)]

    def test_what_is_about_no_post_gathers_while_unread(self, alice, bob, post):
        for _again in range(2):
            operations.give_system("schedule_failed", to=[alice.id], now=clock.now())
            give("like", alice, bob, post_id=post.id)
        assert [notice.kind for notice in notices_of(alice)] == ["system", "like"]
        operations.read(by=alice)
        operations.give_system("schedule_failed", to=[alice.id], now=clock.now())
        assert [notice.is_unread for notice in notices_of(alice, "system")] == [True, False]

    def test_a_muted_thread_is_silent(self, alice, post):
        operations.mute_thread(post, by=alice, now=clock.now())
        operations.give_system("poll_closed", to=[alice.id], now=clock.now(), post_id=post.id)
        assert notices_of(alice) == []


def test_what_one_may_no_longer_see_does_not_count(alice, bob, make_follow, make_post):
    post = make_post(by=bob, audience="fans")
    follow = make_follow(by=alice, of=bob)
    give("mention", alice, bob, post_id=post.id)
    assert queries.unread_count(alice.id) == 1
    db.session.delete(follow)
    db.session.commit()
    assert queries.unread_count(alice.id) == 0


def test_a_page_asks_once_and_once_more_when_something_about_a_post_is_unread(alice, bob, post, budget):
    operations.mute_thread(post, by=alice, now=clock.now())
    with budget(1):
        assert queries.unread_and_muted(alice.id) == (dict.fromkeys(KINDS, 0), frozenset([post.id]))
    operations.hear_of_thread(post, by=alice)
    give("like", alice, bob, post_id=post.id)
    give("fan", alice, bob)
    with budget(2):
        assert queries.unread_counts(alice.id) == {**dict.fromkeys(KINDS, 0), "like": 1, "fan": 1}


class TestWordsOfTheSite:
    def test_each_account_is_told_once_per_code_and_key_read_or_not(self, alice, bob):
        operations.give_system("welcome", to=[alice.id], now=clock.now(), key="7", data={"day": "2026-01-01"})
        operations.read(by=alice)
        operations.give_system("welcome", to=[alice.id, bob.id], now=clock.now(), key="7")
        operations.give_system("welcome", to=[alice.id], now=clock.now(), key="8")
        assert [notice.data["key"] for notice in notices_of(alice)] == ["8", "7"]
        assert notices_of(alice)[1].data["day"] == "2026-01-01"
        assert len(notices_of(bob)) == 1
