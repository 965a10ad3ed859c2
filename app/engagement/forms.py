"""What the forms under a post send; whether the words will do, the rules say."""

from typing import Any

from flask import request
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, StringField, TextAreaField
from wtforms.validators import Length, Optional, Regexp

from app.kernel.pagination import cursor_from
from app.media.presenters import ImageView

MOST_AT_ONCE = 100
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
    images: list[ImageView]
    """The picture that was already uploaded, shown again when the form comes back refused."""

    def __init__(self, **values: Any) -> None:
        super().__init__(**values)
        self.images = []

    @property
    def words(self) -> str:
        """The text, '' when none was sent."""
        return self.text.data or ""

    @property
    def image_id(self) -> int | None:
        """The picture that goes with the words."""
        return cursor_from(request.form.get("image_ids"))

    @property
    def reply_to_id(self) -> int | None:
        """The comment that is replied to."""
        return int(self.reply_to.data) if self.reply_to.data else None


class ChoiceForm(FlaskForm):
    """The comments that the author of a post has ticked."""

    @property
    def comment_ids(self) -> list[int]:
        """Their ids, MOST_AT_ONCE at the most; what is none is left out."""
        given = (cursor_from(value) for value in request.form.getlist("comment_ids")[:MOST_AT_ONCE])
        return [comment_id for comment_id in given if comment_id]
