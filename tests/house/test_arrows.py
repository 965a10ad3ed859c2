"""Imports go where the contracts of pyproject.toml let them go."""

import subprocess
import sys
from pathlib import Path

from tests.house.sources import ROOT, imports, name, python

# Doors and forms may know who asks; below them the actor is `by=`, the moment `now=`.
BELOW_THE_DOOR = {"models", "events", "rules", "queries", "operations"}
KNOWN_AT_THE_DOOR = {
    "flask.request",
    "flask.session",
    "flask.g",
    "flask_login.current_user",
    "app.kernel.clock",
    "app.kernel.viewer",
}


def test_all_import_contracts_are_kept() -> None:
    linter = Path(sys.executable).parent / "lint-imports"
    result = subprocess.run([linter, "--no-logo"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


def test_nothing_is_imported_inside_a_function() -> None:
    words = ["check", "--select", "PLC0415", "--isolated", "--output-format", "concise", "app", "wsgi.py"]
    result = subprocess.run(
        [sys.executable, "-m", "ruff", *words], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout


def test_who_and_when_are_passed_in_below_the_door() -> None:
    offenders = [
        f"{name(file, line)} imports {imported}"
        for file in python("app")
        if "kernel" not in file.parts and room_of(file) in BELOW_THE_DOOR
        for imported, line in imports(file)
        if imported in KNOWN_AT_THE_DOOR or imported.startswith("app.kernel.clock.")
    ]
    assert not offenders, "\n".join(offenders)


def room_of(file: Path) -> str:
    parts = file.relative_to(ROOT / "app").with_suffix("").parts
    return parts[1] if len(parts) > 1 else ""
