"""Home and 广场."""

from dataclasses import dataclass

from flask import abort, jsonify, redirect, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Select

from app.accounts.models import Account
from app.kernel import rendering, security
from app.kernel.failures import login_manager
from app.kernel.pagination import Page, cursor_from
from app.kernel.viewer import viewer
from app.posts import queries as posts
from app.posts.models import Post
from app.relationships import queries as relationships
from app.timelines import presenters, queries
from app.timelines.routes.blueprint import answer, before, bp


@dataclass(frozen=True, slots=True)
class Choice:
    """Whose posts the home feed shows: of all (`among` None), or of some; `query` says so in addresses."""

    name: str = ""
    among: Select[int] | None = None
    query: str = ""


@bp.get("/")
@security.public
def home() -> ResponseReturnValue:
    """Whom I follow and myself, by time; `?feed=special`, `?feed=friends` and `?group=` keep to some of them.

    People who are not logged in are shown 广场.
    """
    me = viewer()
    if me is None:
        return redirect(url_for("timelines.public"))
    choice, unwanted = _chosen(me), queries.unwanted_by(me)
    page = queries.home_feed(me, before=before(), among=choice.among, unwanted=unwanted)
    return answer("timelines/home.html", page, choice=choice.name, feed_query=choice.query, is_narrowed=bool(unwanted))


@bp.get("/timeline/new")
@security.public
def news() -> ResponseReturnValue:
    """What has come since `?since=`, as a fragment, for the pill and for catching up; `?feed=public` for 广场."""
    page = _news()
    if page is None:
        return login_manager.unauthorized()
    feed = presenters.feed_page(page, viewer())
    body, status = rendering.fragment("timelines/_feed.html", feed=feed)
    return body, status, {"X-Newest-Id": feed.newest_id}


@bp.get("/timeline/new/ids")
@security.public
def news_ids() -> ResponseReturnValue:
    """Which posts have come: for pages that cannot tell by themselves what of the news their reader wants."""
    page = _news()
    if page is None:
        return login_manager.unauthorized()
    return jsonify(ids=[str(post.id) for post in page.items])


@bp.get("/public")
@security.public
def public() -> ResponseReturnValue:
    """广场: what everybody writes, by time."""
    unwanted = queries.unwanted_by(viewer())
    page = queries.public_feed(viewer(), before=before(), unwanted=unwanted)
    return answer("timelines/public.html", page, is_narrowed=bool(unwanted))


def _news() -> Page[Post] | None:
    me, since = viewer(), cursor_from(request.args.get("since")) or 0
    if request.args.get("feed") == "public":
        return queries.public_news(me, since=since)
    if request.args.get("feed") == "topic":
        topic = posts.topic_or_404(cursor_from(request.args.get("topic")) or 0)
        return queries.topic_news(topic, viewer=me, since=since)
    return None if me is None else queries.home_news(me, since=since, among=_chosen(me).among)


def _chosen(me: Account) -> Choice:
    if group_id := request.args.get("group"):
        group = relationships.group_or_404(cursor_from(group_id) or abort(404), me)
        return Choice(str(group.id), relationships.members_of(group.id), f"&group={group.id}")
    if request.args.get("feed") == "special":
        return Choice("special", relationships.specials_of(me.id), "&feed=special")
    if request.args.get("feed") == "friends":
        return Choice("friends", relationships.mutuals_of(me.id), "&feed=friends")
    return Choice()
