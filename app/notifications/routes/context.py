"""What every page knows of the bell; asked of the database only by a page that shows it."""

from functools import cache

from werkzeug.local import LocalProxy

from app.kernel.viewer import viewer
from app.notifications import queries
from app.notifications.routes.blueprint import bp


@bp.app_context_processor
def show_on_every_page() -> dict[str, object]:
    """`unread_count` for the bell, `unread_counts` by kind, `muted_threads` for the menus of posts."""
    known = cache(_unread_and_muted)
    return {
        "unread_count": LocalProxy(lambda: sum(known()[0].values())),
        "unread_counts": LocalProxy(lambda: known()[0]),
        "muted_threads": LocalProxy(lambda: known()[1]),
    }


def _unread_and_muted() -> tuple[dict[str, int], frozenset[str]]:
    """At once; ids as text: that is how pages carry them."""
    me = viewer()
    if me is None:
        return {}, frozenset()
    counts, muted = queries.unread_and_muted(me.id)
    return counts, frozenset(map(str, muted))
