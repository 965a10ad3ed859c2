"""People whom a reader might like."""

from sqlalchemy import select

from app.accounts.models import Account
from app.kernel.database import db
from app.relationships import queries as relationships


def worth_following(viewer: Account, *, limit: int) -> list[Account]:
    """The most followed accounts that the viewer neither follows nor blocks nor mutes."""
    query = (
        select(Account)
        .where(
            Account.id != viewer.id,
            Account.post_count > 0,
            Account.id.not_in(relationships.followees_of(viewer.id)),
            Account.id.not_in(relationships.blocked_by_or_blocking(viewer.id)),
            Account.id.not_in(relationships.muted_by(viewer.id)),
        )
        .order_by(Account.follower_count.desc(), Account.id)
        .limit(limit)
    )
    return list(db.session.scalars(query))
