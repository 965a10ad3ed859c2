"""The words of moderation for the people it is about."""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from app.moderation.rules import Step

THINGS: dict[str, Any] = {
    "post": _l("a post of yours"),
    "comment": _l("a comment of yours"),
    "message": _l("a message of yours"),
    "account": _l("your profile"),
    "product": _l("a product"),
    "topic": _l("a topic"),
}
REPORTED: dict[str, Any] = {
    "post": _l("Report this post"),
    "comment": _l("Report this comment"),
    "message": _l("Report this message"),
    "account": _l("Report this account"),
    "product": _l("Report this product"),
    "topic": _l("Report this topic"),
}
KINDS: dict[str, Any] = {
    "take_down": _l("Taken down"),
    "warn": _l("Warning"),
    "limit": _l("Limited"),
    "ban": _l("Banned"),
}
RESULTS: dict[str, Any] = {
    "dismiss": _l("Nothing against the rules was found"),
    "take_down": _l("It broke the rules and was taken down"),
}
ACTED = _l("It broke the rules; we have acted")
WAITING = _l("Somebody will look at it soon")
APPEALS: dict[str, Any] = {
    "waiting": _l("Your appeal is waiting for an answer"),
    "upheld": _l("Your appeal was answered: the decision stands"),
    "overturned": _l("Your appeal was right: the decision is taken back"),
    "withdrawn": _l("Withdrawn"),
}


def step_words(step: Step) -> str:
    """What a step of the ladder brings."""
    if step.kind == "warn":
        return str(_("a warning"))
    if step.kind == "ban":
        return str(_("a ban"))
    return ngettext("silence for %(num)s day", "silence for %(num)s days", step.days)
