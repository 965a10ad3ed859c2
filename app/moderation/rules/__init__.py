"""What can be reported, what follows from it, and who decides."""

from app.moderation.rules.appealing import (
    APPEALABLE_FOR,
    APPEALED_ALREADY,
    MAY_NOT_ANSWER,
    why_not_answer,
    why_not_appeal,
)
from app.moderation.rules.appealing import WORDS_LEAST as APPEAL_LEAST
from app.moderation.rules.appealing import WORDS_MAX as APPEAL_MAX
from app.moderation.rules.appealing import why_not_words as why_not_appeal_words
from app.moderation.rules.bulk import (
    BULK_KINDS,
    NOBODY_CHOSEN,
    NOBODY_OF_THAT_NAME,
    TOO_MANY,
    names_in,
    refusal_named,
    why_left_out,
    why_not_bulk,
    why_not_cancel,
    why_not_undo_bulk,
)
from app.moderation.rules.deciding import (
    CHOOSABLE_LIMITS,
    DAYS_MAX,
    DECIDED_ALREADY,
    PERMISSION_FOR,
    PROPOSED_ALREADY,
    TAKEN_FOR,
    needs_second,
    why_not_decide,
    why_not_reopen,
    why_not_second,
    why_not_undo,
)
from app.moderation.rules.due import appeal_due_at, due_at
from app.moderation.rules.keeping import without_person
from app.moderation.rules.ladder import LADDER, STRIKE_LASTS, Step, expiry_of_strike, step_after
from app.moderation.rules.reasons import (
    OTHER,
    REASONS,
    Ground,
    groups_for,
    is_choosable,
    label_of,
    most_given,
    severity_of,
)
from app.moderation.rules.reporting import WORDS_MAX, why_not_report

__all__ = [
    "APPEALABLE_FOR",
    "APPEALED_ALREADY",
    "APPEAL_LEAST",
    "APPEAL_MAX",
    "BULK_KINDS",
    "CHOOSABLE_LIMITS",
    "DAYS_MAX",
    "DECIDED_ALREADY",
    "LADDER",
    "MAY_NOT_ANSWER",
    "NOBODY_CHOSEN",
    "NOBODY_OF_THAT_NAME",
    "OTHER",
    "PERMISSION_FOR",
    "PROPOSED_ALREADY",
    "REASONS",
    "STRIKE_LASTS",
    "TAKEN_FOR",
    "TOO_MANY",
    "WORDS_MAX",
    "Ground",
    "Step",
    "appeal_due_at",
    "due_at",
    "expiry_of_strike",
    "groups_for",
    "is_choosable",
    "label_of",
    "most_given",
    "names_in",
    "needs_second",
    "refusal_named",
    "severity_of",
    "step_after",
    "why_left_out",
    "why_not_answer",
    "why_not_appeal",
    "why_not_appeal_words",
    "why_not_bulk",
    "why_not_cancel",
    "why_not_decide",
    "why_not_reopen",
    "why_not_report",
    "why_not_second",
    "why_not_undo",
    "why_not_undo_bulk",
    "without_person",
]
