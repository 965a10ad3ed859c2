"""Compile the message catalogues: every domain's `<domain>.po` of a language merged into one `messages.mo`.

Each domain keeps its own words, the page reads one catalogue. The same message translated in two ways is an error:
nobody could say which one a reader will see. Needs Babel, so it runs inside `.venv`.
"""

import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from scripts.places import ROOT, TRANSLATIONS
from scripts.terminal import say, stop


def merged(folder: Path) -> Catalog:
    """One catalogue from all `.po` files of a language; stops when two of them disagree or one cannot be read."""
    whole = Catalog(locale=folder.name, domain="messages", charset="utf-8")
    origin: dict[tuple[object, str | None], Path] = {}
    problems: list[str] = []
    for file in sorted(folder.glob("*.po")):
        for message in read(file):
            if not message.id or not translated(message.string):
                continue
            key = (message.id, message.context)
            known = whole.get(message.id, message.context)
            if known is not None and known.string != message.string:
                where = f"{origin[key].name}: {known.string!r}, {file.name}: {message.string!r}"
                problems.append(f"{message.id!r} is translated in two ways ({where})")
                continue
            whole.add(message.id, message.string, context=message.context)
            origin[key] = file
    if problems:
        stop("The catalogues disagree:\n  " + "\n  ".join(problems))
    return whole


def read(file: Path) -> Catalog:
    try:
        with file.open("rb") as stream:
            return read_po(stream, locale=file.parent.name, abort_invalid=True)
    except (PoFileError, UnicodeDecodeError, ValueError) as error:
        stop(f"{file.relative_to(ROOT)} cannot be read: {error}")


def translated(string: str | tuple[str, ...] | list[str]) -> bool:
    return bool(string) if isinstance(string, str) else all(string)


def compile_all(root: Path = TRANSLATIONS) -> int:
    """Write `LC_MESSAGES/messages.mo` for every language; answers how many messages there are in all."""
    count = 0
    for folder in sorted(path for path in root.glob("*") if path.is_dir() and any(path.glob("*.po"))):
        catalogue = merged(folder)
        target = folder / "LC_MESSAGES" / "messages.mo"
        target.parent.mkdir(exist_ok=True)
        draft = target.with_suffix(".tmp")
        with draft.open("wb") as stream:
            write_mo(stream, catalogue)
        draft.replace(target)
        count += len(catalogue)
    return count


if __name__ == "__main__":
    total = compile_all()
    if "--quiet" not in sys.argv:
        say(f"  {total} messages")
