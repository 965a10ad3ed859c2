"""What a composer sends: shapes are checked here, whether it may be published the rules decide."""

from collections.abc import Iterable
from typing import Any

from flask import request
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, StringField, TextAreaField
from wtforms.validators import Length, Optional, Regexp

from app.posts.models import OptionWriting, PollWriting, Writing
from app.posts.rules import BAD_AUDIENCE

LONGEST_TEXT = 20_000
"""Far above what the rules allow, so that a text that is only a little too long gets the rules' friendly sentence."""
NO = (False, "false", "", "0")
_AUDIENCE = r"(public|fans|mutuals|self|group:\d{1,19})\Z"
_MINUTES_OF_A_DAY = 24 * 60


class AudienceForm(FlaskForm):
    """Who may see something: `public`, `fans`, `mutuals`, `self`, or `group:` with the group's id."""

    audience = StringField(
        default="public", filters=[lambda value: value or "public"],
        validators=[Regexp(_AUDIENCE, message=BAD_AUDIENCE.message)],
    )  # fmt: skip

    @property
    def audience_kind(self) -> str:
        """The audience without the group's id."""
        return str(self.audience.data).partition(":")[0]

    @property
    def group_id(self) -> int | None:
        """The group whose members may see it."""
        return next(iter(_numbers([str(self.audience.data).partition(":")[2]])), None)


class ComposerForm(AudienceForm):
    """What posts and reposts have in common."""

    text = TextAreaField(validators=[Length(max=LONGEST_TEXT, message=_l("This text is far too long."))])
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


class WithImages:
    """What forms with uploaded pictures have in common."""

    @property
    def image_ids(self) -> list[int]:
        """Ids of uploaded pictures, in the order of the grid."""
        return _ids("image_ids")

    @property
    def alts(self) -> dict[int, str]:
        """The pictures' descriptions by picture."""
        return {image_id: request.form.get(f"alt_{image_id}", "") for image_id in self.image_ids}


class PostForm(WithImages, ComposerForm):
    """An original post: pictures, cards, a preview and a video come as ids, a poll option by option."""

    reposters = StringField(default="all", filters=[lambda value: value or "all"])
    commenters = StringField(default="all", filters=[lambda value: value or "all"])
    approves_comments = BooleanField(false_values=NO)
    is_folded = BooleanField(false_values=NO)
    fold_note = StringField(validators=[Length(max=200, message=_l("This text is far too long."))])
    is_ai_made = BooleanField(false_values=NO)
    poll_on = BooleanField(false_values=NO)

    @property
    def writing(self) -> Writing:
        """All that was handed in, as publishing and drafts take it."""
        return Writing(
            text=self.words,
            image_ids=self.image_ids,
            alts=self.alts,
            product_ids=self.product_ids,
            link_id=self.link_id,
            video_id=_id("video_id"),
            poll=self._poll() if self.poll_on.data else None,
            audience=self.audience_kind,
            group_id=self.group_id,
            reposters=self.reposters.data,
            commenters=self.commenters.data,
            approves_comments=self.approves_comments.data,
            is_folded=self.is_folded.data,
            fold_note=self.fold_note.data or "",
            is_ai_made=self.is_ai_made.data,
        )

    @property
    def product_ids(self) -> list[int]:
        """Ids of the products whose cards are attached."""
        return _ids("card_ids")

    @property
    def link_id(self) -> int | None:
        """Id of the link whose preview is attached."""
        return _id("link_id")

    @property
    def draft_id(self) -> int | None:
        """Id of the draft that this was."""
        return _id("draft_id")

    @property
    def publish_at(self) -> str:
        """When it shall go out, as the browser writes it; '' for at once."""
        return request.form.get("publish_at", "").strip()

    def _poll(self) -> PollWriting:
        """Rows that were left empty are none; where a number is unreadable, 0 lets the rules speak."""
        options = [
            OptionWriting(text, _id(f"poll_image_{number}"), _id(f"poll_product_{number}"))
            for number, text in enumerate(request.form.getlist("poll_option"))
        ]
        said = [one for one in options if one.text.strip() or one.image_id or one.product_id]
        return PollWriting(said, most=_whole("poll_most", 1), open_for=_whole("poll_open_for", _MINUTES_OF_A_DAY))


class PermissionsForm(AudienceForm):
    """Who may see a post that is out, and what others may do with it."""

    reposters = StringField(default="all")
    commenters = StringField(default="all")
    approves_comments = BooleanField(false_values=NO)


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


class EditForm(WithImages, ComposerForm):
    """What a post shall say from now on; `version` is the one that was before the author's eyes."""

    @property
    def version(self) -> int | None:
        """The number of that version."""
        return _whole("version", 0) or None


class VoteForm(FlaskForm):
    """What is chosen in a poll."""

    @property
    def choices(self) -> list[int]:
        """The positions of the options; what is no number counts as an option that there is not."""
        sent = request.form.getlist("choice")
        return [int(one) if one.isascii() and one.isdigit() and len(one) < 3 else -1 for one in sent]


def _ids(name: str) -> list[int]:
    """The ids sent under a name; what is none is left out."""
    return _numbers(request.form.getlist(name))


def _id(name: str) -> int | None:
    """The first id sent under a name."""
    return next(iter(_ids(name)), None)


def _numbers(sent: Iterable[str]) -> list[int]:
    """Ids have 64 bits, so at most 19 digits."""
    readable = (value for value in sent if value.isascii() and value.isdigit() and len(value) < 20)
    return [number for value in readable if 0 < (number := int(value)) < 2**63]


def _whole(name: str, default: int) -> int:
    """A small whole number; 0 for what is none."""
    value = request.form.get(name, "").strip()
    return int(value) if value.isascii() and value.isdigit() and len(value) < 9 else 0 if value else default
