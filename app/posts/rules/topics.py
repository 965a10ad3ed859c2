"""Who may do what with a topic."""

from flask_babel import lazy_gettext as _l

from app.accounts.models import Account
from app.kernel.errors import Reason
from app.kernel.text import weight
from app.posts.models import Topic

LEAD_MAX = 140
TOPICS_FOLLOWED_MAX = 500

WITHHELD_REASON_MAX = 200

WHY_WITHHOLD = Reason("no_reason", _l("Say why on the topic’s page, in up to 200 characters."))
NOT_HOST = Reason("not_host", _l("Only the host of a topic writes its introduction."))
NOT_STAFF = Reason("not_staff", _l("Only the staff of the site appoints hosts."))
TOO_MANY_TOPICS = Reason("too_many", _l("You follow 500 topics. Let one go before you follow another."))


def may_edit_lead(topic: Topic, by: Account | None) -> bool:
    """The host writes 导语, and so does the staff."""
    return by is not None and (by.is_staff or topic.host_id == by.id)


def why_not_edit_lead(topic: Topic, by: Account, lead: str) -> Reason | None:
    """Whether this person may give the topic these words."""
    if not may_edit_lead(topic, by):
        return NOT_HOST
    over = weight(lead) - LEAD_MAX
    if over > 0:
        return Reason(
            "too_long", _l("An introduction has at most 140 characters; yours has %(over)d too many.", over=over)
        )
    return None


def why_not_withhold(reason: str) -> Reason | None:
    """Whether a topic can be withheld for this reason: its page says it."""
    return None if 0 < len(reason) <= WITHHELD_REASON_MAX else WHY_WITHHOLD


def why_not_appoint(by: Account) -> Reason | None:
    """Whether this person may name a host."""
    return None if by.is_staff else NOT_STAFF
