"""Small files: what does not fit on a few screens is two things."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.house import sources

LONGEST = {"Python": 250, "template": 120, "CSS": 250, "JavaScript": 200}
FILES = {
    "Python": [*sources.python("app", "scripts", "tests"), sources.ROOT / "wsgi.py"],
    "template": sources.templates(),
    "CSS": sources.static(".css"),
    "JavaScript": sources.static(".js"),
}


@pytest.mark.parametrize("kind", LONGEST)
def test_no_file_is_too_long(kind: str) -> None:
    assert not too_long(FILES[kind], LONGEST[kind])


def too_long(files: Iterable[Path], most: int) -> list[str]:
    sizes = {file: len(file.read_text(encoding="utf-8").splitlines()) for file in files}
    return [
        f"{sources.name(file)} has {lines} lines, more than {most}" for file, lines in sizes.items() if lines > most
    ]
