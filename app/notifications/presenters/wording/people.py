"""What people did, as it follows their names."""

from flask_babel import gettext as _

from app.notifications.models import Notice


def done(notice: Notice, *, is_own: bool) -> str:
    """`is_own`: the post it is about was written by whom it is told to."""
    in_comment = notice.comment_id is not None
    if notice.kind == "mention":
        return _("mentioned you in a comment") if in_comment else _("mentioned you")
    if notice.kind == "like":
        return _("liked your comment") if in_comment else _("liked your post")
    if notice.kind == "comment":
        return _("commented on your post") if is_own else _("answered you")
    return _("reposted you") if notice.kind == "repost" else _("followed you")
