"""Many people act at the same moment; every like is there once and every counter is exact."""

import functools

import pytest
from sqlalchemy import func, select

from app.accounts.models import Account
from app.engagement import operations, queries
from app.engagement.models import Comment, CommentLike, Favourite, PostLike, ShelfItem
from app.kernel import clock
from app.kernel.database import db
from app.posts import operations as posts
from app.posts.models import Post
from app.products.models import Product
from tests.support import makers
from tests.support.threads import at_once, committed

pytestmark = pytest.mark.real_commits


def run(app, acts):
    """Each act is (operation, model, id, account id, more arguments)."""

    def one(operation, model, identity, by_id, values):
        thing, by = db.session.get(model, identity), db.session.get(Account, by_id)
        operation(thing, by=by, **values)

    results = at_once(app, [functools.partial(one, *act) for act in acts])
    db.session.rollback()
    db.session.expire_all()
    assert [result for result in results if result is not None] == []


def count(model):
    return db.session.scalar(select(func.count()).select_from(model))


def people(number):
    return [makers.make_account().id for _ in range(number)]


def at():
    return {"now": clock.now()}


def test_fifty_people_like_one_post(app):
    with committed(app):
        post = makers.make_post(by=makers.make_account()).id
        run(app, [(operations.like, Post, post, person, at()) for person in people(50)])
        assert (count(PostLike), db.session.get(Post, post).like_count) == (50, 50)


def test_one_person_likes_a_post_fifty_times(app):
    with committed(app):
        post = makers.make_post(by=makers.make_account()).id
        run(app, [(operations.like, Post, post, person, at()) for person in people(1) * 50])
        assert (count(PostLike), db.session.get(Post, post).like_count) == (1, 1)


def test_people_who_cannot_make_up_their_minds(app):
    with committed(app):
        post = makers.make_post(by=makers.make_account())
        post_id, product = post.id, makers.make_product().id
        comment = operations.comment(post, by=makers.make_account(), text="好", now=clock.now()).id
        acts = []
        for person in people(4):
            acts += [(operations.like, Post, post_id, person, at()), (operations.unlike, Post, post_id, person, {})] * 2
            acts += [(operations.favourite, Post, post_id, person, at())] * 2
            acts += [
                (operations.want, Product, product, person, at()),
                (operations.unwant, Product, product, person, {}),
            ]
            acts += [
                (operations.like_comment, Comment, comment, person, at()),
                (operations.unlike_comment, Comment, comment, person, {}),
            ]
        run(app, acts)
        assert db.session.get(Post, post_id).like_count == count(PostLike)
        assert db.session.get(Product, product).want_count == count(ShelfItem)
        assert db.session.get(Comment, comment).like_count == count(CommentLike)
        assert count(Favourite) == 4


def test_thirty_comments_at_once(app):
    with committed(app):
        post = makers.make_post(by=makers.make_account()).id
        run(app, [(operations.comment, Post, post, person, {"text": "好", **at()}) for person in people(30)])
        assert (count(Comment), db.session.get(Post, post).comment_count) == (30, 30)


def test_a_comment_sent_twenty_times_is_written_once(app):
    with committed(app):
        post = makers.make_post(by=makers.make_account()).id
        sent = {"text": "好", "client_key": "k1", "also_repost": True, **at()}
        run(app, [(operations.comment, Post, post, person, sent) for person in people(1) * 20])
        row = db.session.get(Post, post)
        assert (count(Comment), row.comment_count, row.repost_count) == (1, 1, 1)


