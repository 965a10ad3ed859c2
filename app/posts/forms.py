"""What a composer sends: shapes are checked here, whether it may be published the rules decide."""

from typing import Any

from flask import request
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, StringField, TextAreaField
from wtforms.validators import AnyOf, Length, Optional

from app.posts.models import AUDIENCES
from app.posts.rules import BAD_AUDIENCE

LONGEST_TEXT = 20_000
"""Far above what the rules allow, so that a text that is only a little too long gets the rules' friendly sentence."""


class ComposerForm(FlaskForm):
    """What posts and reposts have in common."""

    text = TextAreaField(validators=[Length(max=LONGEST_TEXT, message=_l("This text is far too long."))])
    audience = StringField(
        default="public", filters=[lambda value: value or "public"],
        validators=[AnyOf(AUDIENCES, message=BAD_AUDIENCE.message)],
    )  # fmt: skip
    client_key = StringField(
        filters=[lambda value: value or None],
        validators=[Optional(), Length(max=36, message=_l("Something in this form is not right."))],
    )

    # What was already uploaded or recognised, shown again when the form comes back refused.
    images: list[Any]
    links: list[Any]

    def __init__(self, **values: Any) -> None:
        super().__init__(**values)
        self.images, self.links = [], []

    @property
    def words(self) -> str:
        """The text, '' when none was sent."""
        return self.text.data or ""


class PostForm(ComposerForm):
    """An original post: pictures, cards and a preview come as ids."""

    @property
    def image_ids(self) -> list[int]:
        """Ids of uploaded pictures, in the order of the grid."""
        return _ids("image_ids")

    @property
    def product_ids(self) -> list[int]:
        """Ids of the products whose cards are attached."""
        return _ids("card_ids")

    @property
    def link_id(self) -> int | None:
        """Id of the link whose preview is attached."""
        return next(iter(_ids("link_id")), None)

    @property
    def alts(self) -> dict[int, str]:
        """The pictures' descriptions by picture."""
        return {image_id: request.form.get(f"alt_{image_id}", "") for image_id in self.image_ids}


class RepostForm(ComposerForm):
    """Words on a repost; `quick` is 快转: no words at all."""

    quick = BooleanField()
    shows_chain = StringField(default="1")

    @property
    def words(self) -> str:
        """The words, none for 快转."""
        return "" if self.quick.data else super().words

    @property
    def carries_chain(self) -> bool:
        """Whether the words of those in between are carried on."""
        return self.shows_chain.data != "0"

    @property
    def comment_on(self) -> list[int]:
        """Ids of the posts on which the words become a comment as well."""
        return [] if self.quick.data else _ids("comment_on")


def _ids(name: str) -> list[int]:
    """The numbers sent under a name; what is none is left out (at most 19 digits: ids have 64 bits)."""
    sent = (value for value in request.form.getlist(name) if value.isascii() and value.isdigit() and len(value) < 20)
    return [number for value in sent if 0 < (number := int(value)) < 2**63]
