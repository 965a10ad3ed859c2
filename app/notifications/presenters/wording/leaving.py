"""What the site says about one's own data."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.notifications.presenters.wording.says import Data, Says


def _ready(_data: Data) -> str:
    return _("Your data is ready to be downloaded.")


def _kept(_data: Data) -> str:
    return _("The file is kept for 7 days, for you alone.")


SAYS = {"export_ready": Says(_ready, _kept, page="/settings/data", button=_l("Download"), icon="download")}
