"""The shape of what the site itself has to say."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

Data = Mapping[str, Any]
"""`Notice.data`, and `is_own`: whether the post that the notice is about was written by whom it is told to."""


@dataclass(frozen=True, slots=True)
class Says:
    """One thing that the site says: its sentence, what is said below it, and where it leads.

    `page` is an address that may name values of the data (`/things/{thing_id}`); without one it is the post's.
    `button` is what the link says, lazily translated; without one there is no button. `icon` is a name of lucide's.
    """

    sentence: Callable[[Data], str]
    detail: Callable[[Data], str] | None = None
    page: str = ""
    button: Any = ""
    icon: str = ""
