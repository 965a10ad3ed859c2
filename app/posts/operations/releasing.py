"""Doing what a reviewer has let out, under its author's name and as of now."""

from collections.abc import Callable
from datetime import datetime

from werkzeug.exceptions import NotFound

from app.accounts import queries as accounts
from app.accounts.models import Account
from app.kernel.database import db
from app.kernel.errors import Refusal
from app.kernel.transactions import operation
from app.posts import queries, rules
from app.posts.models import Writing
from app.posts.operations.editing import edit_at_once
from app.posts.operations.publishing import publish_at_once
from app.posts.operations.reposting import Repost, repost_at_once
from app.screening import operations as screening
from app.screening.models import ReviewItem


@operation
def carry_out(item: ReviewItem, *, now: datetime) -> None:
    """Publish, repost or edit; what cannot be done any more is noted with the reason, and nothing of it stays."""
    author = accounts.account_or_none(item.account_id)
    if author is None:
        return
    try:
        with db.session.begin_nested():
            screening.settle(item, result_id=_ACTS[item.kind](item, author, now))
    except Refusal as refusal:
        screening.fail(item, refusal=refusal, language=author.language)
    except NotFound:
        screening.fail(item, refusal=Refusal(rules.NOT_VISIBLE), language=author.language)


def _publish(item: ReviewItem, by: Account, now: datetime) -> int:
    return publish_at_once(Writing.from_json(item.payload), by=by, now=now, client_key=item.client_key).id


def _repost(item: ReviewItem, by: Account, now: datetime) -> int:
    return repost_at_once(Repost.from_json(item.payload), by=by, now=now, client_key=item.client_key).id


def _edit(item: ReviewItem, by: Account, now: datetime) -> int:
    post = queries.stored_post_or_404(item.payload["post_id"])
    said = {int(image_id): alt for image_id, alt in item.payload["said"]}
    edit_at_once(post, by=by, text=item.payload["text"], said=said, now=now)
    return post.id


_ACTS: dict[str, Callable[[ReviewItem, Account, datetime], int]] = {"post": _publish, "repost": _repost, "edit": _edit}
