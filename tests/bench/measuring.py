"""Time a piece of work many times and say it in one line."""

import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Figure:
    """Milliseconds of many runs; `of` says how much work one run was."""

    name: str
    runs: list[float]
    of: str = ""

    def __str__(self) -> str:
        if not self.runs:
            return f"{self.name:<34} nothing to measure"
        slowest = sorted(self.runs)[max(0, int(len(self.runs) * 0.95) - 1)]
        middle = statistics.median(self.runs)
        return f"{self.name:<34} {middle:9.2f} ms median {slowest:9.2f} ms 95 %  ×{len(self.runs)}  {self.of}"


def each(name: str, work: Callable[[Any], object], things: Iterable[Any], of: str = "") -> Figure:
    """Time `work(thing)` for every thing, after one run that warms up."""
    runs = []
    for number, thing in enumerate(things):
        if number == 0:
            work(thing)
        started = time.perf_counter()
        work(thing)
        runs.append((time.perf_counter() - started) * 1000)
    return Figure(name, runs, of)
