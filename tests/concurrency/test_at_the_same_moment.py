"""Fifty requests at the same moment, over HTTP and committed for real: nothing twice, nothing lost, no failure."""

import functools
from collections import Counter
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from app.accounts.models import Account
from app.engagement import queries as engagement
from app.engagement.models import Favourite, PostLike, ShelfItem
from app.kernel import clock
from app.kernel.database import db
from app.messages import queries as messages
from app.messages.models import Conversation, Message
from app.posts import operations as posts
from app.posts import queries as posts_know
from app.posts.models import Ballot, Draft, OptionWriting, Poll, PollOption, PollWriting, Post, Topic, TopicFollow, Vote
from app.relationships import queries as relationships
from app.relationships.models import Follow
from tests.support import makers
from tests.support.threads import at_once, committed

pytestmark = pytest.mark.real_commits
FIFTY = 50
SCRIPT = {"X-Fragment": "1"}


@pytest.fixture(autouse=True)
def real_database(app):
    with committed(app):
        yield
        db.session.rollback()
        known = (posts_know, engagement, relationships, messages)
        assert [wrong for domain in known for wrong in domain.miscounts()] == []


@pytest.fixture
def send(app):
    """`send([(account id, path, form, method)])`: all at once; the statuses that came back, counted."""

    def request(session_id, path, form, method):
        client = app.test_client()
        with client.session_transaction() as session:
            session.update(_user_id=session_id, _fresh=True)
        return client.open(path, method=method, data=form, headers=SCRIPT).status_code

    def all_at_once(requests):
        sessions = {identity: db.session.get(Account, identity).get_id() for identity, *_ in requests}
        acts = [functools.partial(request, sessions[identity], *what) for identity, *what in requests]
        statuses = at_once(app, acts)
        db.session.rollback()
        db.session.expire_all()
        assert [one for one in statuses if not isinstance(one, int)] == []
        return Counter(statuses)

    return all_at_once


def people(count):
    return [makers.make_account().id for _ in range(count)]


def count(model):
    return db.session.scalar(select(func.count()).select_from(model))


def good(statuses):
    """Whether every answer was a success."""
    return all(200 <= status < 300 for status in statuses)


@pytest.fixture
def author():
    return makers.make_account()


@pytest.fixture
def post(author):
    return posts.publish(by=author, text="壶", now=clock.now()).id


@pytest.fixture
def poll(author):
    asked = PollWriting([OptionWriting(f"第{number}个") for number in range(5)], most=2, open_for=60)
    return posts.publish(by=author, text="选", now=clock.now(), poll=asked).id


class TestVotes:
    def test_of_fifty_people(self, send, poll):
        statuses = send(
            [(one, f"/posts/{poll}/votes", {"choice": [place % 5, (place + 1) % 5]}, "POST")
             for place, one in enumerate(people(FIFTY))]
        )  # fmt: skip
        assert good(statuses)
        assert (count(Ballot), count(Vote), db.session.get(Poll, poll).voter_count) == (50, 100, 50)
        assert list(db.session.scalars(select(PollOption.vote_count))) == [20] * 5

    def test_of_one_person_fifty_times(self, send, poll):
        assert good(send([(people(1)[0], f"/posts/{poll}/votes", {"choice": 3}, "POST")] * FIFTY))
        assert (count(Ballot), count(Vote), db.session.get(Poll, poll).voter_count) == (1, 1, 1)

    def test_of_one_person_for_everything(self, send, poll):
        one = people(1)[0]
        statuses = send([(one, f"/posts/{poll}/votes", {"choice": place % 5}, "POST") for place in range(FIFTY)])
        assert set(statuses) == {200, 409}
        assert statuses[200] == 10, "the vote that counts, and the same again"
        assert (count(Ballot), count(Vote)) == (1, 1)

    def test_when_the_poll_goes_in_between(self, send, poll, author):
        votes = [(one, f"/posts/{poll}/votes", {"choice": 0}, "POST") for one in people(FIFTY - 1)]
        statuses = send([*votes[:25], (author.id, f"/posts/{poll}", {}, "DELETE"), *votes[25:]])
        assert set(statuses) <= {200, 404, 409}
        posts.purge(poll, clock.now() + timedelta(hours=1))
        assert (count(Ballot), count(Vote)) == (0, 0)


