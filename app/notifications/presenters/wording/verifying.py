"""What the site says about being verified."""

from datetime import datetime

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.kernel import formats
from app.notifications.presenters.wording.says import Data, Says

_PAGE = "/verification"


def _granted(data: Data) -> str:
    if data["cause"] == "level":
        return (
            _("Your V is gold now: many people come back to what you write.")
            if data["kind"] == "gold"
            else _("Your V is orange again. It turns gold when more people come back to what you write.")
        )
    return _("You are verified. The V is on your avatar, and the line on your profile says what for.")


def _ending(data: Data) -> str:
    day = formats.full_day(datetime.fromisoformat(data["expires_at"]))
    return _("Your verification ends on %(day)s. Renew it now, and nothing changes.", day=day)


def _ended(data: Data) -> str:
    if data["cause"] == "revoked":
        return _("Your verification was taken away. Your page of verification says why.")
    return _("Your verification has ended after a year. You can apply for it again.")


SAYS: dict[str, Says] = {
    "verification_granted": Says(_granted, page=_PAGE, button=_l("See my verification"), icon="badge-check"),
    "verification_needs_more": Says(
        lambda _data: _("Something is missing for your verification. See what, and add it."),
        page=_PAGE,
        button=_l("Add what is missing"),
        icon="file-text",
    ),
    "verification_rejected": Says(
        lambda _data: _("Your application to be verified was turned down. See why."),
        page=_PAGE,
        button=_l("See the reason"),
        icon="badge-check",
    ),
    "verification_ending": Says(_ending, page=_PAGE, button=_l("Renew my verification"), icon="badge-check"),
    "verification_ended": Says(_ended, page=_PAGE, button=_l("See my verification"), icon="badge-check"),
}
