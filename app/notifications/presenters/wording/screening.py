"""What the site says about limits, and about what waited for review."""

from datetime import datetime

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.kernel import formats
from app.notifications.presenters.wording.says import Data, Says
from app.screening import presenters as screening

_STATUS = "/account/status"


def _imposed(data: Data) -> str:
    label = str(screening.LABELS[data["limit"]])
    if not data["ends_at"]:
        return _("A limit was put on your account: %(limit)s.", limit=label)
    until = formats.full_time(datetime.fromisoformat(data["ends_at"]))
    return _("A limit was put on your account until %(time)s: %(limit)s.", limit=label, time=until)


def _why(data: Data) -> str:
    effect = str(screening.EFFECTS[data["limit"]])
    return _("Reason: %(reason)s", reason=data["words"]) + " " + effect if data["words"] else effect


SAYS: dict[str, Says] = {
    "limit_imposed": Says(_imposed, _why, page=_STATUS, button=_l("Account status"), icon="shield-alert"),
    "limit_lifted": Says(
        lambda data: _(
            "A limit on your account was lifted: %(limit)s no longer holds.",
            limit=str(screening.LABELS[data["limit"]]),
        ),
        page=_STATUS,
        icon="shield-check",
    ),
    "limit_ended": Says(
        lambda data: _(
            "A limit on your account has ended: %(limit)s no longer holds.",
            limit=str(screening.LABELS[data["limit"]]),
        ),
        page=_STATUS,
        icon="shield-check",
    ),
}
