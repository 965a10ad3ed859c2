"""Home feeds: of everyone whom a reader follows, or of some of them."""

from sqlalchemy import Select, or_, select

from app.accounts.models import Account
from app.kernel.database import db
from app.kernel.pagination import Page
from app.posts import queries as posts
from app.posts.models import Post
from app.relationships import queries as relationships
from app.timelines.models import HomeEntry
from app.timelines.queries.catching_up import CATCH_UP, a_little_before
from app.timelines.queries.unwanted import unwanted_by, wanted_page
from app.timelines.rules import Unwanted


def home_feed(
    viewer: Account, *, before: int | None, among: Select[int] | None = None, unwanted: Unwanted | None = None
) -> Page[Post]:
    """A page of the home feed: whom the viewer follows and herself, by time; `among` keeps to some she follows."""
    unwanted = unwanted_by(viewer) if unwanted is None else unwanted
    return wanted_page(_home(viewer, among), HomeEntry.post_id, viewer=viewer, before=before, unwanted=unwanted)


def home_news(viewer: Account, *, since: int, among: Select[int] | None = None) -> Page[Post]:
    """What has come into the home feed since the post `since`, at most CATCH_UP; may repeat what is just older."""
    query = _home(viewer, among).where(HomeEntry.post_id > a_little_before(since), HomeEntry.post_id != since)
    unwanted = unwanted_by(viewer)
    return wanted_page(query, HomeEntry.post_id, viewer=viewer, before=None, unwanted=unwanted, size=CATCH_UP)


def account_ids_with(post_id: int) -> list[int]:
    """Whose home feeds hold the post."""
    return list(db.session.scalars(select(HomeEntry.account_id).where(HomeEntry.post_id == post_id)))


def _home(viewer: Account, among: Select[int] | None) -> Select[Post]:
    """`among` are people whom the viewer follows: groups, special ones and friends hold nobody else."""
    if among is None:
        followees = relationships.followees_of(viewer.id)
        wanted = or_(HomeEntry.author_id == viewer.id, HomeEntry.author_id.in_(followees))
    else:
        # Named one by one: the database knows how much each of them writes, and takes the shorter way.
        wanted = HomeEntry.author_id.in_(db.session.scalars(among).all())
    return (
        posts.visible_to(viewer)
        .join(HomeEntry, HomeEntry.post_id == Post.id)
        .where(
            HomeEntry.account_id == viewer.id,
            wanted,
            HomeEntry.author_id.not_in(relationships.muted_by(viewer.id)),
        )
    )
