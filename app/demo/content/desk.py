"""What lands on the desk of the staff: guests of the site, what they say, what is reported, what the site looks for."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Row = dict[str, Any]


@dataclass(frozen=True)
class Guest:
    """Somebody who has come lately and whom nobody follows yet."""

    handle: str
    nickname: str
    bio: str
    minutes_ago: int


@dataclass(frozen=True)
class Saying:
    """What goes through the screen: a post, or a comment where `on` is the key of one. Not everything gets out."""

    key: str
    by: str
    text: str
    minutes_ago: int
    on: str = ""


@dataclass(frozen=True)
class Complaint:
    """One report: the code of its reason, and words."""

    by: str
    reason: str
    words: str
    minutes_ago: int


@dataclass(frozen=True)
class Ruling:
    """What a member of the staff decides; the reason is the one that most have given."""

    by: str
    kind: str
    words: str
    minutes_ago: int
    days: int | None = None
    limits: tuple[str, ...] = ()


@dataclass(frozen=True)
class Answer:
    """What another member of the staff says to an objection."""

    by: str
    words: str
    minutes_ago: int
    overturns: bool


@dataclass(frozen=True)
class Objection:
    """What the one it is about says to the ruling; `answer` is None while it waits."""

    words: str
    minutes_ago: int
    answer: Answer | None = None


@dataclass(frozen=True)
class Grievance:
    """A case: `on` is the key of a post, comment or product, the handle of an account, or the name of a topic."""

    kind: str
    on: str
    reports: tuple[Complaint, ...]
    ruling: Ruling | None = None
    objection: Objection | None = None

    @property
    def key(self) -> str:
        return f"{self.kind}/{self.on}"

    @property
    def people(self) -> set[str]:
        """Handles of those who report and decide."""
        rulings = [one for one in (self.ruling, self.objection and self.objection.answer) if one]
        return {one.by for one in (*self.reports, *rulings)}


@dataclass(frozen=True)
class FilterWord:
    """A word that the site looks for, and what is done about it in which places."""

    word: str
    action: str
    scopes: tuple[str, ...]
    replacement: str = ""
    note: str = ""


@dataclass(frozen=True)
class DomainVerdict:
    """What is done about links to a domain."""

    domain: str
    verdict: str
    reason: str
    minutes_ago: int


@dataclass(frozen=True)
class Desk:
    """All of it."""

    guests: tuple[Guest, ...] = ()
    sayings: tuple[Saying, ...] = ()
    grievances: tuple[Grievance, ...] = ()
    words: tuple[FilterWord, ...] = ()
    domains: tuple[DomainVerdict, ...] = ()


def read(rows: Callable[[str], list[Row]]) -> Desk:
    """The desk as it lies in the files; `rows` gives the lines of one."""
    return Desk(
        guests=tuple(
            Guest(row["handle"], row["nickname"], row["bio"], row["days"] * 24 * 60) for row in rows("guests")
        ),
        sayings=tuple(
            Saying(row["key"], row["by"], row["text"], _minutes(row), row.get("on", "")) for row in rows("sayings")
        ),
        grievances=tuple(_grievance(row) for row in rows("cases")),
        words=tuple(
            FilterWord(**row | {"scopes": tuple(row["scopes"])})
            for row in rows("words")
        ),
        domains=tuple(
            DomainVerdict(row["domain"], row["verdict"], row["reason"], _minutes(row)) for row in rows("domains")
        ),
    )  # fmt: skip


def _grievance(row: Row) -> Grievance:
    return Grievance(
        kind=row["kind"],
        on=row["on"],
        reports=tuple(Complaint(one["by"], one["reason"], one["words"], _minutes(one)) for one in row["reports"]),
        ruling=_ruling(row["decision"]) if "decision" in row else None,
        objection=_objection(row["appeal"]) if "appeal" in row else None,
    )


def _ruling(row: Row) -> Ruling:
    return Ruling(row["by"], row["kind"], row["words"], _minutes(row), row.get("days"), tuple(row.get("limits", ())))


def _objection(row: Row) -> Objection:
    said = row.get("answer")
    answer = Answer(said["by"], said["words"], _minutes(said), said["overturns"]) if said else None
    return Objection(row["words"], _minutes(row), answer)


def _minutes(row: Row) -> int:
    return round(row["hours"] * 60)
