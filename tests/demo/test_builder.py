"""A small demo world is built as if it had happened: counters and feeds agree, nothing waits or is half."""

import dataclasses
from collections import Counter

import pytest
from PIL import Image as Pictures
from sqlalchemy import func, select

from app.accounts import queries as access
from app.accounts.models import Account
from app.accounts.rules import STAFF
from app.announcements import queries as announcements
from app.demo import content, operations, planning
from app.demo.commands import demo
from app.engagement.models import Comment, CommentLike, PostLike
from app.engagement.operations import NotCommentable
from app.kernel.database import db
from app.kernel.outbox import OutboxRow
from app.media.models import Image
from app.media.operations.decoding import Decoded
from app.media.operations.encoding import encode
from app.messages import queries as messages
from app.messages.models import Message
from app.moderation import queries as moderation
from app.moderation.models import Appeal, Case, Decision, Strike
from app.notifications.models import Notice
from app.posts import queries as posts
from app.posts.models import PinnedPost, Poll, Post, PostImage, PostVersion, Topic
from app.products.models import DomainRule, PriceObservation, Product
from app.relationships.models import Follow, Group
from app.screening import queries as screening
from app.screening.models import ACTIONS, SCOPES, Limit, WordRule
from app.timelines.models import HomeEntry
from tests.demo.small import SEED, small_world

DOT = encode(Decoded("webp", [Pictures.new("RGB", (16, 16))], [0]), effort=0)


def dots(wanted):
    return (DOT for _ in wanted)


def count(model, *conditions) -> int:
    return db.session.scalar(select(func.count()).select_from(model).where(*conditions))


@pytest.fixture
def world() -> content.World:
    return small_world()


@pytest.fixture
def build(app, frozen_clock):
    return lambda world, **values: operations.build(
        world, seed=SEED, now=frozen_clock(), say=lambda line: None, **{"painter": dots} | values
    )


@pytest.fixture
def built(build, world):
    build(world)


def summary() -> dict[str, object]:
    """What two builds are compared by: everything but ids, file names and moments."""
    handles = {one.id: one.handle for one in db.session.scalars(select(Account))}
    return {
        "people": Counter(
            (one.handle, one.follower_count, one.following_count, one.post_count)
            for one in db.session.scalars(select(Account))
        ),
        "posts": Counter(
            (handles[post.author_id], post.text, post.depth, post.repost_count, post.comment_count, post.like_count)
            for post in db.session.scalars(select(Post))
        ),
        "comments": Counter(
            (handles[said.author_id], said.text, said.like_count, said.reply_count)
            for said in db.session.scalars(select(Comment))
        ),
        "follows": {(handles[one.follower_id], handles[one.followee_id]) for one in db.session.scalars(select(Follow))},
        "wants": Counter((one.url, one.want_count, one.post_count) for one in db.session.scalars(select(Product))),
    }  # fmt: skip


