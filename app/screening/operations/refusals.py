"""Why something is not said, or not yet."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

from app.kernel import formats
from app.kernel.errors import Reason, Refusal
from app.screening.rules import Hit

_NEVER = datetime.max.replace(tzinfo=UTC)
STATUS_PAGE = "/account/status"
WAITING_PAGE = "/drafts?tab=review"

GONE = Reason("gone", _l("This is not waiting any more."))
DECIDED = Reason("decided", _l("Somebody else has decided this in the meantime."))
ABOUT_YOURSELF = Reason("about_yourself", _l("This is about you. Somebody else has to decide."))
_HELD = Reason(
    "held", _l("Handed in for review. It goes out by itself once a reviewer has let it out."), more=WAITING_PAGE
)


class NotAllowed(Refusal):
    """A limit, or a word of the filter, stands against it; `scope` is where that word stands."""

    def __init__(self, reason: Reason, scope: str = "") -> None:
        super().__init__(reason)
        self.scope = scope


class Held(Refusal):
    """It is taken in and waits for a reviewer: nothing is lost, and nothing is left to do."""

    status = 202

    def __init__(self) -> None:
        super().__init__(_HELD)


class NotReviewable(Refusal):
    """It was decided before, or is gone."""


def silenced(ends: Sequence[datetime | None]) -> Reason:
    """The sentence for someone who is silenced: until when, and where she reads why."""
    if (latest := max((at or _NEVER) for at in ends)) == _NEVER:
        message = _l("You are silenced for now. Your account status says why, and how to appeal.")
        return Reason("silenced", message, more=STATUS_PAGE)
    until = LazyString(formats.full_time, latest)
    message = _l("You are silenced until %(time)s. Your account status says why, and how to appeal.", time=until)
    return Reason("silenced", message, more=STATUS_PAGE)


def words(hits: Iterable[Hit], texts: dict[str, list[str]]) -> Reason:
    """The sentence that names the words as they were typed, each once, the first three of them."""
    typed = list(dict.fromkeys(texts[hit.scope][hit.index][hit.start : hit.end] for hit in hits))
    named = " ".join(f"「{one}」" for one in typed[:3])
    message = _l("This cannot be said here: %(words)s. Change it and send again.", words=named)
    return Reason("words", message, about=typed[0])
