"""What the forms of conversations send; whether the words will do, the rules say."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import StringField, TextAreaField
from wtforms.validators import Length, Optional, Regexp

from app.kernel.pagination import cursor_from
from app.messages.models import ACCEPTED

LONGEST_TEXT = 20_000
"""Far above what the rules allow, so that a text that is only a little too long gets the rules' friendly sentence."""
_ID = r"[0-9]{1,19}\Z"
_WRONG = _l("Something in this form is not right.")


class MessageForm(FlaskForm):
    """A message: words, a picture, a product."""

    text = TextAreaField(validators=[Length(max=LONGEST_TEXT, message=_l("This text is far too long."))])
    image_id = StringField(validators=[Optional(), Regexp(_ID, message=_WRONG)])
    product_id = StringField(validators=[Optional(), Regexp(_ID, message=_WRONG)])
    client_key = StringField(
        filters=[lambda value: value or None], validators=[Optional(), Length(max=36, message=_WRONG)]
    )

    @property
    def words(self) -> str:
        """The text, '' when none was sent."""
        return self.text.data or ""

    @property
    def image(self) -> int | None:
        """The id of the picture."""
        return cursor_from(self.image_id.data)

    @property
    def product(self) -> int | None:
        """The id of the product."""
        return cursor_from(self.product_id.data)


class ShareForm(FlaskForm):
    """A post for somebody, with words of one's own."""

    to = StringField(validators=[Regexp(_ID, message=_l("Choose who shall get it."))])
    text = TextAreaField(validators=[Length(max=LONGEST_TEXT, message=_l("This text is far too long."))])
    client_key = StringField(
        filters=[lambda value: value or None], validators=[Optional(), Length(max=36, message=_WRONG)]
    )


class MessageSettingForm(FlaskForm):
    """Whose first message one takes."""

    accepts = StringField(validators=[Regexp("|".join(ACCEPTED), message=_l("Choose whose messages you take."))])