class TestTheBuiltWorld:
    def test_everything_is_there_and_every_counter_agrees(self, built, world, frozen_clock):
        late = [one.text for one in world.desk.sayings]
        assert count(Post, Post.depth == 0, Post.text.not_in(late)) == len(world.posts)
        assert count(Post, Post.depth > 0) == len(world.reposts)
        planned = [said.text for said in world.comments]
        assert count(Comment, Comment.text.in_(planned)) == len(world.comments)
        assert count(Topic) > 0
        assert posts_agree()
        assert db.session.scalar(select(func.sum(Post.like_count))) == count(PostLike) > 0
        assert db.session.scalar(select(func.sum(Comment.like_count))) == count(CommentLike)
        assert db.session.scalar(select(func.sum(Account.follower_count))) == count(Follow)

        waiting = set(db.session.execute(select(OutboxRow.listener, OutboxRow.next_try_at)))
        ends = {("posts.close_poll", end) for end in db.session.scalars(select(Poll.closes_at)) if end > frozen_clock()}
        ends |= {("screening.wait_for_end", end) for end in db.session.scalars(select(Limit.ends_at)) if end}
        waiting = {(listener, at) for listener, at in waiting if listener != "posts.purge_deleted"}
        assert waiting == ends, "no news waits but the end of polls and limits, and of what was taken down"

    def test_every_follower_has_the_posts_once_and_old_notices_are_read(self, built):
        author, post = db.session.execute(
            select(Account, Post).join(Post, Post.author_id == Account.id).order_by(Post.id.desc())
        ).first()
        readers = set(db.session.scalars(select(HomeEntry.account_id).where(HomeEntry.post_id == post.id)))
        fans = set(db.session.scalars(select(Follow.follower_id).where(Follow.followee_id == author.id)))
        assert readers == {*fans, author.id}
        assert 0 < count(Notice, Notice.is_unread) < count(Notice) / 3

    def test_things_happened_in_the_past_and_in_their_order(self, built, frozen_clock):
        assert db.session.scalar(select(func.max(Post.created_at))) <= frozen_clock()
        parent = db.aliased(Post)
        late = select(Post.id).join(parent, parent.id == Post.parent_id).where(parent.created_at >= Post.created_at)
        assert db.session.scalars(late).all() == []
        assert db.session.scalar(select(func.max(Notice.updated_at))) <= frozen_clock()

    def test_pictures_and_prices_are_kept(self, built, world):
        assert count(PostImage) == sum(len(post.pictures) for post in world.posts)
        assert count(Image, Image.attached_at.is_(None)) == 0
        assert count(PriceObservation) >= sum(len(product.history) for product in world.products)
        ended = db.session.scalars(select(Product).where(Product.state == "ended")).all()
        assert {product.shop_name for product in ended} == {
            product.shop for product in world.products if product.availability == "discontinued"
        }

    def test_polls_are_voted_in_posts_edited_pinned_and_folded(self, built, world):
        asked = [post for post in world.posts if post.question]
        assert count(Poll) == len(asked) > 0
        assert all(db.session.scalars(select(Poll.voter_count)))
        assert count(Post, Post.version == 2) == sum(bool(post.before) for post in world.posts) > 0
        assert count(PostVersion) == count(Post, Post.version == 2)
        assert count(PinnedPost) == sum(post.is_pinned for post in world.posts) > 0
        assert count(Post, Post.is_folded) == sum(bool(post.fold) for post in world.posts)

    def test_groups_are_filled_and_the_first_login_has_mail(self, built, world):
        tangyuan = db.session.scalar(select(Account).where(Account.handle == next(iter(operations.LOGINS))))
        groups = next(circle.groups for circle in world.circles if circle.by == tangyuan.handle)
        rows = db.session.scalars(select(Group).where(Group.owner_id == tangyuan.id).order_by(Group.position)).all()
        assert [(row.name, row.member_count) for row in rows] == [(name, len(members)) for name, members in groups]
        assert count(Message) == len(world.messages) > 0
        assert messages.unread_counts(tangyuan.id)["main"] > 0

    def test_logins_exist_and_the_first_reads_a_lot(self, built, world):
        lines = [line.split("\t") for line in operations.logins_of(world).splitlines()]
        accounts = {one.handle: one for one in db.session.scalars(select(Account))}
        people = [accounts[handle] for handle, password, who in lines if password == operations.PASSWORD and who]
        assert {person.badge for person in people} == {"", "orange", "blue", "gold"}
        staff = [person for person in people if person.is_staff]
        assert [person.role for person in people].count("moderator") == 2
        assert {person.role for person in staff} == set(STAFF)
        assert all(access.has_second_factor(person) for person in staff)
        assert people[0].following_count == len(world.accounts) - 1

    def test_every_queue_of_the_staff_has_something(self, built, frozen_clock):
        now = frozen_clock()
        queues = {queue.name: queue for queue in moderation.queue_ages()}
        assert all(queue.waiting for queue in queues.values())
        assert count(Case, Case.decided_at.is_(None), Case.report_count > 1) >= 2
        assert set(db.session.scalars(select(Decision.kind))) == {"take_down", "limit", "dismiss"}
        assert set(db.session.scalars(select(Appeal.state))) == {"waiting", "overturned"}
        assert count(Strike, Strike.account_id == account("yizhan").id) == 1
        assert [one.kind for one in screening.limits_in_force(account("paopao").id, now)] == ["review_comments"]
        assert count(Notice, Notice.account_id == account("paopao").id) >= 1
        assert {item.kind for item in screening.waiting_items()} == {"post", "comment"}
        assert announcements.shown_announcement(now)
        assert set(db.session.scalars(select(DomainRule.verdict))) == {"allow", "warn", "block"}

    def test_the_filter_uses_every_action_and_every_place(self, built):
        rules = db.session.scalars(select(WordRule)).all()
        assert {rule.action for rule in rules} == set(ACTIONS)
        assert {scope for rule in rules for scope in rule.scopes} == set(SCOPES)
        assert sum(rule.hit_count for rule in rules) >= 3


def account(handle: str) -> Account | None:
    return db.session.scalar(select(Account).where(Account.handle == handle))


def posts_agree() -> bool:
    return not posts.miscounts()


def test_the_same_seed_gives_the_same_world(build, world, app):
    pictures = []
    connection = db.session.connection()
    for _ in range(2):
        db.session.remove()
        savepoint = connection.begin_nested()
        build(world)
        pictures.append(summary())
        db.session.remove()
        savepoint.rollback()
    assert pictures[0] == pictures[1]
    assert pictures[0]["posts"]


def test_a_broken_build_leaves_nothing(build, world, app):
    broken = dataclasses.replace(world.comments[-1], text="长" * 500)
    before = files(app)
    with pytest.raises(NotCommentable):
        build(dataclasses.replace(world, comments=(*world.comments[:-1], broken)))
    assert (count(Account), count(Post), count(Image)) == (0, 0, 0)
    assert files(app) == before


def files(app) -> set[str]:
    return {str(file) for file in app.config["UPLOAD_DIR"].rglob("*.webp")}


def test_a_site_with_accounts_is_refused_with_a_clear_message(app, alice):
    done = app.test_cli_runner().invoke(demo)
    assert done.exit_code == 1
    assert "1 accounts here already" in done.output
    assert count(Account) == 1


def test_follows_have_a_heavy_tail_and_everyone_follows_a_few():
    world = content.load(SEED)
    graph = planning.follows(world, SEED)
    fans = sorted(Counter(edge.of for edge in graph).values())
    assert fans[-1] >= 30
    assert fans[len(fans) // 2] <= 22
    pairs = {(edge.by, edge.of) for edge in graph}
    assert min(Counter(by for by, _ in pairs).values()) >= 8
    assert sum((of, by) in pairs for by, of in pairs) >= 60
    assert len(pairs) == len(graph)


def test_painted_pictures_come_in_the_order_asked_for():
    sizes = [(40, 30), (60, 20), (30, 50)]
    drawn = operations.painted([operations.Wanted("sea:dusk", 1, size) for size in sizes])
    assert [(one.width, one.height) for one in drawn] == sizes
