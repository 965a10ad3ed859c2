"""What an author hands in, before it is a post: the composer sends it, drafts keep it, publishing takes it."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from typing import Any


@dataclass(frozen=True)
class OptionWriting:
    """One option of a poll, with a picture or a product at most."""

    text: str
    image_id: int | None = None
    product_id: int | None = None


@dataclass(frozen=True)
class PollWriting:
    """A poll: `most` options may be chosen; it closes `open_for` minutes after the post is out."""

    options: Sequence[OptionWriting]
    most: int = 1
    open_for: int = 24 * 60

    def closes_at(self, published_at: datetime) -> datetime:
        """The moment after which nobody can vote."""
        return published_at + timedelta(minutes=self.open_for)


@dataclass(frozen=True)
class Writing:
    """All that can be said about a post to be; ids of pictures, products, links and groups are checked on publishing.

    `alts` are descriptions by picture id. `fold_note` is the sentence over a folded post.
    """

    text: str = ""
    image_ids: Sequence[int] = ()
    alts: Mapping[int, str] = field(default_factory=dict)
    product_ids: Sequence[int] = ()
    link_id: int | None = None
    video_id: int | None = None
    poll: PollWriting | None = None
    audience: str = "public"
    group_id: int | None = None
    reposters: str = "all"
    commenters: str = "all"
    approves_comments: bool = False
    is_folded: bool = False
    fold_note: str = ""
    is_ai_made: bool = False

    def as_json(self) -> dict[str, Any]:
        """The content of a draft; ids as strings, as browsers lose digits of large numbers."""
        content = asdict(self)
        for name in ("image_ids", "product_ids"):
            content[name] = [str(one) for one in content[name]]
        for name in ("link_id", "video_id", "group_id"):
            content[name] = _text(content[name])
        content["alts"] = {str(one): alt for one, alt in self.alts.items()}
        if self.poll:
            content["poll"]["options"] = [
                {"text": one.text, "image_id": _text(one.image_id), "product_id": _text(one.product_id)}
                for one in self.poll.options
            ]
        return content

    @classmethod
    def from_json(cls, content: Mapping[str, Any]) -> "Writing":
        """The writing that `as_json` has made; fields that a later version added have their defaults."""
        values = {name: content[name] for name in cls.__dataclass_fields__ if name in content}
        for name in ("image_ids", "product_ids"):
            values[name] = [int(one) for one in values.get(name, ())]
        for name in ("link_id", "video_id", "group_id"):
            values[name] = _number(values.get(name))
        values["alts"] = {int(one): alt for one, alt in values.get("alts", {}).items()}
        values["poll"] = _poll(values.get("poll"))
        return cls(**values)


def _poll(content: Mapping[str, Any] | None) -> PollWriting | None:
    if not content:
        return None
    options = [
        OptionWriting(one["text"], _number(one.get("image_id")), _number(one.get("product_id")))
        for one in content["options"]
    ]
    return PollWriting(options, content["most"], content["open_for"])


def _text(value: int | None) -> str | None:
    return None if value is None else str(value)


def _number(value: str | int | None) -> int | None:
    return None if value is None else int(value)
