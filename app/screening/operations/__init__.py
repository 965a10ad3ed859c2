"""Limiting accounts, judging what people write, holding it for review and letting it out."""

from app.screening.operations.flagging import flag_name
from app.screening.operations.forgetting import forget
from app.screening.operations.holding import (
    forget_old,
    hold,
    note,
    note_follow,
    note_sign_up,
    withdraw,
)
from app.screening.operations.judging import Said, Verdict, card_texts, judge, why_not_named
from app.screening.operations.limiting import impose, lift, note_end
from app.screening.operations.presence import note_network
from app.screening.operations.refusals import Held, NotAllowed, NotReviewable
from app.screening.operations.reviewing import fail, refuse, release, settle
from app.screening.operations.risk_rules import NotARule, set_signs
from app.screening.operations.words import (
    Imported,
    NotAWord,
    WrongLine,
    add_rule,
    count_hits,
    edit_rule,
    import_rules,
    remove_rule,
)

__all__ = [
    "Held",
    "Imported",
    "NotARule",
    "NotAWord",
    "NotAllowed",
    "NotReviewable",
    "Said",
    "Verdict",
    "WrongLine",
    "add_rule",
    "card_texts",
    "count_hits",
    "edit_rule",
    "fail",
    "flag_name",
    "forget",
    "forget_old",
    "hold",
    "import_rules",
    "impose",
    "judge",
    "lift",
    "note",
    "note_end",
    "note_follow",
    "note_network",
    "note_sign_up",
    "refuse",
    "release",
    "remove_rule",
    "set_signs",
    "settle",
    "why_not_named",
    "withdraw",
]