ONCE = [
    ("/posts/{post}/like", PostLike),
    ("/posts/{post}/favourite", Favourite),
    ("/accounts/{author}/follow", Follow),
    ("/products/{product}/want", ShelfItem),
    ("/topics/{topic}/follow", TopicFollow),
]


class TestMarks:
    @pytest.fixture
    def address(self, author, post):
        makers.make_product()
        posts.publish(by=author, text="#壶#", now=clock.now())
        known = {"post": post, "author": author.id, "topic": db.session.scalar(select(Topic.id))}
        product = makers.make_product().id
        return lambda path: path.format(**known, product=product)

    @pytest.mark.parametrize(("path", "model"), ONCE)
    def test_of_fifty_people(self, send, address, path, model):
        assert good(send([(one, address(path), {}, "POST") for one in people(FIFTY)]))
        assert count(model) == FIFTY

    @pytest.mark.parametrize(("path", "model"), ONCE)
    def test_of_one_person_fifty_times(self, send, address, path, model):
        assert good(send([(people(1)[0], address(path), {}, "POST")] * FIFTY))
        assert count(model) == 1

    @pytest.mark.parametrize(("path", "model"), ONCE)
    def test_of_people_who_cannot_make_up_their_minds(self, send, address, path, model):
        undecided = people(5)
        acts = [(undecided[n % 5], address(path), {}, "POST" if n % 2 else "DELETE") for n in range(FIFTY)]
        assert good(send(acts))
        assert count(model) <= 5


class TestWords:
    def test_fifty_people_repost(self, send, post):
        statuses = send(
            [(one, f"/posts/{post}/reposts", {"text": "好", "comment_on": post, "client_key": f"k{one}"}, "POST")
             for one in people(FIFTY)]
        )  # fmt: skip
        assert good(statuses)
        found = db.session.get(Post, post)
        assert (found.repost_count, found.comment_count, count(Post)) == (50, 50, 51)

    @pytest.mark.parametrize("path", ["/posts", "/posts/{post}/reposts", "/posts/{post}/comments"])
    def test_the_same_words_fifty_times_with_one_key(self, send, post, path):
        before = count(Post)
        form = {"text": "一次 #话题#", "client_key": "key"}
        assert good(send([(people(1)[0], path.format(post=post), form, "POST")] * FIFTY))
        found = db.session.get(Post, post)
        made = count(Post) - before + found.comment_count
        assert made == 1

    def test_one_draft_is_kept_and_published_at_the_same_moment(self, send):
        one = people(1)[0]
        form = {"text": "草稿", "client_key": "key"}
        assert set(send([(one, "/drafts", form, "POST")] * 25 + [(one, "/posts", form, "POST")] * 25)) <= {
            200,
            201,
            409,
        }
        assert (count(Post), count(Draft)) == (1, 0)

    def test_one_message_fifty_times_with_one_key(self, send, author):
        one = people(1)[0]
        assert good(send([(one, f"/messages/{author.id}", {"text": "在吗", "client_key": "key"}, "POST")] * FIFTY))
        assert (count(Conversation), count(Message)) == (1, 1)

    def test_two_begin_to_talk_at_the_same_moment(self, send, author):
        other = makers.make_account()
        for by, of in ((author, other), (other, author)):
            makers.make_follow(by=by, of=of)
        pair = [(author.id, other.id), (other.id, author.id)] * 25
        statuses = send(
            [
                (one, f"/messages/{to}", {"text": "嗨", "client_key": f"k{n}"}, "POST")
                for n, (one, to) in enumerate(pair)
            ]
        )
        assert good(statuses)
        assert (count(Conversation), count(Message)) == (1, 50)
