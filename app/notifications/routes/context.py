"""What every page knows of the bell; asked of the database only by a page that shows it."""

from functools import cache

from werkzeug.local import LocalProxy

from app.kernel.viewer import viewer
from app.notifications import queries
from app.notifications.routes.blueprint import bp


@bp.app_context_processor
def show_on_every_page() -> dict[str, object]:
    """`unread_count` for the bell, `unread_counts` by kind, `muted_threads` for the menus of posts."""
    counts = cache(_unread_counts)
    return {
        "unread_count": LocalProxy(lambda: sum(counts().values())),
        "unread_counts": LocalProxy(counts),
        "muted_threads": LocalProxy(cache(_muted_threads)),
    }


def _unread_counts() -> dict[str, int]:
    me = viewer()
    return queries.unread_counts(me.id) if me else {}


def _muted_threads() -> frozenset[str]:
    """As text: that is how pages carry ids."""
    me = viewer()
    return frozenset(map(str, queries.threads_muted_by(me))) if me else frozenset()
