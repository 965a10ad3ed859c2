"""Posts reach home feeds once, and leave them."""

from app.timelines import operations, queries


def home(viewer):
    return [post.id for post in queries.home_feed(viewer, before=None).items]


def test_delivery_is_once_however_often(alice, bob, make_post, make_follow):
    make_follow(by=alice, of=bob)
    post = make_post(by=bob)
    assert operations.deliver(post.id, bob.id, to=[alice.id]) == 1
    assert operations.deliver(post.id, bob.id, to=[alice.id, bob.id]) == 1
    assert home(alice) == [post.id]


def test_a_new_follower_finds_recent_posts(alice, bob, make_post, make_follow):
    posts = [make_post(by=bob) for _ in range(3)]
    make_follow(by=alice, of=bob)
    operations.bring_in(bob.id, to=alice.id)
    operations.bring_in(bob.id, to=alice.id)
    assert home(alice) == [post.id for post in reversed(posts)]


def test_private_posts_are_not_brought_in(alice, bob, make_post, make_follow):
    make_post(by=bob, audience="self")
    make_follow(by=alice, of=bob)
    assert operations.bring_in(bob.id, to=alice.id) == 0


def test_clearing_out_takes_only_that_author(alice, bob, carol, make_post, make_follow):
    for author in (bob, carol):
        make_follow(by=alice, of=author)
        post = make_post(by=author)
        operations.deliver(post.id, author.id, to=[alice.id])
    operations.clear_out(bob.id, of=alice.id)
    assert home(alice) == [post.id]


def test_a_withdrawn_post_is_gone(alice, make_post):
    post = make_post(by=alice)
    operations.deliver(post.id, alice.id, to=[alice.id])
    operations.withdraw(post.id, of=[alice.id])
    assert home(alice) == []
