"""Who is meant by `@name`, and what else in a text has an address."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, false, func, literal, or_, select

from app.accounts.models import Account
from app.kernel import ids
from app.kernel.database import db
from app.kernel.text import Token, tokens
from app.posts.models import Post, PostMention
from app.products import queries as products
from app.products.models import Link
from app.relationships import queries as relationships
from app.relationships.models import Follow

Entity = dict[str, Any]


@dataclass(frozen=True, slots=True)
class TextReading:
    """What stands in a text: its tokens as they are stored, whom it names, which topics, known links, addresses.

    `strangers`: if it was asked for, how many people who do not follow the author she has named of late, these too.
    """

    entities: list[Entity]
    mentioned: set[int]
    topics: list[str]
    links: list[Link]
    urls: list[str]
    strangers: int = 0


def read_text(text: str, *, by: Account, strangers_since: datetime | None = None) -> TextReading:
    """Read a text with at most two statements, and none for plain words.

    A name that nobody has, or of someone who shall not hear from the author, stays plain words.
    """
    found = list(tokens(text))
    people, strangers = _people({token.value for token in found if token.kind == "mention"}, strangers_since, by=by)
    urls = list(dict.fromkeys(token.value for token in found if token.kind == "link"))
    links = products.links_for(urls) if urls else {}
    entities = [entity for token in found if (entity := _entity(token, people, links))]
    return TextReading(
        entities=entities,
        mentioned={entity["id"] for entity in entities if entity["kind"] == "mention"},
        topics=[token.value for token in found if token.kind == "topic"],
        links=list(links.values()),
        urls=urls,
        strangers=strangers,
    )


def _people(names: set[str], strangers_since: datetime | None, *, by: Account) -> tuple[dict[str, int], int]:
    """Account ids by name; and, counted along, the strangers among them and those named since a moment."""
    if not names:
        return {}, 0
    keys = {name.casefold() for name in names}
    new, earlier = _strangers(strangers_since, by=by)
    query = (
        select(Account.id, Account.handle_key, Account.nickname_key, new.label("is_new"), earlier.label("earlier"))
        .where(or_(Account.handle_key.in_(keys), Account.nickname_key.in_(keys)))
        .where(Account.id.not_in(relationships.unseen_by(by.id)))
    )
    found = db.session.execute(query).all()
    # Handles and nicknames are one space; should they ever meet, the handle comes first, as in accounts.queries.
    people = {row.nickname_key: row.id for row in found} | {row.handle_key: row.id for row in found}
    return people, sum(row.is_new for row in found) + max((row.earlier for row in found), default=0)


def _strangers(since: datetime | None, *, by: Account) -> tuple[ColumnElement[bool], ColumnElement[int]]:
    """Whether an account is a stranger whom `by` has not named since then; and how many she has."""
    if since is None:
        return false(), literal(0)
    named = (
        select(PostMention.account_id)
        .join(Post, Post.id == PostMention.post_id)
        .where(Post.author_id == by.id, Post.id >= ids.floor_id(since))
    )
    fans = select(Follow.follower_id).where(Follow.followee_id == by.id)
    strangers = named.where(PostMention.account_id.not_in(fans)).distinct().subquery()
    earlier = select(func.count()).select_from(strangers).scalar_subquery()
    return and_(Account.id.not_in(fans), Account.id.not_in(named)), earlier


def _entity(token: Token, people: dict[str, int], links: dict[str, Link]) -> Entity | None:
    entity: Entity = {"kind": token.kind, "start": token.start, "end": token.end, "value": token.value}
    if token.kind == "mention":
        if (identity := people.get(token.value.casefold())) is None:
            return None
        entity["id"] = identity
    elif token.kind == "link" and token.value in links:
        entity["id"] = links[token.value].id
    return entity
