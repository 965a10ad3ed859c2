"""Who may write to whom, and what a message holds; answers about rows in hand."""

from datetime import datetime, timedelta

from flask_babel import lazy_gettext as _l

from app.accounts.models import Account
from app.kernel.errors import Reason
from app.kernel.text import weight
from app.messages.models import ACCEPTED, Message

TEXT_MAX = 2000
STRANGERS_MAX = 3
TAKE_BACK_FOR = timedelta(minutes=2)

EMPTY = Reason("empty", _l("Write something, or add a picture or a product."))
TOO_LONG = Reason("too_long", _l("A message has room for 2,000 characters. Shorten it a little."))
ONE_THING = Reason("one_thing", _l("A message carries one picture, product or post. Send the others one by one."))
ONESELF = Reason("oneself", _l("You cannot write to yourself."))
BLOCKED = Reason("blocked", _l("You cannot write to each other: one of you two has blocked the other."))
NOT_ACTIVE = Reason("not_active", _l("This account is not active at the moment. You can read what was said."))
ONLY_FOLLOWED = Reason("only_followed", _l("This person takes messages only from people they follow."))
WAIT_FOR_ANSWER = Reason(
    "wait_for_answer", _l("You have written 3 messages. You can go on as soon as there is an answer.")
)
IMAGE_NOT_YOURS = Reason("image_not_yours", _l("The picture is not there any more. Add it again."))
PRODUCT_GONE = Reason("product_gone", _l("This product is not there any more. Send the message without it."))
POST_NOT_VISIBLE = Reason("post_not_visible", _l("This post is not there any more, or it is not shown to you."))
NOT_YOURS = Reason("not_yours", _l("You can take back only what you wrote yourself."))
TOO_LATE = Reason("too_late", _l("A message can be taken back within 2 minutes."))
NO_SUCH_CHOICE = Reason("no_such_choice", _l("Choose whose messages you take."))


def why_not_say(text: str, *, things: int) -> Reason | None:
    """What is wrong with a message: its words, or that it carries more than one thing."""
    if not text and not things:
        return EMPTY
    if weight(text) > TEXT_MAX:
        return TOO_LONG
    return ONE_THING if things > 1 else None


def why_not_write(
    *, is_oneself: bool, is_blocked: bool, is_active: bool, is_known: bool, accepts: str, written: int
) -> Reason | None:
    """Why no message can be sent to someone.

    `is_known`: she follows the writer, or has answered or taken the conversation in before; only then more than
    STRANGERS_MAX messages (`written` so far) can be written, and her setting `accepts` is not asked. `is_active`: her
    account is neither banned nor closing nor closed.
    """
    if is_oneself:
        return ONESELF
    if is_blocked:
        return BLOCKED
    if not is_active:
        return NOT_ACTIVE
    if is_known:
        return None
    if accepts == "followed":
        return ONLY_FOLLOWED
    return WAIT_FOR_ANSWER if written >= STRANGERS_MAX else None


def why_not_take_back(message: Message, *, by: Account, now: datetime) -> Reason | None:
    """Why a message stays."""
    if message.author_id != by.id:
        return NOT_YOURS
    return TOO_LATE if now - message.created_at > TAKE_BACK_FOR else None


def why_not_accept(accepts: str) -> Reason | None:
    """Whether this can be chosen in the settings."""
    return None if accepts in ACCEPTED else NO_SUCH_CHOICE
