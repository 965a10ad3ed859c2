"""What may be asked in a poll."""

from datetime import timedelta

from flask_babel import lazy_gettext as _l

from app.kernel.errors import Reason
from app.kernel.text import weight
from app.posts.models import PollWriting

OPTIONS_MIN = 2
OPTIONS_MAX = 9
OPTION_MAX = 20
OPEN_SHORTEST = timedelta(minutes=5)
OPEN_LONGEST = timedelta(days=30)

TOO_FEW_OPTIONS = Reason("too_few_options", _l("A poll needs at least 2 options."))
TOO_MANY_OPTIONS = Reason("too_many_options", _l("A poll has room for 9 options."))
OPTION_EMPTY = Reason("option_empty", _l("Every option needs a few words."))
OPTION_TOO_LONG = Reason("option_too_long", _l("An option has room for 20 characters."))
OPTION_TWICE = Reason("option_twice", _l("Two options say the same."))
OPTION_OVERLOADED = Reason("option_overloaded", _l("An option carries either a picture or a product."))
BAD_MOST = Reason("bad_most", _l("Choose how many options one may pick."))
BAD_LENGTH = Reason("bad_length", _l("A poll runs for 5 minutes at least and 30 days at most."))


def why_not_ask(poll: PollWriting) -> Reason | None:
    """Whether a poll of this shape may be asked."""
    if len(poll.options) < OPTIONS_MIN:
        return TOO_FEW_OPTIONS
    if len(poll.options) > OPTIONS_MAX:
        return TOO_MANY_OPTIONS
    if any(not one.text for one in poll.options):
        return OPTION_EMPTY
    if any(weight(one.text) > OPTION_MAX for one in poll.options):
        return OPTION_TOO_LONG
    if len({one.text.casefold() for one in poll.options}) < len(poll.options):
        return OPTION_TWICE
    if any(one.image_id and one.product_id for one in poll.options):
        return OPTION_OVERLOADED
    if not 1 <= poll.most <= len(poll.options):
        return BAD_MOST
    return None if OPEN_SHORTEST <= timedelta(minutes=poll.open_for) <= OPEN_LONGEST else BAD_LENGTH
