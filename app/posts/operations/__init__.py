"""Writing posts: publishing, reposting, deleting."""

from app.posts.operations.deleting import NotDeletable, clear_away_pictures, delete
from app.posts.operations.publishing import NotPublishable, publish
from app.posts.operations.reposting import NotRepostable, repost

__all__ = [
    "NotDeletable",
    "NotPublishable",
    "NotRepostable",
    "clear_away_pictures",
    "delete",
    "publish",
    "repost",
]
