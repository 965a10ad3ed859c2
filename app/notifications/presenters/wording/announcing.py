"""What the site tells everybody."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.notifications.presenters.wording.says import Says

SAYS: dict[str, Says] = {
    "charter_published": Says(
        lambda _data: _("The community rules have changed. See what is new."),
        page="/rules/{version}",
        button=_l("Read the rules"),
        icon="book-open",
    ),
    "post_labelled": Says(
        lambda _data: _("The moderators have added the label 「Ad」 to your post: it lets people buy, or was paid for.")
    ),
    "topic_withheld": Says(
        lambda data: _("Your topic #%(name)s# stands in no list for now. Its page says why.", name=data["topic"]),
        page="/topic/{topic}",
        button=_l("See the topic"),
        icon="hash",
    ),
    "topic_shown": Says(
        lambda data: _("Your topic #%(name)s# is shown in lists again.", name=data["topic"]),
        page="/topic/{topic}",
        button=_l("See the topic"),
        icon="hash",
    ),
}
