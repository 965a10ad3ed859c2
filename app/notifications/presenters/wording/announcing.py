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
}
