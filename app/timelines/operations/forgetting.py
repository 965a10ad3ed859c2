"""Letting go of the feeds, and of what was unwanted in them, of somebody who has closed her account."""

from sqlalchemy import delete, select

from app.kernel.database import db
from app.kernel.transactions import operation
from app.timelines.models import FeedSetting, HomeEntry, MutedTopic, MutedWord

AT_ONCE = 1000


@operation
def forget(account_id: int) -> bool:
    """Remove some of it; whether there may be more. Again it finds nothing. Places of her posts go with the posts."""
    some = select(HomeEntry.post_id).where(HomeEntry.account_id == account_id).limit(AT_ONCE)
    entries = delete(HomeEntry).where(HomeEntry.account_id == account_id, HomeEntry.post_id.in_(some))
    gone = db.session.scalars(entries.returning(HomeEntry.post_id).execution_options(synchronize_session=False)).all()
    for model in (MutedWord, MutedTopic, FeedSetting):
        db.session.execute(delete(model).where(model.account_id == account_id))
    return bool(gone)
