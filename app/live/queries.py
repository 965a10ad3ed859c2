"""Whom an open page listens to."""

from app.kernel.database import db
from app.relationships import queries as relationships


def audible_ids(account_id: int) -> set[int]:
    """The account itself and whom it follows, but for those it has muted."""
    muted = set(db.session.scalars(relationships.muted_by(account_id)))
    return {account_id, *relationships.followee_ids(account_id)} - muted
