"""What all pages that are feeds share."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from app.kernel import clock, rendering
from app.kernel.pagination import Page, cursor_from
from app.kernel.viewer import viewer
from app.posts.models import Post
from app.timelines import presenters

bp = Blueprint("timelines", __name__)


@bp.app_context_processor
def beside_the_page() -> dict[str, presenters.Rail]:
    """`rail` for every page; it asks for nothing until a template shows it."""
    return {"rail": presenters.Rail(viewer(), now=clock.now())}


def before() -> int | None:
    """Where the page of a feed begins."""
    return cursor_from(request.args.get("before"))


def answer(template: str, page: Page[Post], *, is_narrowed: bool = False, **values: object) -> ResponseReturnValue:
    """A feed as its page, or as the fragment that carries it on."""
    feed = presenters.feed_page(page, viewer(), is_narrowed=is_narrowed)
    if rendering.wants_fragment():
        return rendering.fragment("timelines/_feed.html", feed=feed)
    return render_template(template, feed=feed, **values)
