"""What a step says while it works, and how it stops. Standard library only."""

import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn


def say(words: str) -> None:
    print(words, flush=True)


def stop(words: str) -> NoReturn:
    """End with a sentence that tells what to do, not with a traceback."""
    print(f"\n✗ {words}", file=sys.stderr, flush=True)
    raise SystemExit(1)


@contextmanager
def step(name: str) -> Iterator[None]:
    """Name the step before it starts and how long it took after it: nobody stares at a silent terminal."""
    say(f"→ {name}")
    started = time.monotonic()
    yield
    say(f"  done in {time.monotonic() - started:.1f} s")


def run(words: Sequence[object], *, env: Mapping[str, str] | None = None, cwd: Path | None = None, hint: str) -> None:
    """Run a program; when it fails, show what it said and the hint."""
    line = [str(word) for word in words]
    both = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    result = subprocess.run(line, env=env, cwd=cwd, text=True, check=False, **both)
    if result.returncode:
        print(result.stdout, file=sys.stderr)
        stop(hint)
