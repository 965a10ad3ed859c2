"""Likes, favourites and wants: idempotent, counted once, and refused where one may not reach."""

import pytest

from app.engagement import events, operations, queries, rules
from app.kernel import clock
from app.posts import operations as posts


def act(operation, thing, by):
    operation(thing, by=by, now=clock.now())


class TestLikes:
    def test_liking_twice_counts_and_announces_once(self, alice, bob, make_post, announced):
        post = make_post(by=bob)
        act(operations.like, post, alice)
        act(operations.like, post, alice)
        assert post.like_count == 1
        assert announced == [events.PostLiked(post.id, alice.id)]

    def test_taking_it_back_twice_counts_once(self, alice, bob, carol, make_post, announced):
        post = make_post(by=bob)
        for person in (alice, carol):
            act(operations.like, post, person)
        operations.unlike(post, by=alice)
        operations.unlike(post, by=alice)
        assert post.like_count == 1
        assert announced[2:] == [events.PostUnliked(post.id, alice.id)]

    def test_one_may_like_oneself(self, alice, make_post):
        post = make_post(by=alice)
        act(operations.like, post, alice)
        assert post.like_count == 1

    def test_what_one_does_not_see_cannot_be_liked(self, alice, bob, enemy, make_post):
        fans_only, foreign = make_post(by=bob, audience="fans"), make_post(by=enemy)
        with pytest.raises(operations.NotReachable) as refusal:
            act(operations.like, fans_only, alice)
        assert refusal.value.reason is rules.POST_INVISIBLE
        with pytest.raises(operations.NotReachable) as refusal:
            act(operations.like, foreign, alice)
        assert refusal.value.reason is rules.BLOCKED

    def test_a_deleted_post_cannot_be_liked_but_let_go(self, alice, bob, make_post):
        post = make_post(by=bob)
        act(operations.like, post, alice)
        posts.delete(post, by=bob, now=clock.now())
        with pytest.raises(operations.NotReachable) as refusal:
            act(operations.like, post, bob)
        assert refusal.value.reason is rules.POST_DELETED
        operations.unlike(post, by=alice)
        assert post.like_count == 0

    def test_a_comment_is_liked_once(self, alice, bob, carol, make_post, announced):
        comment = operations.comment(make_post(by=bob), by=carol, text="好看", now=clock.now())
        act(operations.like_comment, comment, alice)
        act(operations.like_comment, comment, alice)
        assert comment.like_count == 1
        assert announced[-1] == events.CommentLiked(comment.id, alice.id)
        operations.unlike_comment(comment, by=alice)
        operations.unlike_comment(comment, by=alice)
        assert comment.like_count == 0

    def test_the_comment_of_someone_blocked_cannot_be_liked(self, alice, bob, enemy, make_post):
        comment = operations.comment(make_post(by=bob), by=enemy, text="好看", now=clock.now())
        with pytest.raises(operations.NotReachable) as refusal:
            act(operations.like_comment, comment, alice)
        assert refusal.value.reason is rules.BLOCKED


class TestKeeping:
    def test_a_favourite_is_kept_once_and_nobody_hears(self, alice, bob, make_post, announced):
        post = make_post(by=bob)
        act(operations.favourite, post, alice)
        act(operations.favourite, post, alice)
        assert [row.post_id for row in queries.favourites_of(alice, before=None).items] == [post.id]
        assert announced == []

    def test_the_favourite_of_a_deleted_post_can_be_let_go(self, alice, bob, make_post):
        post = make_post(by=bob)
        act(operations.favourite, post, alice)
        posts.delete(post, by=bob, now=clock.now())
        operations.unfavourite(post.id, by=alice)
        assert queries.favourites_of(alice, before=None).items == []

    def test_a_want_counts_once(self, alice, bob, make_product, announced):
        product = make_product()
        for person in (alice, alice, bob):
            act(operations.want, product, person)
        assert product.want_count == 2
        operations.unwant(product, by=alice)
        operations.unwant(product, by=alice)
        assert product.want_count == 1
        assert announced == [events.ProductWanted(product.id, one.id) for one in (alice, bob, alice)]
