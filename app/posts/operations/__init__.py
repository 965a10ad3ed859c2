"""Writing posts: publishing, reposting, deleting."""

from app.posts.operations.deleting import NotDeletable, clear_away_pictures, delete
from app.posts.operations.publishing import NotPublishable, publish
from app.posts.operations.reposting import NotRepostable, repost
from app.posts.operations.voting import NotVotable, close_poll, vote

__all__ = [
    "NotDeletable",
    "NotPublishable",
    "NotRepostable",
    "NotVotable",
    "clear_away_pictures",
    "close_poll",
    "delete",
    "publish",
    "repost",
    "vote",
]
