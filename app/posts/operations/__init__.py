"""Writing posts: publishing, reposting, deleting."""

from app.posts.operations.deleting import (
    NotDeletable,
    NotRestorable,
    clear_away_files,
    delete,
    purge,
    restore,
)
from app.posts.operations.drafting import (
    NotKept,
    NotScheduled,
    clear_draft,
    discard_draft,
    keep_draft,
    publish_draft,
    publish_when_due,
    schedule,
    unschedule,
)
from app.posts.operations.editing import NotEditable, edit
from app.posts.operations.keeping import (
    NotChangeable,
    narrow,
    pin,
    refresh_preview,
    remove_preview,
    restrict,
    set_permissions,
    unpin,
)
from app.posts.operations.publishing import NotPublishable, publish, publish_writing
from app.posts.operations.reposting import NotRepostable, repost
from app.posts.operations.topics import (
    NotFollowed,
    NotTended,
    appoint_host,
    edit_lead,
    follow_topic,
    note_read,
    tend,
    unfollow_topic,
)
from app.posts.operations.voting import NotVotable, close_poll, vote

__all__ = [
    "NotChangeable",
    "NotDeletable",
    "NotEditable",
    "NotFollowed",
    "NotKept",
    "NotPublishable",
    "NotRepostable",
    "NotRestorable",
    "NotScheduled",
    "NotTended",
    "NotVotable",
    "appoint_host",
    "clear_away_files",
    "clear_draft",
    "close_poll",
    "delete",
    "discard_draft",
    "edit",
    "edit_lead",
    "follow_topic",
    "keep_draft",
    "narrow",
    "note_read",
    "pin",
    "publish",
    "publish_draft",
    "publish_when_due",
    "publish_writing",
    "purge",
    "refresh_preview",
    "remove_preview",
    "repost",
    "restore",
    "restrict",
    "schedule",
    "set_permissions",
    "tend",
    "unfollow_topic",
    "unpin",
    "unschedule",
    "vote",
]
