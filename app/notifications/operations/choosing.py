"""Saying what one wants to hear of."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import delete

from app.accounts.models import Account
from app.kernel.database import db
from app.kernel.errors import Refusal
from app.kernel.transactions import operation
from app.kernel.upserts import insert_missing
from app.notifications import rules
from app.notifications.models import CHOSEN_KINDS, SENDERS, NoticeSetting, ThreadMute
from app.posts.models import Post


class NotChosen(Refusal):
    """There is no such choice."""

    status = 422


@operation
def choose_senders(chosen: Mapping[str, str], *, by: Account) -> None:
    """Whose news an account wants, by kind; what the site itself says is always heard. Raises NotChosen."""
    if not set(chosen) <= set(CHOSEN_KINDS) or not set(chosen.values()) <= set(SENDERS):
        raise NotChosen(rules.UNKNOWN_CHOICE)
    mine = delete(NoticeSetting).where(NoticeSetting.account_id == by.id, NoticeSetting.kind.in_(list(chosen)))
    db.session.execute(mine.execution_options(synchronize_session=False))
    rows = [{"account_id": by.id, "kind": kind, "senders": who} for kind, who in chosen.items() if who != "all"]
    insert_missing(NoticeSetting, rows)


@operation
def mute_thread(post: Post, *, by: Account, now: datetime) -> None:
    """No more news about a post, its comments and its reposts; for a repost that is the tree it stands in."""
    insert_missing(ThreadMute, [{"account_id": by.id, "post_id": post.tree_id, "created_at": now}])


@operation
def hear_of_thread(post: Post, *, by: Account) -> None:
    """Hear of it again."""
    mine = delete(ThreadMute).where(ThreadMute.account_id == by.id, ThreadMute.post_id == post.tree_id)
    db.session.execute(mine.execution_options(synchronize_session=False))
