"""Home and 广场."""

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from app.kernel import rendering, security
from app.kernel.failures import login_manager
from app.kernel.pagination import cursor_from
from app.kernel.viewer import viewer
from app.timelines import presenters, queries
from app.timelines.routes.blueprint import answer, before, bp


@bp.get("/")
@security.public
def home() -> ResponseReturnValue:
    """Whom I follow and myself, by time; people who are not logged in are shown 广场."""
    me = viewer()
    if me is None:
        return redirect(url_for("timelines.public"))
    return answer("timelines/home.html", queries.home_feed(me, before=before()))


@bp.get("/timeline/new")
@security.public
def news() -> ResponseReturnValue:
    """What has come since `?since=`, as a fragment, for the pill and for catching up; `?feed=public` for 广场."""
    me, since = viewer(), cursor_from(request.args.get("since")) or 0
    if request.args.get("feed") == "public":
        page = queries.public_news(me, since=since)
    elif me is None:
        return login_manager.unauthorized()
    else:
        page = queries.home_news(me, since=since)
    feed = presenters.feed_page(page, me)
    body, status = rendering.fragment("timelines/_feed.html", feed=feed)
    return body, status, {"X-Newest-Id": feed.newest_id}


@bp.get("/public")
@security.public
def public() -> ResponseReturnValue:
    """广场: what everybody writes, by time."""
    return answer("timelines/public.html", queries.public_feed(viewer(), before=before()))
