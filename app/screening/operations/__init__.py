"""Limiting accounts, judging what people write, holding it for review and letting it out."""

from app.screening.operations.limiting import impose, lift, note_end
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
    "Imported",
    "NotAWord",
    "WrongLine",
    "add_rule",
    "count_hits",
    "edit_rule",
    "import_rules",
    "impose",
    "lift",
    "note_end",
    "remove_rule",
]
