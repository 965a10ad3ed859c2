"""Lists of posts and people that engagement shows."""

from sqlalchemy.orm import undefer

from app.accounts.models import Account
from app.engagement import queries
from app.engagement.presenters.marking import post_views
from app.engagement.presenters.views import PostPage
from app.kernel.pagination import Page, cursor_from, highest_first, mapped, newest_first
from app.posts import queries as posts
from app.posts.models import Post
from app.relationships.presenters import PersonView, person_views

REPOST_SORTS = ("hot", "new", "followed")


def repost_page(post: Post, *, viewer: Account | None, before: str | None, sort: str = "hot") -> tuple[PostPage, str]:
    """A page of the reposts of a post: the warmest first, the newest first, or those of people whom the viewer follows.

    Below a root the whole tree, below a repost what hangs on it directly. Answers the sort that it is, too.
    """
    if sort not in REPOST_SORTS or (sort == "followed" and viewer is None):
        sort = REPOST_SORTS[0]
    if sort == "followed" and viewer is not None:
        known = posts.reposts_by_followed(post, viewer=viewer)
        page = newest_first(known, Post.id, before=cursor_from(before), sparse=True)
    elif sort == "new":
        page = newest_first(posts.reposts_of(post, viewer=viewer), Post.id, before=cursor_from(before))
    else:
        warm = posts.reposts_of(post, viewer=viewer).options(undefer(Post.heat))
        page = highest_first(warm, Post.heat, Post.id, before=before)
    newest = str(page.items[0].id) if page.items else "0"
    return PostPage(post_views(page.items, viewer=viewer), page.next_cursor, newest), sort


def favourite_page(account: Account, *, before: int | None) -> PostPage:
    """A page of what an account keeps, newest first; deleted posts are shown as tombstones, to be let go."""
    page = queries.favourites_of(account, before=before)
    kept = queries.posts_kept(page.items, viewer=account)
    return PostPage(post_views(kept, viewer=account), page.next_cursor)


def liker_page(post: Post, *, viewer: Account | None, before: int | None) -> Page[PersonView]:
    """A page of those who like a post, with the viewer's relation to each."""
    page = queries.likers_of(post, viewer=viewer, before=before)
    return mapped(page, lambda likes: person_views([like.account for like in likes], viewer))
