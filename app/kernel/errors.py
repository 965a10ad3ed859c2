"""Refusals: what a person may not do, as a reason that a page can show."""

from dataclasses import dataclass
from typing import Any

from click import ClickException


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is refused: a code for programs and a sentence (lazily translated) for people.

    `about` is what of the text it is about, as it was typed; `more` is the path of the page that says more.
    """

    code: str
    message: Any
    about: str = ""
    more: str = ""

    def __str__(self) -> str:
        return str(self.message)


class Refusal(Exception):
    """Base of all refusals; `status` is the HTTP answer at a door that does not handle it itself.

    Status 202 is no refusal to the person: what she wants is taken in, and is done later or by others.
    """

    status = 409

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.code)
        self.reason = reason


class ConfigurationError(ClickException):
    """The site cannot start as it is configured; the message says what to mend.

    Being click's own kind of error, it ends a `flask` command with that sentence instead of a traceback.
    """
