"""Format, lint, types and arrows, each by its name: `make check`. All are run: one look shows all that is amiss."""

import subprocess
import sys
import time

from scripts.places import ROOT, VENV
from scripts.terminal import say

STEPS = {
    "Format": ["ruff", "format", "--check", "--output-format", "concise", "."],
    "Lint": ["ruff", "check", "--output-format", "concise", "."],
    "Types": ["mypy", "--no-error-summary"],
    "Arrows": ["lint-imports", "--no-logo"],
}


def passes(name: str, words: list[str]) -> bool:
    """Run one step; say in one line that it is well, or all it has to say."""
    started = time.monotonic()
    line = [str(VENV / "bin" / words[0]), *words[1:]]
    result = subprocess.run(line, cwd=ROOT, check=False, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    good = result.returncode == 0
    say(f"{'✓' if good else '✗'} {name} ({time.monotonic() - started:.1f} s)")
    if not good:
        say(result.stdout)
    return good


if __name__ == "__main__":
    results = [passes(name, words) for name, words in STEPS.items()]
    sys.exit(0 if all(results) else 1)
