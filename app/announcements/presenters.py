"""The line above the pages, and the community rules as people read them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from app.announcements import queries
from app.announcements.models import Charter
from app.kernel.i18n import language
from app.kernel.text.differences import Change, differences


@dataclass(frozen=True, slots=True)
class LineView:
    """The line above every page."""

    id: str
    text: str
    link: str


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the rules: `heading`, `paragraph`, or a `list` of lines."""

    kind: str
    text: str = ""
    lines: list[str] = field(default_factory=list)
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class CharterView:
    """A version of the community rules; `lead` is what stands before the first heading."""

    version: int
    url: str
    published_at: datetime | None
    summary: str
    blocks: list[Block]
    is_in_force: bool
    is_translated: bool


@dataclass(frozen=True, slots=True)
class EarlierView:
    """A version in the list of all versions."""

    version: int
    url: str
    published_at: datetime | None
    summary: str


def line_view(line: queries.Shown) -> LineView:
    """The line in the reader's language, if it is told in it."""
    return LineView(str(line.id), _in_language(line.text_zh, line.text_en), line.link)


def charter_view(charter: Charter, *, is_in_force: bool) -> CharterView:
    """A version of the rules in the reader's language, as far as it is written in it."""
    return CharterView(
        version=charter.version,
        url=f"/rules/{charter.version}",
        published_at=charter.published_at,
        summary=_in_language(charter.summary_zh, charter.summary_en),
        blocks=list(blocks(_in_language(charter.text_zh, charter.text_en))),
        is_in_force=is_in_force,
        is_translated=language() == "zh" or bool(charter.text_en),
    )


def versions() -> list[EarlierView]:
    """All versions, the newest first."""
    return [
        EarlierView(
            one.version, f"/rules/{one.version}", one.published_at, _in_language(one.summary_zh, one.summary_en)
        )
        for one in queries.charters()
    ]


def changes(before: Charter, after: Charter) -> list[Change]:
    """What has changed from one version to the other, in the reader's language."""
    return differences(_in_language(before.text_zh, before.text_en), _in_language(after.text_zh, after.text_en))


def blocks(text: str) -> Iterator[Block]:
    """The parts of plain rules: `## ` begins a heading, `- ` a line of a list, an empty line a new paragraph."""
    lines: list[str] = []
    headings = 0
    for line in [*text.splitlines(), ""]:
        line = line.strip()
        if not line.startswith("- ") and lines:
            yield Block("list", lines=lines)
            lines = []
        if line.startswith("- "):
            lines.append(line[2:].strip())
        elif line.startswith("## "):
            headings += 1
            yield Block("heading", line[3:].strip(), anchor=f"part-{headings}")
        elif line:
            yield Block("paragraph", line)


def _in_language(chinese: str, english: str) -> str:
    return english if english and language() == "en" else chinese
