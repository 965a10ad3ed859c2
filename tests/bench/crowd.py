"""A hundred thousand of everything, made by PostgreSQL itself in half a minute."""

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Integer,
    Text,
    case,
    cast,
    func,
    insert,
    literal,
    null,
    select,
    update,
)

from app.accounts.models import Account
from app.engagement.models import Comment, Favourite, PostLike
from app.kernel import ids
from app.media.models import Image
from app.messages.models import Conversation, Message, Participant
from app.notifications.models import Notice, NoticeActor
from app.posts.models import (
    Ballot,
    Draft,
    Poll,
    PollOption,
    Post,
    PostImage,
    PostProduct,
    PostTopic,
    PostVersion,
    ProductPost,
    Topic,
    TopicFollow,
    Vote,
)
from app.products.models import Product
from app.relationships.models import Block, Follow, Group, GroupMember, Mute, RepostMute
from app.timelines.models import FeedSetting, HomeEntry, MutedTopic, MutedWord

MANY = 100_000
START = datetime(2026, 1, 1, tzinfo=UTC)
STEP = timedelta(minutes=1)
WHEN = literal(START)

READER, STAR, PICKY, RARE = 1, 2, 3, 4
"""Who reads; whom everybody follows; who has muted a lot; who wrote one post long ago."""
BUSY_TOPIC, RARE_TOPIC, BUSY_PRODUCT, RARE_PRODUCT = 1, 2, 1, 2
BIG_TALK, BIG_THREAD, BIG_NOTICE = 1, 1, 1
RARE_GROUP = 1


def moment_id(number: Any) -> Any:
    """The id of what came to be `number` steps after the start, as a number or as SQL."""
    return ids.floor_id(START) + number * (ids.floor_id(START + STEP) - ids.floor_id(START))


ROOT, POLL = moment_id(0), moment_id(5)


def fill(connection: Any) -> None:
    """Put the crowd into the empty database."""
    for part in (_people, _things, _posts, _talk, _letters, _choices):
        part(connection)


class Rows:
    """Rows of one model, numbered by `n` from 0; each column is a value or an expression of `n`."""

    def __init__(self, connection: Any) -> None:
        self.connection = connection

    def __call__(self, model: Any, count: int, make: Any, *, where: Any = None) -> None:
        series = func.generate_series(0, count - 1).table_valued("n").render_derived()
        n = cast(series.c.n, BigInteger)
        columns = make(n)
        values = [value if isinstance(value, ColumnElement) else literal(value) for value in columns.values()]
        query = select(*values).select_from(series)
        if where is not None:
            query = query.where(where(n))
        self.connection.execute(insert(model.__table__).from_select(list(columns), query))


def name(prefix: str, n: Any) -> Any:
    return literal(prefix) + cast(n, Text)


def at(n: Any) -> Any:
    return WHEN + n * literal(STEP)


def _people(connection: Any) -> None:
    rows = Rows(connection)
    rows(Account, MANY, lambda n: {
        "id": n + 1, "handle": name("p", n + 1), "handle_key": name("p", n + 1), "nickname": name("人", n + 1),
        "nickname_key": name("人", n + 1), "email": name("p", n + 1) + "@example.com", "password_hash": "",
        "follower_count": case((n == STAR - 1, MANY), else_=n % 97), "post_count": 1, "created_at": WHEN,
    })  # fmt: skip
    follow = lambda follower, followee, n: {  # noqa: E731
        "id": n, "follower_id": follower, "followee_id": followee, "created_at": WHEN,
        "is_special": followee == RARE if isinstance(followee, ColumnElement) else literal(False),
    }  # fmt: skip
    rows(Follow, 1000, lambda n: follow(literal(READER), n + 2, n + 1))
    rows(Follow, 1000, lambda n: follow(literal(PICKY), n + 4, n + 5000))
    rows(Follow, MANY - 10, lambda n: follow(n + 5, literal(STAR), 10_000 + 10 * n))
    rows(Follow, 20_000, lambda n: follow(n + 5, literal(READER), 10_001 + 50 * n))
    rows(Block, 1000, lambda n: {"id": n, "blocker_id": READER, "blocked_id": 50_000 + n, "created_at": WHEN})
    rows(Mute, 500, lambda n: {"id": n, "muter_id": READER, "muted_id": 60_000 + n, "created_at": WHEN})
    rows(Group, 20, lambda n: {"id": n + 1, "owner_id": READER, "name": name("组", n), "position": n,
                               "created_at": WHEN})  # fmt: skip
    rows(GroupMember, 10_000, lambda n: {"id": n, "group_id": n % 20 + 1, "account_id": 2 + n // 20,
                                         "created_at": WHEN}, where=lambda n: n % 20 != RARE_GROUP - 1)  # fmt: skip
    rows(GroupMember, 1, lambda n: {"id": MANY, "group_id": RARE_GROUP, "account_id": RARE, "created_at": WHEN})


