"""What a reader does not want to meet: her lists, and feeds without it. Applied when a feed is read, never before."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, literal, null, or_, select, union_all
from sqlalchemy.orm import InstrumentedAttribute, aliased, joinedload

from app.accounts.models import Account
from app.kernel import cache
from app.kernel.database import db
from app.kernel.pagination import PAGE, Page, newest_first
from app.posts.models import PollOption, Post, PostProduct, PostTopic
from app.relationships import queries as relationships
from app.relationships.models import RepostMute
from app.timelines.models import FeedSetting, MutedTopic, MutedWord
from app.timelines.rules import Unwanted, names_any

_AT_ONCE = 60
_ROUNDS = 4


def unwanted_by(viewer: Account | None) -> Unwanted:
    """What the viewer has chosen to leave out of her feeds, in one statement at most."""
    return Unwanted() if viewer is None else cache.own(viewer.id, "unwanted", lambda: _unwanted_by(viewer))


def _unwanted_by(viewer: Account) -> Unwanted:
    one = literal(1)
    rows = union_all(
        select(literal("word"), MutedWord.key).where(MutedWord.account_id == viewer.id),
        select(literal("topics"), literal("")).where(exists(one).where(MutedTopic.account_id == viewer.id)),
        select(literal("reposts"), literal("")).where(exists(one).where(RepostMute.muter_id == viewer.id)),
        select(literal("products"), literal("")).where(FeedSetting.account_id == viewer.id, FeedSetting.hides_products),
    )
    found = [(kind, key) for kind, key in db.session.execute(rows)]
    kinds = {kind for kind, _ in found}
    return Unwanted(
        words=tuple(key for kind, key in found if kind == "word"),
        topics="topics" in kinds,
        reposts="reposts" in kinds,
        products="products" in kinds,
    )


def wanted_page(
    query: Select[Any],
    by: InstrumentedAttribute[int],
    *,
    viewer: Account | None,
    before: int | None,
    unwanted: Unwanted,
    size: int = PAGE,
) -> Page[Post]:
    """One page of a feed of posts in falling order of `by` (the post's id), without what the viewer does not want.

    Her own posts always stay. With many unwanted posts in a row a page may be short and still go on.
    """
    if viewer is not None and (unwanted.topics or unwanted.reposts or unwanted.products):
        query = query.where(or_(Post.author_id == viewer.id, and_(*_conditions(viewer, unwanted))))
    if viewer is None or not unwanted.words:
        return newest_first(query, by, before=before, size=size, read_as=Post.id)
    return _page_without_words(query, by, viewer, before, unwanted.words, size)


def muted_words_of(account: Account) -> Sequence[MutedWord]:
    """The account's list of words (rules.WORDS_MAX at most), the newest first."""
    query = select(MutedWord).where(MutedWord.account_id == account.id).order_by(MutedWord.id.desc())
    return db.session.scalars(query).all()


def muted_topics_of(account: Account) -> Sequence[MutedTopic]:
    """The account's list of topics (rules.TOPICS_MAX at most), the newest first."""
    query = select(MutedTopic).where(MutedTopic.account_id == account.id).options(joinedload(MutedTopic.topic))
    return db.session.scalars(query.order_by(MutedTopic.created_at.desc(), MutedTopic.topic_id)).all()


def hides_products(account: Account) -> bool:
    """Whether the account has chosen 不看商品微博."""
    setting = db.session.get(FeedSetting, account.id)
    return setting is not None and setting.hides_products


def _conditions(viewer: Account, unwanted: Unwanted) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if unwanted.reposts:
        muted = relationships.reposts_muted_by(viewer.id)
        conditions.append(or_(Post.parent_id.is_(None), Post.author_id.not_in(muted)))
    if unwanted.topics:
        muted = select(MutedTopic.topic_id).where(MutedTopic.account_id == viewer.id)
        carried = (PostTopic.post_id.in_([Post.id, Post.root_id]), PostTopic.topic_id.in_(muted))
        conditions.append(_is_none(*carried))
    if unwanted.products:
        root_id = func.coalesce(Post.root_id, Post.id)
        conditions.append(_is_none(PostProduct.post_id == root_id))
        conditions.append(_is_none(PollOption.post_id == root_id, PollOption.product_id.is_not(None)))
    return conditions


def _is_none(*where: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether there is no such row: looked up for each post, where NOT EXISTS would have the whole table read first.

    Said with <>, of which PostgreSQL expects that it is mostly true; of IS NULL it expects the opposite.
    """
    found = select(literal(1)).where(*where).limit(1).correlate(Post).scalar_subquery()
    return func.coalesce(found, 0) != 1


def _page_without_words(
    query: Select[Any],
    by: InstrumentedAttribute[int],
    viewer: Account,
    before: int | None,
    words: Sequence[str],
    size: int,
) -> Page[Post]:
    root = aliased(Post)
    root_text = case((root.deleted_at.is_(None), root.text), else_=null())
    query = query.outerjoin(root, root.id == Post.root_id).add_columns(root_text).order_by(by.desc()).limit(_AT_ONCE)
    kept: list[Post] = []
    for _ in range(_ROUNDS):
        rows = db.session.execute(query if before is None else query.where(by < before, Post.id < before)).all()
        for post, quoted in rows:
            if post.author_id != viewer.id and names_any(words, post.text, quoted):
                continue
            if len(kept) == size:
                return Page(kept, str(kept[-1].id))
            kept.append(post)
        if len(rows) < _AT_ONCE:
            return Page(kept, None)
        before = rows[-1][0].id
    return Page(kept, str(before))
