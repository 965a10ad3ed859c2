"""The pages that are feeds."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.accounts import presenters as accounts_views
from app.accounts import queries as accounts
from app.engagement import presenters as engagement
from app.kernel import clock, rendering, security
from app.kernel.failures import login_manager
from app.kernel.pagination import Page, cursor_from
from app.kernel.viewer import viewer
from app.posts import queries as posts
from app.posts.models import Post
from app.relationships import presenters as relations
from app.timelines import presenters, queries

bp = Blueprint("timelines", __name__)
TABS = ("all", "original", "images")


@bp.app_context_processor
def beside_the_page() -> dict[str, presenters.Rail]:
    """`rail` for every page; it asks for nothing until a template shows it."""
    return {"rail": presenters.Rail(viewer(), now=clock.now())}


@bp.get("/")
@security.public
def home() -> ResponseReturnValue:
    """Whom I follow and myself, by time; people who are not logged in are shown 广场."""
    me = viewer()
    if me is None:
        return redirect(url_for("timelines.public"))
    return _answer("timelines/home.html", queries.home_feed(me, before=_before()))


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
    return _answer("timelines/public.html", queries.public_feed(viewer(), before=_before()))


@bp.get("/u/<int:account_id>")
@security.public
def profile(account_id: int) -> ResponseReturnValue:
    """An account's page: who it is and what it wrote; `?tab=` all, original or images."""
    account = accounts.account_or_404(account_id)
    relation = relations.relation_views(viewer(), [account.id])[account.id]
    if relation.is_blocked:
        abort(404)
    tab = request.args.get("tab", "all")
    tab = tab if tab in TABS else "all"
    page = queries.profile_feed(account, viewer=viewer(), tab=tab, before=_before())
    return _answer(
        "timelines/profile.html",
        page,
        account=accounts_views.account_view(account),
        banner_url=accounts_views.banner_url(account),
        relation=relation,
        tab=tab,
    )


@bp.get("/@<handle>")
@security.public
def profile_by_handle(handle: str) -> ResponseReturnValue:
    """The address that people tell each other leads to the account's page."""
    account = accounts.accounts_named([handle]).get(handle.casefold())
    if account is None:
        abort(404)
    return redirect(url_for("timelines.profile", account_id=account.id))


@bp.get("/topic/<name>")
@security.public
def topic(name: str) -> ResponseReturnValue:
    """What is said under a topic; one that nobody has used yet is an invitation."""
    found = posts.topic_or_none(name)
    page: Page[Post] = (
        queries.topic_feed(found, viewer=viewer(), before=_before()) if found else Page(items=[], next_cursor=None)
    )
    return _answer("timelines/topic.html", page, topic=presenters.topic_view(found, name))


@bp.get("/p/<int:product_id>")
@security.public
def product(product_id: int) -> ResponseReturnValue:
    """What people say about a product, under its card and the prices seen."""
    view = engagement.product_view(product_id, viewer=viewer())
    if view is None:
        abort(404)
    page = queries.product_feed(product_id, viewer=viewer(), before=_before())
    return _answer("timelines/product.html", page, product=view)


def _before() -> int | None:
    return cursor_from(request.args.get("before"))


def _answer(template: str, page: Page[Post], **values: object) -> ResponseReturnValue:
    feed = presenters.feed_page(page, viewer())
    if rendering.wants_fragment():
        return rendering.fragment("timelines/_feed.html", feed=feed)
    return render_template(template, feed=feed, **values)
