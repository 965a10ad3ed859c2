"""One place commits, one place reads the clock, no markup grows in Python."""

import ast
import re

from tests.house.sources import ROOT, calls, name, python

CLOCKS = re.compile(r"(^|\.)(datetime\.(now|utcnow)|date\.today|time\.time|func\.now|func\.current_timestamp)$")
MARKUP = re.compile(r"</?(div|span|a|p|b|i|strong|em|img|ul|li|button|br|section|article)[\s/>]", re.IGNORECASE)


def test_only_the_kernel_commits() -> None:
    offenders = [
        name(file, line)
        for file in python("app")
        if ROOT / "app" / "kernel" not in file.parents
        for call, line in calls(file)
        if call.endswith(".commit") or call == "commit"
    ]
    assert not offenders, "an operation is a transaction, and `@operation` alone commits: " + ", ".join(offenders)


def test_only_the_clock_reads_the_clock() -> None:
    exempt = [ROOT / "app" / "kernel" / "clock.py"]
    offenders = [
        f"{name(file, line)} {call}"
        for file in python("app")
        if file not in exempt and ROOT / "app" / "demo" not in file.parents
        for call, line in calls(file)
        if CLOCKS.search(call)
    ]
    assert not offenders, "the time is read in kernel.clock and passed down as `now=`: " + ", ".join(offenders)


def test_no_markup_in_python_strings() -> None:
    # Reading strangers' pages is the one place where tags are data.
    exempt = ROOT / "app" / "products" / "unfurling"
    offenders = [
        name(file, node.lineno)
        for file in python("app")
        if exempt not in file.parents
        for node in strings_of(ast.parse(file.read_text(encoding="utf-8")))
        if MARKUP.search(node.value)
    ]
    assert not offenders, "store kind and ids, render in a template: " + ", ".join(offenders)


def strings_of(tree: ast.Module) -> list[ast.Constant]:
    """String constants that are values; docstrings and notes under constants are for readers."""
    notes = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    found = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return [node for node in found if id(node) not in notes]
