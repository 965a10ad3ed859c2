"""What the site says about reports, decisions, appeals and proposals."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.moderation.rules import label_of
from app.notifications.presenters.wording.says import Data, Says

_ABOUT = {
    "post": _l("a post of yours"),
    "comment": _l("a comment of yours"),
    "message": _l("a message of yours"),
    "account": _l("your profile"),
}
_REPORTED = {
    "post": _l("a post"),
    "comment": _l("a comment"),
    "account": _l("an account"),
    "message": _l("a message"),
    "product": _l("a product"),
    "topic": _l("a topic"),
}


def _report_decided(data: Data) -> str:
    thing = str(_REPORTED[data["subject"]])
    if data["result"] == "dismiss":
        return _("You reported %(thing)s. We have looked at it and found nothing against the rules.", thing=thing)
    if data["result"] == "take_down":
        return _("You reported %(thing)s. It broke the rules and was taken down. Thank you.", thing=thing)
    return _("You reported %(thing)s. It broke the rules, and we have acted. Thank you.", thing=thing)


def _decision_made(data: Data) -> str:
    thing = str(_ABOUT.get(data["subject"], _ABOUT["account"]))
    return {
        "take_down": _("Staff has taken down %(thing)s.", thing=thing),
        "warn": _("Staff has warned you because of %(thing)s.", thing=thing),
        "limit": _("Staff has limited your account for a while."),
        "ban": _("Staff has banned your account."),
    }[data["kind"]]


def _why(data: Data) -> str:
    return _("Reason: %(reason)s", reason=label_of(data["reason"]))


def _appeal_decided(data: Data) -> str:
    if data["state"] == "overturned":
        return _("You were right: somebody else has looked at it again, and the decision is taken back.")
    return _("Somebody else has looked at your appeal again. The decision stands.")


SAYS: dict[str, Says] = {
    "report_decided": Says(_report_decided, page="/account/reports", button=_l("Your reports"), icon="flag"),
    "decision_made": Says(
        _decision_made, _why, page="/account/status/{decision}", button=_l("See it, or appeal"), icon="gavel"
    ),
    "decision_undone": Says(
        lambda _data: _("A decision about you was taken back, with everything it had brought."),
        page="/account/status/{decision}",
        button=_l("Have a look"),
        icon="undo-2",
    ),
    "appeal_decided": Says(
        _appeal_decided, page="/account/status/{decision}", button=_l("Read the answer"), icon="scale"
    ),
    "appeal_filed": Says(
        lambda _data: _("An appeal waits for somebody who did not take part in the decision."),
        page="/admin/appeals",
        button=_l("To the appeals"),
        icon="scale",
    ),
    "proposal_made": Says(
        lambda _data: _("Banning a verified account waits for a second member of staff."),
        page="/admin/proposals",
        button=_l("To the proposals"),
        icon="gavel",
    ),
}
