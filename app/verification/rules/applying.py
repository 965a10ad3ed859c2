"""May I apply, with these words, now?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from flask_babel import lazy_gettext as _l

from app.accounts.models import Account
from app.kernel.errors import Reason
from app.verification.models import ORGANISATIONS, Application, Verification
from app.verification.rules.proofs import FILES_MAX
from app.verification.rules.times import SAME_AGAIN_AFTER, may_renew

APPLIED_KINDS = ("orange", "blue")
"""金V is not applied for: it comes to verified people who are read widely."""
NAME_MAX = 30
FIELD_MAX = 20
STATEMENT_MIN, STATEMENT_MAX = 10, 1000
ANSWER_MAX = 500
OPEN = ("waiting", "needs_more")

_KIND = Reason("kind", _l("Choose what you want to be verified as."))
_ORGANISATION = Reason("organisation", _l("Choose what kind of organisation it is."))
_NAME = Reason("name", _l("The name has 2 to 30 characters."))
_FIELD = Reason("field", _l("Say in 2 to 20 characters what you are known for."))
_STATEMENT = Reason("statement", _l("Tell us in 10 to 1,000 characters why."))
_NO_CONSENT = Reason("consent", _l("Without your consent we may not look at your papers."))
_NO_FILES = Reason("no_files", _l("Add at least one file that proves it."))
_TOO_MANY = Reason("too_many_files", _l("At most 6 files can be handed in."))
_OPEN = Reason("already_open", _l("You have applied already. You will hear from us."))
_NOT_ACTIVE = Reason("not_active", _l("Your account cannot do this now."))
_NOT_YET = Reason("not_yet", _l("You are verified as this already. You can renew it in the last 60 days."))
_SAME = Reason(
    "same_again",
    _l("This is what was turned down before. Change what was missing, or apply with it again after 7 days."),
)
_NOT_OPEN = Reason("not_open", _l("This application has been answered meanwhile."))
_ANSWER_LONG = Reason("answer_long", _l("The words have room for 500 characters."))
_NOTHING_ADDED = Reason("nothing_added", _l("Add a file or a few words."))
_LAST_FILE = Reason("last_file", _l("One file must stay. Add another one first."))


@dataclass(frozen=True)
class Wish:
    """What somebody wants to be verified as."""

    kind: str
    organisation: str
    name: str
    field: str
    statement: str
    consents: bool


def tidy_line(typed: str) -> str:
    """One line without spaces around."""
    return " ".join(typed.split())


def tidy_words(typed: str) -> str:
    """Lines without spaces at their ends, and never two empty ones in a row."""
    lines = [" ".join(line.split()) for line in typed.strip().splitlines()]
    return "\n".join(line for place, line in enumerate(lines) if line or lines[place - 1])


def wrong_with(wish: Wish, *, files: int) -> dict[str, Reason]:
    """What is wrong with a (tidied) wish and the number of its files, by field."""
    found: dict[str, Reason | None] = {
        "kind": None if wish.kind in APPLIED_KINDS else _KIND,
        "organisation": _ORGANISATION if wish.kind == "blue" and wish.organisation not in ORGANISATIONS else None,
        "name": None if 2 <= len(wish.name) <= NAME_MAX else _NAME,
        "field": None if 2 <= len(wish.field) <= FIELD_MAX else _FIELD,
        "statement": None if STATEMENT_MIN <= len(wish.statement) <= STATEMENT_MAX else _STATEMENT,
        "files": _NO_FILES if not files else _TOO_MANY if files > FILES_MAX else None,
        "consent": None if wish.consents else _NO_CONSENT,
    }
    return {field: reason for field, reason in found.items() if reason is not None}


def why_not_apply(
    account: Account,
    wish: Wish | None,
    *,
    sizes: Sequence[int] = (),
    last: Application | None,
    last_sizes: Sequence[int] = (),
    verification: Verification | None,
    now: datetime,
) -> Reason | None:
    """Why somebody may not apply now; without a wish, whether the form makes sense at all.

    `last` is her last application; `sizes` and `last_sizes` tell whether the same files come again.
    """
    if account.state != "active":
        return _NOT_ACTIVE
    if last is not None and last.state in OPEN:
        return _OPEN
    if wish is None:
        return None
    if verification is not None and not may_renew(verification, now) and _is_same_identity(wish, verification):
        return _NOT_YET
    if last is not None and last.state == "rejected" and last.decided_at is not None:
        is_same = _is_same_words(wish, last) and sorted(sizes) == sorted(last_sizes)
        return _SAME if is_same and now < last.decided_at + SAME_AGAIN_AFTER else None
    return None


def _is_same_identity(wish: Wish, verification: Verification) -> bool:
    is_same_sort = (wish.kind == "blue") == (verification.kind == "blue")
    return is_same_sort and (wish.organisation, wish.name) == (verification.organisation, verification.name)


def _is_same_words(wish: Wish, last: Application) -> bool:
    before = (last.kind, last.organisation, last.name, last.field, last.statement)
    return (wish.kind, wish.organisation, wish.name, wish.field, wish.statement) == before


def why_not_add(application: Application, *, words: str, files: int, had: int) -> Reason | None:
    """Why nothing can be added to an application that has `had` files."""
    if application.state not in OPEN:
        return _NOT_OPEN
    if not words and not files:
        return _NOTHING_ADDED
    if len(words) > ANSWER_MAX:
        return _ANSWER_LONG
    return _TOO_MANY if had + files > FILES_MAX else None


def why_not_remove(application: Application, *, had: int) -> Reason | None:
    """Why the applicant cannot take a file back."""
    if application.state not in OPEN:
        return _NOT_OPEN
    return _LAST_FILE if had <= 1 else None


def why_not_withdraw(application: Application) -> Reason | None:
    """Why an application cannot be withdrawn."""
    return None if application.state in OPEN else _NOT_OPEN
