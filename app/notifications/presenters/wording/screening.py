"""What the site says about limits, and about what waited for review."""

from datetime import datetime

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.kernel import formats
from app.notifications.presenters.wording.says import Data, Says
from app.screening import presenters as screening

_STATUS = "/account/status"
_WAITING = "/drafts?tab=review"


def _imposed(data: Data) -> str:
    label = str(screening.LABELS[data["limit"]])
    if not data["ends_at"]:
        return _("A limit was put on your account: %(limit)s.", limit=label)
    until = formats.full_time(datetime.fromisoformat(data["ends_at"]))
    return _("A limit was put on your account until %(time)s: %(limit)s.", limit=label, time=until)


def _why(data: Data) -> str:
    effect = str(screening.EFFECTS[data["limit"]])
    return _("Reason: %(reason)s", reason=data["words"]) + " " + effect if data["words"] else effect


def _released(data: Data) -> str:
    if data["kind"] == "profile":
        return _("Your profile has been reviewed; what you changed is shown now.")
    if data["kind"] == "message":
        return _("A message of yours has been reviewed and is sent.")
    if data["kind"] == "comment":
        return _("A comment of yours has been reviewed and is out.")
    return _("A post of yours has been reviewed and is out.")


def _refused(data: Data) -> str:
    if data["kind"] == "profile":
        return _("What you changed in your profile was not let out.")
    if data["kind"] == "message":
        return _("A message of yours was not let out.")
    if data["kind"] == "comment":
        return _("A comment of yours was not let out.")
    return _("A post of yours was not let out.")


def _reason(data: Data) -> str:
    return _("Reason: %(reason)s", reason=data["reason"]) if data["reason"] else ""


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
    "item_released": Says(_released, page="{page}", button=_l("Have a look"), icon="shield-check"),
    "item_refused": Says(_refused, _reason, page=_WAITING, button=_l("See what waits"), icon="shield-x"),
    "item_failed": Says(
        lambda _data: _("Something of yours was let out by a reviewer, but could not be done any more."),
        _reason,
        page=_WAITING,
        button=_l("See what waits"),
        icon="circle-alert",
    ),
    "schedule_held": Says(
        lambda _data: _("The time of a scheduled post has come; it waits for a reviewer and then goes out by itself."),
        page=_WAITING,
        button=_l("See what waits"),
        icon="hourglass",
    ),
}
