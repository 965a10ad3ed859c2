"""The word filter as staff reads it, and what it would make of a text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import pairwise
from typing import Any
from urllib.parse import urlencode

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.kernel.pagination import Page
from app.screening import queries
from app.screening.models import ACTIONS, SCOPES, WordRule
from app.screening.rules import Hit, replaced, strictest
from app.screening.rules.wordlists import ACTION_NAMES, SCOPE_NAMES, Wording

PATH = "/admin/words"
TONES = {"refuse": "warm", "review": "amber", "replace": "blue", "mark": ""}
OUTCOMES: dict[str, Any] = {
    "": _l("Nothing would happen: the text goes out as it is."),
    "mark": _l("It goes out, and is put before a reviewer."),
    "replace": _l("It goes out with the words replaced."),
    "review": _l("It waits for a reviewer before it goes out."),
    "refuse": _l("It is refused; the writer is told which word it was."),
}


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule in the list."""

    id: str
    wording: Wording
    action: Any
    tone: str
    scopes: str
    hit_count: int
    last_hit_at: datetime | None
    is_open: bool
    edit_url: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the list is narrowed to and ordered by; of values that there are not, nothing is left."""

    words: str = ""
    action: str = ""
    scope: str = ""
    sort: str = ""

    def url(self, **more: str) -> str:
        """The address of the list so narrowed."""
        values = {"q": self.words, "action": self.action, "scope": self.scope, "sort": self.sort, **more}
        query = urlencode({key: value for key, value in values.items() if value})
        return f"{PATH}?{query}" if query else PATH

    @property
    def is_narrowed(self) -> bool:
        return bool(self.words or self.action or self.scope)


@dataclass(frozen=True, slots=True)
class WordList:
    """A page of the list."""

    rows: list[RuleRow]
    count: int
    chosen: Chosen
    tabs: list[dict[str, Any]]
    next_url: str
    first_url: str
    actions: list[tuple[str, Any]]
    scopes: list[tuple[str, Any]]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a tried text: plain where `words` is empty, else a hit of these rules."""

    text: str
    words: str = ""
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Trial:
    """What would become of a text in a place."""

    text: str = ""
    scope: str = "post"
    pieces: list[Piece] = field(default_factory=list)
    outcome: Any = ""
    tone: str = ""
    result: str = ""


def chosen(args: Any) -> Chosen:
    """The choice that an address carries."""
    action, scope = args.get("action", ""), args.get("scope", "")
    return Chosen(
        words=args.get("q", "").strip()[:60],
        action=action if action in ACTIONS else "",
        scope=scope if scope in SCOPES else "",
        sort="hits" if args.get("sort") == "hits" else "",
    )


def word_list(choice: Chosen, *, cursor: str | None, open_id: str) -> WordList:
    """A page of the rules."""
    narrowed = {"words": choice.words, "action": choice.action, "scope": choice.scope}
    page: Page[WordRule] = queries.word_rules(**narrowed, by_hits=choice.sort == "hits", before=cursor)
    here = {"cursor": cursor or ""}
    return WordList(
        rows=[_row(rule, choice, here, str(rule.id) == open_id) for rule in page.items],
        count=queries.word_rule_count(**narrowed),
        chosen=choice,
        tabs=_tabs(choice),
        next_url=choice.url(cursor=page.next_cursor) if page.next_cursor else "",
        first_url=choice.url() if cursor else "",
        actions=[(code, ACTION_NAMES[code]) for code in ACTIONS],
        scopes=[(code, SCOPE_NAMES[code]) for code in SCOPES],
    )


def trial(text: str, scope: str) -> Trial:
    """What the filter would do with a text, and where it finds what."""
    scope = scope if scope in SCOPES else SCOPES[0]
    hits = queries.hits({scope: text})
    action = strictest(hits)
    return Trial(
        text=text,
        scope=scope,
        pieces=_pieces(text, hits),
        outcome=OUTCOMES[action],
        tone=TONES.get(action, "") if action else "grow",
        result=changed if (changed := replaced(text, hits)) != text else "",
    )


def _tabs(choice: Chosen) -> list[dict[str, Any]]:
    names = [("", _("All")), *ACTION_NAMES.items()]
    return [
        {
            "label": name,
            "href": replace(choice, action=code).url(),
            "is_here": choice.action == code,
            "count": queries.word_rule_count(words=choice.words, action=code, scope=choice.scope),
        }
        for code, name in names
    ]


def _row(rule: WordRule, choice: Chosen, here: dict[str, str], is_open: bool) -> RuleRow:
    all_places = len(rule.scopes) == len(SCOPES)
    return RuleRow(
        id=str(rule.id),
        wording=Wording(rule.word, rule.action, tuple(rule.scopes), rule.replacement, rule.note),
        action=ACTION_NAMES[rule.action],
        tone=TONES[rule.action],
        scopes=_("Everywhere") if all_places else _(", ").join(str(SCOPE_NAMES[scope]) for scope in rule.scopes),
        hit_count=rule.hit_count,
        last_hit_at=rule.last_hit_at,
        is_open=is_open,
        edit_url=f"{choice.url(**here, edit=str(rule.id))}#word-{rule.id}",
    )


def _pieces(text: str, hits: Sequence[Hit]) -> list[Piece]:
    """The text cut where hits begin and end; what lies under several takes the colour of the strictest."""
    edges = sorted({0, len(text), *(hit.start for hit in hits), *(hit.end for hit in hits)})
    pieces = []
    for start, end in pairwise(edges):
        over = [hit for hit in hits if hit.start <= start and end <= hit.end]
        pieces.append(Piece(text[start:end], _words(over), strictest(over)))
    return pieces


def _words(hits: Iterable[Hit]) -> str:
    return " · ".join(dict.fromkeys(f"{hit.word} ({ACTION_NAMES[hit.action]})" for hit in hits))
