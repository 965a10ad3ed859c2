"""Limiting accounts, judging what people write, holding it for review and letting it out."""

from app.screening.operations.limiting import impose, lift, note_end

__all__ = [
    "impose",
    "lift",
    "note_end",
]
