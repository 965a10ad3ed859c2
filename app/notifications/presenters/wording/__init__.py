"""What a notice says, in words. Each area has a module with its own table SAYS: code -> what the site says."""

from app.notifications.models import Notice
from app.notifications.presenters.wording import (
    access,
    announcing,
    leaving,
    moderating,
    people,
    posting,
    screening,
    verifying,
)
from app.notifications.presenters.wording.says import Says

SAYS: dict[str, Says] = {
    **access.SAYS,
    **announcing.SAYS,
    **moderating.SAYS,
    **leaving.SAYS,
    **posting.SAYS,
    **screening.SAYS,
    **verifying.SAYS,
}


def is_known(notice: Notice) -> bool:
    """Whether there are words for it: what the site said long ago may have none any more."""
    return notice.kind != "system" or notice.code in SAYS


def said(notice: Notice, *, is_own: bool) -> str:
    """What people did, as it follows their names; or a whole sentence of the site itself.

    `is_own`: the post it is about was written by whom it is told to.
    """
    if notice.kind != "system":
        return people.done(notice, is_own=is_own)
    return SAYS[notice.code].sentence({**notice.data, "is_own": is_own})


def detail(notice: Notice, *, is_own: bool) -> str:
    """What the site says below its sentence; '' for nothing."""
    says = SAYS.get(notice.code) if notice.kind == "system" else None
    return says.detail({**notice.data, "is_own": is_own}) if says and says.detail else ""


def page(notice: Notice) -> str:
    """Where what the site says leads; '' where that is the post it is about."""
    says = SAYS.get(notice.code)
    return says.page.format(**notice.data) if says else ""


def button(notice: Notice) -> str:
    """What the link to that page says; '' for none."""
    says = SAYS.get(notice.code)
    return str(says.button) if says else ""


def icon(notice: Notice) -> str:
    """The icon beside it; '' for the site's own mark."""
    says = SAYS.get(notice.code)
    return says.icon if says else ""
