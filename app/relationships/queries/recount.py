"""Whether the counters of fans and followed people agree with the rows they count."""

from sqlalchemy import func, select

from app.accounts.models import Account
from app.kernel.recounting import Miscount, differences
from app.relationships.models import Follow


def miscounts() -> list[Miscount]:
    """Every counter of this domain that is wrong; an empty list is the only good answer."""
    return [
        miscount
        for column, end in (("follower_count", Follow.followee_id), ("following_count", Follow.follower_id))
        for miscount in differences(
            Account, column, select(func.count()).where(end == Account.id).correlate(Account).scalar_subquery()
        )
    ]
