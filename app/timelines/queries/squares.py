"""广场: what everybody writes."""

from sqlalchemy import Select

from app.accounts.models import Account
from app.kernel.pagination import Page
from app.posts import queries as posts
from app.posts.models import Post
from app.relationships import queries as relationships
from app.timelines.queries.catching_up import CATCH_UP, a_little_before
from app.timelines.queries.unwanted import unwanted_by, wanted_page
from app.timelines.rules import Unwanted


def public_feed(viewer: Account | None, *, before: int | None, unwanted: Unwanted | None = None) -> Page[Post]:
    """A page of 广场: original public posts of everyone, by time."""
    unwanted = unwanted_by(viewer) if unwanted is None else unwanted
    return wanted_page(_public(viewer), Post.id, viewer=viewer, before=before, unwanted=unwanted)


def public_news(viewer: Account | None, *, since: int) -> Page[Post]:
    """What is new on 广场 since the post `since`."""
    query = _public(viewer).where(Post.id > a_little_before(since), Post.id != since)
    return wanted_page(query, Post.id, viewer=viewer, before=None, unwanted=unwanted_by(viewer), size=CATCH_UP)


def _public(viewer: Account | None) -> Select[Post]:
    query = posts.visible_to(viewer).where(Post.parent_id.is_(None), Post.audience == "public")
    if viewer is not None:
        query = query.where(Post.author_id.not_in(relationships.muted_by(viewer.id)))
    return query
