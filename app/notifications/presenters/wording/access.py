"""What the site says about what opens an account: so that nobody changes it unseen."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.notifications.presenters.wording.says import Data, Says

_SECURITY = "/settings/security"


def _added(data: Data) -> str:
    if data["kind"] == "passkey":
        return _("A passkey was added to your account.")
    return _("An authenticator app was added to your account.")


def _removed(data: Data) -> str:
    words = {
        "passkey": _("A passkey was removed from your account."),
        "totp": _("An authenticator app was removed from your account."),
    }
    return str(words.get(data["kind"], _("Staff have taken all second factors off your account, as you had asked.")))


def _left(data: Data) -> str:
    return _("Recovery codes left: %(num)s.", num=data["left"])


def _not_you(_data: Data) -> str:
    return _("Was that not you? Change your password now.")


SAYS = {
    "factor_added": Says(_added, _not_you, page=_SECURITY, button=_l("See your log-in settings"), icon="shield-check"),
    "factor_removed": Says(
        _removed, _not_you, page=_SECURITY, button=_l("See your log-in settings"), icon="shield-alert"
    ),
    "recovery_used": Says(
        lambda data: _("A recovery code opened your account.") + " " + _left(data),
        _not_you, page=_SECURITY, button=_l("See your log-in settings"), icon="key-round",
    ),
    "sessions_ended": Says(
        lambda _data: _("Staff have logged your account out everywhere, to keep it safe."),
        lambda _data: _("If you share your password with another site, change it here."),
        page=_SECURITY, button=_l("See your log-in settings"), icon="shield-alert",
    ),
}  # fmt: skip
