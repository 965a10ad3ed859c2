"""What may be reported, by whom, for what."""

from flask_babel import lazy_gettext as _l

from app.accounts.models import Account
from app.kernel.errors import Reason
from app.moderation.rules.reasons import OTHER, WORDS_LEAST, is_choosable

WORDS_MAX = 500

YOURSELF = Reason("yourself", _l("This is your own. You can change or delete it yourself."))
BAD_REASON = Reason("bad_reason", _l("Choose what is wrong with it."))
WORDS_NEEDED = Reason("words_needed", _l("Tell us in a few words what is wrong."))
WORDS_TOO_LONG = Reason("words_too_long", _l("At most 500 characters, please."))


def why_not_report(
    by: Account, *, kind: str, owner_id: int | None, subject_id: int, reason: str, words: str
) -> Reason | None:
    """Why this report cannot be taken; whether the thing is there for her at all, queries.subject_or_404 says."""
    if by.id == owner_id or (kind == "account" and by.id == subject_id):
        return YOURSELF
    if not is_choosable(reason, kind):
        return BAD_REASON
    if len(words) > WORDS_MAX:
        return WORDS_TOO_LONG
    return WORDS_NEEDED if reason == OTHER and len(words) < WORDS_LEAST else None
