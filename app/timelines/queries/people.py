"""People whom a reader might like."""

from datetime import datetime

from sqlalchemy import exists, select

from app.accounts.models import Account
from app.kernel.database import db
from app.relationships import queries as relationships
from app.relationships.models import Follow
from app.screening import queries as screening


def worth_following(viewer: Account, *, limit: int, now: datetime) -> list[tuple[Account, bool]]:
    """The most followed accounts that the viewer neither follows nor blocks nor mutes; and whether they follow her."""
    follows_her = exists().where(Follow.follower_id == Account.id, Follow.followee_id == viewer.id)
    worth = (
        select(Account.id)
        .where(
            Account.id != viewer.id,
            Account.post_count > 0,
            Account.id.not_in(relationships.followees_of(viewer.id)),
            Account.id.not_in(relationships.unseen_by(viewer.id)),
            Account.id.not_in(relationships.muted_by(viewer.id)),
            Account.id.not_in(screening.limited("no_search", now)),
        )
        .order_by(Account.follower_count.desc(), Account.id)
        .limit(limit)
        .subquery()
    )
    query = select(Account, follows_her).join(worth, worth.c.id == Account.id)
    query = query.order_by(Account.follower_count.desc(), Account.id)
    return [(account, bool(follows)) for account, follows in db.session.execute(query)]