def _things(connection: Any) -> None:
    rows = Rows(connection)
    rows(Image, 200, lambda n: {"id": n, "owner_id": STAR, "key": name("aa/aa/k", n), "kind": "webp", "width": 800,
                                "height": 600, "size": 1, "created_at": WHEN, "attached_at": WHEN,
                                "guard": "post", "attached_to": moment_id(n)})  # fmt: skip
    rows(Topic, 20_000, lambda n: {"id": n + 1, "name": name("话题", n + 1), "key": name("话题", n + 1),
                                   "post_count": n % 50, "created_at": WHEN})  # fmt: skip
    rows(
        TopicFollow,
        30_000,
        lambda n: {"id": n, "account_id": n + 5, "topic_id": BUSY_TOPIC, "created_at": WHEN},
    )
    rows(
        TopicFollow,
        5000,
        lambda n: {"id": MANY + n, "account_id": READER, "topic_id": n + 1, "created_at": WHEN},
    )
    rows(Product, 20_000, lambda n: {"id": n + 1, "canonical_key": name("url:", n), "title": name("好壶", n),
                                     "url": name("https://shop.example/", n), "domain": "shop.example", "price": 129,
                                     "currency": "CNY", "created_at": WHEN})  # fmt: skip


def _posts(connection: Any) -> None:
    """Of five posts one each is by somebody, the star, a reposter of the root, the reader, one whom she follows."""
    rows = Rows(connection)

    def post(n: Any) -> dict[str, Any]:
        kind = n % 5
        is_repost = kind == 2
        author = case(
            (n == 0, STAR), (n == 10, RARE), (kind == 1, STAR), (is_repost, n + 5 - MANY * (n // (MANY - 5))),
            (kind == 3, READER), (kind == 4, 5 + n % 900), else_=2000 + n % 90_000,
        )  # fmt: skip
        return {
            "id": moment_id(n), "author_id": author, "text": name("今天的风很好，第", n), "created_at": at(n),
            "audience": case((n % 50 == 1, "fans"), (n % 50 == 3, "self"), (n % 50 == 4, "mutuals"), else_="public"),
            "parent_id": case((is_repost, ROOT), else_=null()), "root_id": case((is_repost, ROOT), else_=null()),
            "depth": case((is_repost, 1), else_=0), "has_poll": n == 5,
            "has_images": (kind == 1) & (n < 100), "label": case((kind == 1, "ad"), else_=""),
            "like_count": n * 7919 % 1000, "repost_count": case((n == 0, MANY // 5), else_=0), "version": 1,
        }  # fmt: skip

    rows(Post, MANY, post)
    rows(HomeEntry, MANY, lambda n: {"account_id": READER, "post_id": moment_id(n), "author_id": 0},
         where=lambda n: n % 5 != 2)  # fmt: skip
    rows(HomeEntry, MANY, lambda n: {"account_id": PICKY, "post_id": moment_id(n), "author_id": 0})
    authors = select(Post.author_id).where(Post.id == HomeEntry.post_id).scalar_subquery()
    connection.execute(update(HomeEntry).values(author_id=authors))
    rows(PostImage, 20, lambda n: {"post_id": moment_id(1 + 5 * n), "position": 0, "image_id": n})
    rows(PostTopic, MANY, lambda n: {"post_id": moment_id(n), "topic_id": BUSY_TOPIC}, where=lambda n: n % 5 != 2)
    rows(PostTopic, 5, lambda n: {"post_id": moment_id(n * 5 + 5), "topic_id": RARE_TOPIC})
    rows(PostProduct, MANY, lambda n: {"post_id": moment_id(n), "position": 0, "product_id": BUSY_PRODUCT},
         where=lambda n: (n % 5 == 1) | (n == 0))  # fmt: skip
    rows(ProductPost, MANY, lambda n: {"product_id": BUSY_PRODUCT, "post_id": moment_id(n)},
         where=lambda n: (n % 5).in_([1, 2]) | (n == 0))  # fmt: skip
    rows(ProductPost, 5, lambda n: {"product_id": RARE_PRODUCT, "post_id": moment_id(n * 5 + 5)})
    rows(PostProduct, 5, lambda n: {"post_id": moment_id(n * 5 + 5), "position": 0, "product_id": RARE_PRODUCT})
    rows(
        PostVersion,
        49,
        lambda n: {"post_id": moment_id(8), "number": n + 1, "text": name("旧", n), "created_at": at(n)},
    )
    rows(
        Favourite,
        30_000,
        lambda n: {"id": n, "account_id": READER, "post_id": moment_id(n), "created_at": WHEN},
    )
    rows(PostLike, 60_000, lambda n: {"id": 2 * n, "account_id": n + 5, "post_id": ROOT, "created_at": WHEN})
    rows(PostLike, 30_000, lambda n: {"id": 4 * n + 1, "account_id": READER, "post_id": moment_id(n + 1),
                                      "created_at": WHEN})  # fmt: skip
    rows(
        Poll, 1, lambda n: {"post_id": POLL, "closes_at": literal(START + timedelta(days=9000)), "voter_count": 60_000}
    )
    rows(PollOption, 4, lambda n: {"post_id": POLL, "position": n, "text": name("选", n), "vote_count": 15_000})
    rows(Ballot, 60_000, lambda n: {"post_id": POLL, "account_id": n + 5, "created_at": WHEN})
    rows(Vote, 60_000, lambda n: {"post_id": POLL, "position": n % 4, "account_id": n + 5})
    content = cast(literal('{"text": "草稿"}'), Draft.content.type)
    rows(Draft, 50, lambda n: {"id": n, "account_id": READER, "content": content,
                               "client_key": name("key", n), "created_at": WHEN, "updated_at": WHEN})  # fmt: skip


def _talk(connection: Any) -> None:
    """Comments under the root: most are threads of their own, many answer the first; a post where all wait."""
    rows = Rows(connection)
    comment = lambda n: {"author_id": n % 90_000 + 5, "text": name("评", n), "created_at": WHEN}  # noqa: E731
    rows(Comment, 60_000, lambda n: {**comment(n), "id": n + 1, "post_id": ROOT, "like_count": n * 7919 % 3000,
                                     "reply_count": case((n == 0, 30_000), else_=0)})  # fmt: skip
    rows(Comment, 30_000, lambda n: {**comment(n), "id": MANY + n, "post_id": ROOT, "thread_id": BIG_THREAD,
                                     "reply_to_id": BIG_THREAD})  # fmt: skip
    rows(Comment, 30_000, lambda n: {**comment(n), "id": 2 * MANY + n, "post_id": moment_id(3), "is_approved": False})
    rows(Notice, 60_000, lambda n: {
        "id": n + 1, "account_id": READER, "latest_id": n + 1, "actor_count": 3, "updated_at": WHEN,
        "kind": func.split_part("mention comment like repost fan system", " ", cast(n % 6 + 1, Integer)),
        "code": case((n % 6 == 5, "welcome"), else_=""),
        "post_id": case((n % 6 < 4, moment_id(n - n % 5 + 3)), else_=null()),
        "group_key": case((n > 50_000, name("g", n)), else_=null()), "is_unread": n > 50_000,
    })  # fmt: skip
    rows(NoticeActor, 60_000, lambda n: {"notice_id": n + 1, "account_id": 5 + n % 9000, "id": n})
    rows(NoticeActor, 30_000, lambda n: {"notice_id": 60_000, "account_id": 20_000 + n, "id": MANY + n})


def _letters(connection: Any) -> None:
    """The reader talks with twenty thousand people, half of them strangers, and with one of them all day."""
    rows = Rows(connection)
    rows(
        Conversation,
        20_000,
        lambda n: {"id": n + 1, "pair": literal("1-") + cast(n + 2, Text), "created_at": WHEN},
    )
    for mine in (True, False):
        rows(Participant, 20_000, lambda n, mine=mine: {
            "conversation_id": n + 1, "account_id": READER if mine else n + 2, "other_id": n + 2 if mine else READER,
            "box": case((n % 2 == 0, "main"), else_="strangers"), "latest_id": n + 1, "unread_count": n % 3,
        })  # fmt: skip
    message = lambda n: {"text": name("嗯", n), "created_at": WHEN}  # noqa: E731
    rows(Message, 20_000, lambda n: {**message(n), "id": n + 1, "conversation_id": n + 1, "author_id": n + 2})
    rows(Message, 60_000, lambda n: {**message(n), "id": MANY + n, "conversation_id": BIG_TALK,
                                     "author_id": case((n % 2 == 0, READER), else_=STAR)})  # fmt: skip


def _choices(connection: Any) -> None:
    """What the picky one does not want to meet."""
    rows = Rows(connection)
    rows(MutedWord, 200, lambda n: {"id": n, "account_id": PICKY, "word": name("词", n), "key": name("词", n),
                                    "created_at": WHEN})  # fmt: skip
    rows(MutedTopic, 200, lambda n: {"account_id": PICKY, "topic_id": n + 3, "created_at": WHEN})
    rows(RepostMute, 500, lambda n: {"muter_id": PICKY, "muted_id": n + 5, "created_at": WHEN})
    rows(FeedSetting, 1, lambda n: {"account_id": PICKY, "hides_products": True})
