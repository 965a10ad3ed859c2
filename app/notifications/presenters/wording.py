"""What a notice says, in words."""

from flask_babel import gettext as _

from app.notifications.models import Notice


def said(notice: Notice, *, is_own: bool) -> str:
    """What people did, as it follows their names; or a whole sentence of the site itself.

    `is_own`: the post it is about was written by whom it is told to.
    """
    if notice.kind == "system":
        return _of_site(notice.code, is_own)
    in_comment = notice.comment_id is not None
    if notice.kind == "mention":
        return _("mentioned you in a comment") if in_comment else _("mentioned you")
    if notice.kind == "like":
        return _("liked your comment") if in_comment else _("liked your post")
    if notice.kind == "comment":
        return _("commented on your post") if is_own else _("answered you")
    return _("reposted you") if notice.kind == "repost" else _("followed you")


def _of_site(code: str, is_own: bool) -> str:
    if code == "poll_closed":
        return (
            _("Your poll is over. See how it came out.")
            if is_own
            else _("A poll you voted in is over. See how it came out.")
        )
    if code == "comment_chosen":
        return _("The author of this post has chosen your comment: everyone can see it now.")
    if code == "schedule_failed":
        return _("A scheduled post did not go out. It is kept with your drafts, with the reason.")
    return _("Welcome to Zhongcao. Follow a few people, and your home page comes alive.")
