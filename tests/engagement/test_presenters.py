"""Comments and posts as the viewer sees them."""

import pytest

from app.engagement import operations, presenters
from app.kernel import clock
from app.posts import operations as posts


@pytest.fixture
def post(bob, make_post, frozen_clock):
    return make_post(by=bob)


def say(post, by, text="说得好", reply_to=None):
    return operations.comment(post, by=by, text=text, now=clock.now(), reply_to=reply_to)


def test_a_page_of_comments_in_five_statements(alice, bob, carol, post, make_account, budget):
    for number in range(20):
        thread = say(post, make_account(), f"@爱丽丝 第{number}条")
        first = say(post, bob, reply_to=thread)
        say(post, carol, reply_to=first)
        operations.like_comment(thread, by=alice, now=clock.now())
    with budget(5):
        page = presenters.comment_page(post, viewer=alice)
    assert (len(page.comments), page.sort, page.total, page.next_cursor) == (20, "hot", 60, None)
    view = page.comments[0]
    assert view.liked
    assert view.segments[0].url == f"/u/{alice.id}"
    assert [(reply.is_post_author, reply.reply_to and reply.reply_to.nickname) for reply in view.replies] == [
        (True, None), (False, bob.nickname),
    ]  # fmt: skip


def test_who_may_delete_what(alice, bob, carol, post):
    comment = say(post, alice)
    shown = {
        person: presenters.comment_view(comment, post=post, viewer=person).can_delete
        for person in (alice, bob, carol, None)
    }
    assert shown == {alice: True, bob: True, carol: False, None: False}


def test_a_deleted_thread_shows_nothing_but_its_replies(alice, carol, post):
    thread = say(post, alice, "不该说的")
    say(post, carol, "我看见了", reply_to=thread)
    operations.delete_comment(thread, by=alice, now=clock.now())
    (view,) = presenters.comment_page(post, viewer=alice, sort="new").comments
    assert (view.is_deleted, view.author, view.segments, view.can_delete) == (True, None, [], False)
    assert [reply.segments[0].text for reply in view.replies] == ["我看见了"]


def test_the_thread_someone_came_for_leads_the_first_page_and_is_not_repeated(alice, carol, post):
    threads = [say(post, alice, f"第{number}条") for number in range(25)]
    reply = [say(post, carol, f"回{number}", reply_to=threads[3]) for number in range(5)][-1]
    first = presenters.comment_page(post, viewer=alice, sort="new", first=reply)
    assert first.comments[0].id == str(threads[3].id)
    assert first.comments[0].replies[-1].id == str(reply.id)
    rest = presenters.comment_page(post, viewer=alice, sort="new", before=first.next_cursor, first=reply)
    assert len({view.id for view in [*first.comments, *rest.comments]}) == 25
    assert len(first.comments) + len(rest.comments) == 25


def test_words_of_a_bare_repost_as_a_comment(alice, post):
    posts.repost(post, by=alice, text="", now=clock.now(), comment_on=[post.id])
    (view,) = presenters.comment_page(post, viewer=None).comments
    assert view.segments[0].text == "转发微博"


def test_marks_lie_on_posts_roots_and_cards(alice, bob, carol, make_post, make_product):
    kettle = make_product()
    root = make_post(by=bob, cards=[kettle])
    repost = posts.repost(root, by=carol, text="好", now=clock.now())
    operations.like(repost, by=alice, now=clock.now())
    operations.favourite(root, by=alice, now=clock.now())
    operations.want(kettle, by=alice, now=clock.now())
    mine = posts.repost(repost, by=alice, text="", now=clock.now())
    view, own = presenters.post_views([repost, mine], viewer=alice)
    assert (view.marks.liked, view.marks.favourited, view.marks.reposted, view.marks.is_own) == (
        True,
        False,
        True,
        False,
    )
    assert (view.root.marks.favourited, view.root.marks.reposted, view.root.cards[0].wanted) == (True, True, True)
    assert (own.marks.is_own, own.marks.can_comment, own.marks.can_delete) == (True, True, True)
    stranger_view = presenters.post_view(root, viewer=None)
    assert (stranger_view.marks.liked, stranger_view.cards[0].wanted) == (False, False)


def test_twenty_posts_with_marks_cost_one_statement_more(alice, bob, carol, make_post, make_product, budget):
    kettle = make_product()
    shown = []
    for number in range(10):
        root = make_post(by=bob, text="@卡萝 #壶# 看", cards=[kettle])
        middle = posts.repost(root, by=carol, text="好", now=clock.now())
        shown += [root, posts.repost(middle, by=carol, text=f"真好{number}", now=clock.now())]
    with budget(5):
        assert len(presenters.post_views(shown, viewer=alice)) == 20


def test_a_product_page_knows_whether_it_is_wanted(alice, make_product):
    product = make_product()
    operations.want(product, by=alice, now=clock.now())
    assert presenters.product_view(product.id, viewer=alice).card.wanted
    assert not presenters.product_view(product.id, viewer=None).card.wanted
    assert presenters.product_view(1, viewer=alice) is None


def test_favourites_show_what_is_left_of_deleted_posts(alice, bob, post):
    operations.favourite(post, by=alice, now=clock.now())
    posts.delete(post, by=bob, now=clock.now())
    (view,) = presenters.favourite_page(alice, before=None).posts
    assert (view.is_deleted, view.marks.favourited, view.head) == (True, True, [])