def test_comments_replies_reposts_and_deletions_cross_each_other(app):
    with committed(app):
        root = makers.make_post(by=makers.make_account())
        middle = posts.repost(root, by=makers.make_account(), text="好", now=clock.now())
        head_author = makers.make_account()
        head = operations.comment(middle, by=head_author, text="头", now=clock.now())
        root_id, middle_id, head_id = root.id, middle.id, head.id

        def reply(post, **values):
            return operations.comment(post, reply_to=db.session.get(Comment, head_id), **values) and None

        acts = [(operations.delete_comment, Comment, head_id, head_author.id, at())]
        for one, two, three in zip(people(8), people(8), people(8), strict=True):
            acts.append((operations.comment, Post, middle_id, one, {"text": "好", "also_repost": True, **at()}))
            acts.append(
                (posts.repost, Post, middle_id, two, {"text": "转", "comment_on": [root_id, middle_id], **at()})
            )
            acts.append((operations.like_comment, Comment, head_id, three, at()))
        late = [(reply, Post, middle_id, person, {"text": "回", **at()}) for person in people(8)]
        results = at_once(app, [functools.partial(attempt, *act) for act in acts + late])
        refused = {type(result) for result in results if isinstance(result, Exception)}
        assert refused <= {operations.NotCommentable, operations.NotReachable}
        db.session.rollback()
        db.session.expire_all()
        living = select(func.count()).select_from(Comment).where(Comment.deleted_at.is_(None))
        for post_id in (root_id, middle_id):
            post = db.session.get(Post, post_id)
            assert post.comment_count == db.session.scalar(living.where(Comment.post_id == post_id))
            assert post.repost_count == 16 + (post_id == root_id)
        head = db.session.get(Comment, head_id)
        assert head.reply_count == db.session.scalar(living.where(Comment.thread_id == head_id))
        assert head.like_count == count(CommentLike)


def attempt(operation, model, identity, by_id, values):
    thing, by = db.session.get(model, identity), db.session.get(Account, by_id)
    operation(thing, by=by, **values)


def test_choosing_refusing_answering_and_taking_back_cross_each_other(app):
    with committed(app):
        author = makers.make_account()
        post = makers.make_post(by=author, approves_comments=True)
        writers = [makers.make_account() for _ in range(8)]
        heads = [operations.comment(post, by=one, text="头", now=clock.now()) for one in writers]
        replies = [
            operations.comment(post, by=one, text="回", now=clock.now(), reply_to=head)
            for one, head in zip(writers, heads, strict=True)
        ]
        head_ids, reply_ids = [one.id for one in heads], [one.id for one in replies]
        acts = []
        for writer, head_id, reply_id in zip(writers, head_ids, reply_ids, strict=True):
            acts += [
                (operations.approve, Post, post.id, author.id, {"comment_ids": [reply_id]}),
                (operations.approve, Post, post.id, author.id, {"comment_ids": [*head_ids]}),
                (operations.refuse, Post, post.id, author.id, {"comment_ids": [head_id, reply_id], **at()}),
                (operations.delete_comment, Comment, reply_id, writer.id, at()),
                (answer, Post, post.id, author.id, {"head_id": head_id}),
                (operations.like_comment, Comment, head_id, author.id, at()),
            ]
        results = at_once(app, [functools.partial(attempt, *act) for act in acts])
        refused = {type(result) for result in results if result is not None}
        assert refused <= {operations.NotCommentable, operations.NotReachable}
        db.session.rollback()
        db.session.expire_all()
        assert queries.miscounts() == []


def answer(post, *, by, head_id):
    operations.comment(post, by=by, text="谢", now=clock.now(), reply_to=db.session.get(Comment, head_id))


def test_a_comment_with_a_picture_sent_twenty_times_is_written_once(app):
    with committed(app):
        writer = makers.make_account()
        post, image = makers.make_post(by=makers.make_account()).id, makers.make_image(by=writer).id
        sent = {"text": "", "client_key": "k1", "image_id": image, **at()}
        run(app, [(operations.comment, Post, post, writer.id, sent)] * 20)
        assert (count(Comment), db.session.get(Post, post).comment_count) == (1, 1)


def test_a_picture_sent_with_twenty_comments_hangs_on_one(app):
    with committed(app):
        writer = makers.make_account()
        post, image = makers.make_post(by=makers.make_account()).id, makers.make_image(by=writer).id
        acts = [
            (operations.comment, Post, post, writer.id, {"text": "", "image_id": image, **at()}) for _again in range(20)
        ]
        results = at_once(app, [functools.partial(attempt, *act) for act in acts])
        refused = [result for result in results if result is not None]
        assert len(refused) == 19
        assert {type(result) for result in refused} == {operations.NotCommentable}
        assert count(Comment) == 1


def test_one_key_under_two_posts_writes_one_comment(app):
    with committed(app):
        writer, author = makers.make_account(), makers.make_account()
        posts_there = [makers.make_post(by=author).id for _ in range(2)]
        sent = {"text": "好", "client_key": "k1", **at()}
        run(app, [(operations.comment, Post, post, writer.id, sent) for post in posts_there * 5])
        assert count(Comment) == 1
        assert queries.miscounts() == []
