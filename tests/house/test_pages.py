"""Templates and browser files obey the Content-Security-Policy and load nothing from elsewhere."""

import json
import re
from collections.abc import Iterable
from pathlib import Path

from tests.house import sources

INLINE_STYLE = re.compile(r"<[^>]*\sstyle\s*=|<style\b(?![^>]*nonce)", re.IGNORECASE)
INLINE_HANDLER = re.compile(r"<[a-z][^>]*\son[a-z]+\s*=\s*[\"']|[\"']javascript:", re.IGNORECASE)
SCRIPT = re.compile(r"<script\b[^>]*>", re.IGNORECASE)
ELSEWHERE_IN_PAGES = re.compile(r"(src|srcset|href|action|poster|content)\s*=\s*[\"'](https?:)?//", re.IGNORECASE)
ELSEWHERE_IN_FILES = re.compile(r"[\"'(](https?:)?//(?!www\.w3\.org/)[\w.]")
INTO_STYLE = re.compile(r"setAttribute\(\s*[\"'](style|on\w+)[\"']|\beval\(|new Function\(|document\.write\(")


def lines_with(pattern: re.Pattern[str], files: Iterable[Path]) -> list[str]:
    found = []
    for file in files:
        text = file.read_text(encoding="utf-8")
        found += [sources.name(file, text.count("\n", 0, hit.start()) + 1) for hit in pattern.finditer(text)]
    return found


def test_no_inline_style_and_no_inline_handler() -> None:
    # Letters carry what they look like: mail programs know no stylesheet of ours, and no policy of ours holds there.
    pages = [file for file in sources.templates() if not file.name.endswith("_mail.html")]
    assert not lines_with(INLINE_STYLE, pages)
    assert not lines_with(INLINE_HANDLER, sources.templates())
    assert not lines_with(INTO_STYLE, sources.static(".js"))


def test_every_script_carries_the_nonce() -> None:
    bare = [
        sources.name(file)
        for file in sources.templates()
        for tag in SCRIPT.findall(file.read_text(encoding="utf-8"))
        if "nonce=" not in tag
    ]
    assert not bare


def test_nothing_is_loaded_from_elsewhere() -> None:
    assert not lines_with(ELSEWHERE_IN_PAGES, sources.templates())
    assert not lines_with(ELSEWHERE_IN_FILES, [*sources.static(".css"), *sources.static(".js")])


def test_what_strangers_wrote_is_always_escaped() -> None:
    assert not lines_with(re.compile(r"\|\s*safe\b|autoescape\s+false", re.IGNORECASE), sources.templates())


def test_the_lock_file_names_no_registry_and_proves_every_package() -> None:
    lock = json.loads((sources.ROOT / "static" / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: facts for name, facts in lock["packages"].items() if name}
    assert not [name for name, facts in packages.items() if "resolved" in facts]
    assert not [name for name, facts in packages.items() if "integrity" not in facts]
