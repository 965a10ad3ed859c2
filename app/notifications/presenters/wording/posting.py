"""What the site says about posts, comments and the very first day."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.notifications.presenters.wording.says import Data, Says


def _poll_closed(data: Data) -> str:
    if data["is_own"]:
        return _("Your poll is over. See how it came out.")
    return _("A poll you voted in is over. See how it came out.")


SAYS: dict[str, Says] = {
    "welcome": Says(
        lambda _data: _("Welcome to Zhongcao. Follow a few people, and your home page comes alive."),
        page="/public",
        button=_l("Look around the square"),
    ),
    "schedule_failed": Says(
        lambda _data: _("A scheduled post did not go out. It is kept with your drafts, with the reason."),
        page="/drafts?tab=scheduled",
        button=_l("Go to scheduled posts"),
    ),
    "poll_closed": Says(_poll_closed),
    "comment_chosen": Says(
        lambda _data: _("The author of this post has chosen your comment: everyone can see it now.")
    ),
}
