"""What a rule of the word filter may be, and lists of them as people paste and keep them."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from flask_babel import lazy_gettext as _l

from app.kernel.errors import Reason
from app.screening.models import ACTIONS, SCOPES, WordRule
from app.screening.rules.folding import compact

WORD_MAX, KEY_MAX, REPLACEMENT_MAX, NOTE_MAX = 60, 120, 60, 200
KEY_LEAST = 2
ROWS_MAX = 20_000
COLUMNS = ("word", "action", "scopes", "replacement", "note")
ACTION_NAMES: dict[str, Any] = {
    "refuse": _l("Refuse"), "review": _l("Review first"), "replace": _l("Replace"), "mark": _l("Mark"),
}  # fmt: skip
SCOPE_NAMES: dict[str, Any] = {
    "post": _l("Post"), "comment": _l("Comment"), "nickname": _l("Nickname"), "bio": _l("Bio"),
    "alt": _l("Picture description"), "poll": _l("Poll"), "card": _l("Card title"), "message": _l("Message"),
}  # fmt: skip
_ALSO_CALLED = {
    "拒绝": "refuse", "先审": "review", "替换": "replace", "标记": "mark", "微博": "post", "评论": "comment",
    "昵称": "nickname", "简介": "bio", "图片描述": "alt", "投票": "poll", "卡片标题": "card", "私信": "message",
    "全部": "all",
}  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t")  # a spreadsheet would reckon with what begins so

TOO_SHORT = Reason("too_short", _l("A word needs two characters that count; spaces and punctuation do not."))
TOO_LONG = Reason("too_long", _l("A word has at most 60 characters."))
NO_SCOPE = Reason("no_scope", _l("Choose at least one place where the word is looked for."))
NO_ACTION = Reason("no_action", _l("The action is one of refuse, review, replace and mark."))
UNKNOWN_SCOPE = Reason(
    "unknown_scope", _l("The places are post, comment, nickname, bio, alt, poll, card and message, or all.")
)
REPLACEMENT_TOO_LONG = Reason("replacement_too_long", _l("A replacement has at most 60 characters."))
REPLACEMENT_HOLDS_WORD = Reason("replacement_holds_word", _l("The replacement holds the word itself."))
NOTE_TOO_LONG = Reason("note_too_long", _l("A note has at most 200 characters."))
TOO_MANY_ROWS = Reason("too_many_rows", _l("At most 20,000 lines at once."))
TWICE = Reason("twice", _l("The same word stands further up in this list."))


@dataclass(frozen=True, slots=True)
class Wording:
    """A rule as it is asked for."""

    word: str
    action: str
    scopes: tuple[str, ...]
    replacement: str = ""
    note: str = ""

    @property
    def key(self) -> str:
        return compact(self.word)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a pasted list: its number, what was typed, and what it asks for."""

    number: int
    typed: str
    wording: Wording


def wording_of(rule: WordRule) -> Wording:
    """A rule as it could be asked for again."""
    return Wording(rule.word, rule.action, tuple(rule.scopes), rule.replacement, rule.note)


def tidied(wording: Wording) -> Wording:
    """Without spaces around, places in their order, and a replacement only where something is replaced."""
    return replace(
        wording,
        word=wording.word.strip(),
        scopes=(*(one for one in SCOPES if one in wording.scopes), *sorted(set(wording.scopes) - set(SCOPES))),
        replacement=wording.replacement.strip() if wording.action == "replace" else "",
        note=wording.note.strip(),
    )


def why_not_word(wording: Wording) -> Reason | None:
    """What is wrong with a rule in itself."""
    key = wording.key
    checks = [
        (len(key) < KEY_LEAST, TOO_SHORT),
        (len(wording.word) > WORD_MAX or len(key) > KEY_MAX, TOO_LONG),
        (wording.action not in ACTIONS, NO_ACTION),
        (not wording.scopes, NO_SCOPE),
        (not set(wording.scopes) <= set(SCOPES), UNKNOWN_SCOPE),
        (len(wording.replacement) > REPLACEMENT_MAX, REPLACEMENT_TOO_LONG),
        (bool(wording.replacement) and key in compact(wording.replacement), REPLACEMENT_HOLDS_WORD),
        (len(wording.note) > NOTE_MAX, NOTE_TOO_LONG),
    ]
    return next((reason for is_wrong, reason in checks if is_wrong), None)


def read_list(text: str, *, action: str, scopes: Iterable[str]) -> list[Line]:
    """The lines of a pasted list: a word each, or `word,action,scopes,replacement,note`.

    Empty columns take the `action` and `scopes` that were chosen for all; a heading is passed over.
    """
    lines = []
    for number, typed in enumerate(text.removeprefix("\ufeff").splitlines(), start=1):
        cells = [_plain(cell) for cell in next(csv.reader([typed], strict=False), [])]
        if not any(cells) or (number == 1 and tuple(cells[:2]) == COLUMNS[:2]):
            continue
        word, its_action, its_scopes, replacement, note = (*cells, "", "", "", "", "")[:5]
        wording = Wording(
            word, _code(its_action) or action, _scopes(its_scopes) or tuple(scopes), replacement,
            "，".join((note, *cells[5:])) if len(cells) > 5 else note,
        )  # fmt: skip
        lines.append(Line(number, typed, tidied(wording)))
    return lines


def as_list(wordings: Iterable[Wording]) -> str:
    """The same as CSV with a heading, as read_list reads it."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for one in wordings:
        cells = (one.word, one.action, " ".join(one.scopes), one.replacement, one.note)
        writer.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in cells])
    return file.getvalue()


def _plain(cell: str) -> str:
    cell = cell.strip()
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell


def _code(name: str) -> str:
    name = name.strip().casefold()
    return _ALSO_CALLED.get(name, name)


def _scopes(cell: str) -> tuple[str, ...]:
    names = [_code(name) for name in cell.replace("|", " ").replace(";", " ").replace("、", " ").split()]
    return SCOPES if "all" in names else tuple(names)
