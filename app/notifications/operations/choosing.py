"""Saying what one wants to hear of."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import delete

from app.accounts.models import Account
from app.kernel import ids
from app.kernel.database import db
from app.kernel.errors import Refusal
from app.kernel.transactions import locked, operation
from app.kernel.upserts import insert_missing
from app.notifications import rules
from app.notifications.models import CHOSEN_KINDS, RHYTHMS, SENDERS, Digest, NoticeSetting, ThreadMute
from app.posts.models import Post


class NotChosen(Refusal):
    """There is no such choice."""

    status = 422


@operation
def choose(*, senders: Mapping[str, str], rhythm: str | None, by: Account, now: datetime) -> None:
    """Both of the choices below in one act; rhythm None leaves that as it is. Raises NotChosen."""
    choose_senders(senders, by=by)
    if rhythm is not None:
        choose_rhythm(rhythm, by=by, now=now)


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
def choose_rhythm(rhythm: str, *, by: Account, now: datetime) -> None:
    """How often an account gets its unread notices by e-mail, from the next morning on. Raises NotChosen.

    The first letter tells of nothing that came before it was wished for.
    """
    if rhythm not in RHYTHMS:
        raise NotChosen(rules.UNKNOWN_CHOICE)
    insert_missing(Digest, [{"account_id": by.id, "rhythm": "off", "sent_up_to": 0}])
    chosen = locked(db.session.get_one(Digest, by.id))
    if chosen.rhythm == "off":
        chosen.sent_up_to = ids.floor_id(now)
    if chosen.rhythm != rhythm:
        chosen.rhythm, chosen.next_at = rhythm, rules.next_digest(rhythm, now)


@operation
def mute_thread(post: Post, *, by: Account, now: datetime) -> None:
    """No more news about a post, its comments and its reposts; for a repost that is the tree it stands in."""
    insert_missing(ThreadMute, [{"account_id": by.id, "post_id": post.tree_id, "created_at": now}])


@operation
def hear_of_thread(post: Post, *, by: Account) -> None:
    """Hear of it again."""
    mine = delete(ThreadMute).where(ThreadMute.account_id == by.id, ThreadMute.post_id == post.tree_id)
    db.session.execute(mine.execution_options(synchronize_session=False))
