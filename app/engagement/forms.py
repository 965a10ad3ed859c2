"""What the comment form sends; whether the words will do, the rules say."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, StringField, TextAreaField
from wtforms.validators import Length, Optional, Regexp

LONGEST_TEXT = 20_000
"""Far above what the rules allow, so that a text that is only a little too long gets the rules' friendly sentence."""


class CommentForm(FlaskForm):
    """A comment, or a reply to the comment `reply_to`."""

    text = TextAreaField(validators=[Length(max=LONGEST_TEXT, message=_l("This text is far too long."))])
    reply_to = StringField(
        validators=[Optional(), Regexp(r"[0-9]{1,19}\Z", message=_l("Something in this form is not right."))]
    )
    also_repost = BooleanField(false_values=(False, "false", "", "0"))
    client_key = StringField(
        filters=[lambda value: value or None],
        validators=[Optional(), Length(max=36, message=_l("Something in this form is not right."))],
    )

    replies_to = ""
    """The nickname of whom `reply_to` belongs to, to be shown above the words."""

    @property
    def words(self) -> str:
        """The text, '' when none was sent."""
        return self.text.data or ""

    @property
    def reply_to_id(self) -> int | None:
        """The comment that is replied to."""
        return int(self.reply_to.data) if self.reply_to.data else None
