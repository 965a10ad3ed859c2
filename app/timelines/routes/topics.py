"""The page of a topic."""

from flask.typing import ResponseReturnValue

from app.kernel import security
from app.kernel.pagination import Page
from app.kernel.viewer import viewer
from app.posts import queries as posts
from app.posts.models import Post
from app.timelines import presenters, queries
from app.timelines.routes.blueprint import answer, before, bp


@bp.get("/topic/<name>")
@security.public
def topic(name: str) -> ResponseReturnValue:
    """What is said under a topic; one that nobody has used yet is an invitation."""
    found = posts.topic_or_none(name)
    page: Page[Post] = (
        queries.topic_feed(found, viewer=viewer(), before=before()) if found else Page(items=[], next_cursor=None)
    )
    return answer("timelines/topic.html", page, topic=presenters.topic_view(found, name))
