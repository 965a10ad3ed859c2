"""What reviewers do with what is out already: screening knows it was marked, moderation takes it down."""

from datetime import datetime

from app.accounts import queries as accounts
from app.accounts.models import Account
from app.kernel.i18n import LANGUAGES, force_locale
from app.kernel.transactions import operation
from app.moderation import operations as moderation
from app.moderation.rules import label_of
from app.screening import operations as screening
from app.screening.models import ReviewItem


@operation
def turn_down(item: ReviewItem, *, reason: str, words: str, by: Account, now: datetime) -> None:
    """Do not let out what waits; take down what is out already, with all that a decision brings.

    `reason` is one of moderation.rules.REASONS. Raises NotReviewable, and what moderation refuses.
    """
    if item.is_out and item.subject_id is not None:
        case = moderation.open_case(item.subject_kind, item.subject_id, by=by, reason=reason, now=now)
        if case is not None:
            moderation.decide(case, kind="take_down", reason=reason, words=words, by=by, now=now)
    author = accounts.account_or_none(item.account_id)
    with force_locale(author.language if author is not None and author.language else LANGUAGES[0]):
        said = label_of(reason) + (f" · {words.strip()}" if words.strip() else "")
    screening.refuse(item, by=by, reason=said, now=now)
