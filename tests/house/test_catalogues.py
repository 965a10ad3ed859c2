"""Every message of the site exists in Chinese, with the same blanks to fill in."""

import re
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir

from scripts import catalogues
from tests.house.sources import ROOT

KEYWORDS = {
    "_": None,
    "_l": None,
    "gettext": None,
    "lazy_gettext": None,
    "ngettext": (1, 2),
    "lazy_ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "lazy_pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
BLANK = re.compile(r"%\((\w+)\)[sd]|\{(\w*)\}")
CHINESE = ROOT / "app" / "translations" / "zh"


@cache
def used() -> dict[tuple[str | tuple[str, ...], str | None], str]:
    """Message and context -> where it is used first."""
    places: dict[tuple[str | tuple[str, ...], str | None], str] = {}
    for folder, method in ((ROOT / "app", [("**.py", "python")]), (ROOT / "templates", [("**.html", "jinja2")])):
        options = {"**.html": {"trimmed": "true", "silent": "false"}}
        for file, line, message, _notes, context in extract_from_dir(folder, method, options, KEYWORDS):
            places.setdefault((message, context), f"{folder.name}/{file}:{line}")
    return places


@cache
def chinese() -> Catalog:
    return catalogues.merged(CHINESE)


def test_every_message_is_translated() -> None:
    missing = [
        f"{place}  {message!r}"
        for (message, context), place in used().items()
        if chinese().get(message, context) is None or not chinese().get(message, context).string
    ]
    assert not missing, f"{len(missing)} messages have no Chinese:\n" + "\n".join(missing)


def test_translations_have_the_same_blanks() -> None:
    wrong = []
    for message in chinese():
        if not message.id:
            continue
        ids = [message.id] if isinstance(message.id, str) else list(message.id)
        strings = [message.string] if isinstance(message.string, str) else list(message.string)
        if any(blanks(string) - blanks(*ids) for string in strings):
            wrong.append(repr(ids[0]))
    assert not wrong, "a blank in the translation is not in the message: " + ", ".join(wrong)


def blanks(*texts: str) -> set[str]:
    return {first or second for text in texts for first, second in BLANK.findall(text)}


def test_errors_do_not_shout() -> None:
    shouting = [repr(message.id) for message in chinese() if message.id and re.search(r"[!！]", str(message.string))]
    assert not shouting, "no exclamation marks: " + ", ".join(shouting)


def test_two_files_that_disagree_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
    folder = tmp_path / "zh"
    folder.mkdir()
    (folder / "a.po").write_text(f'{head}msgid "Follow"\nmsgstr "关注"\n', encoding="utf-8")
    (folder / "b.po").write_text(f'{head}msgid "Follow"\nmsgstr "跟随"\n', encoding="utf-8")
    with pytest.raises(SystemExit):
        catalogues.merged(folder)
    assert "translated in two ways" in capsys.readouterr().err


def test_all_files_of_a_language_become_one(tmp_path: Path) -> None:
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
    folder = tmp_path / "zh"
    folder.mkdir()
    (folder / "a.po").write_text(f'{head}msgid "Follow"\nmsgstr "关注"\n', encoding="utf-8")
    (folder / "b.po").write_text(f'{head}msgid "Follow"\nmsgstr "关注"\n\nmsgid "Mute"\nmsgstr ""\n', encoding="utf-8")
    assert catalogues.compile_all(tmp_path) == 1
    assert (folder / "LC_MESSAGES" / "messages.mo").stat().st_size > 0
