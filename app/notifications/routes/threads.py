"""Whether the news about a post reaches the viewer."""

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import login_required

from app.kernel import clock, rendering
from app.kernel.viewer import viewer
from app.notifications import operations
from app.notifications.routes.blueprint import bp
from app.posts import queries as posts


@bp.post("/posts/<int:post_id>/notices")
@login_required
def thread_notices_create(post_id: int) -> ResponseReturnValue:
    """Hear of a post, its comments and its reposts again."""
    me = viewer()
    operations.hear_of_thread(posts.post_or_404(post_id, viewer=me), by=me)
    return _answer(True, _("You will hear of this post again."))


@bp.delete("/posts/<int:post_id>/notices")
@login_required
def thread_notices_delete(post_id: int) -> ResponseReturnValue:
    """No more news of a post, its comments and its reposts."""
    me = viewer()
    operations.mute_thread(posts.post_or_404(post_id, viewer=me), by=me, now=clock.now())
    return _answer(False, _("You will not be told what happens to this post any more."))


def _answer(is_heard: bool, message: str) -> ResponseReturnValue:
    if rendering.wants_fragment() or rendering.wants_json():
        return {"active": is_heard, "message": message}
    return rendering.done(message)
