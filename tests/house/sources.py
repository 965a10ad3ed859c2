"""The files that the house rules are about."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def python(*folders: str) -> Iterator[Path]:
    for folder in folders:
        yield from sorted((ROOT / folder).rglob("*.py"))


def templates() -> list[Path]:
    return sorted((ROOT / "templates").rglob("*.html"))


def static(suffix: str) -> list[Path]:
    """Our own browser files: what comes from npm is not ours to judge."""
    vendor = ROOT / "static" / "vendor"
    return [file for file in sorted((ROOT / "static").rglob(f"*{suffix}")) if vendor not in file.parents]


def name(file: Path, line: int = 0) -> str:
    return f"{file.relative_to(ROOT)}{f':{line}' if line else ''}"


def calls(file: Path) -> Iterator[tuple[str, int]]:
    """Every call in a Python file as ("datetime.now", line)."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node.lineno


def imports(file: Path) -> Iterator[tuple[str, int]]:
    """Every import as ("flask.request", line)."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((f"{node.module}.{alias.name}", node.lineno) for alias in node.names)
