"""Write requirements.txt and tests/requirements.txt from what is installed in `.venv`: `make pins`.

The names we ask for stand in pyproject.toml; this adds everything they bring along, with exact versions, for every
Python we support (a package that only an older interpreter needs is pinned too, with its condition).
"""

import tomllib
from collections.abc import Iterable
from importlib import metadata

from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

from scripts.places import ROOT
from scripts.terminal import stop

# 3.11.0 to 3.11.2 (Debian 12) need packages that later ones do not.
PYTHONS = {"3.11.2": "3.11", "3.11.9": "3.11", "3.12.3": "3.12", "3.13.1": "3.13", "3.14.0": "3.14"}
# Needed below 3.11.3 only, so a newer interpreter does not have it installed to read its version from.
ELSEWHERE = {"async-timeout": ("5.0.1", 'python_full_version < "3.11.3"')}


def environments() -> list[dict[str, str]]:
    here = default_environment()
    return [
        {**here, "python_full_version": full, "python_version": short, "sys_platform": "linux"}
        for full, short in PYTHONS.items()
    ]


def wanted_by(name: str, extras: Iterable[str]) -> list[Requirement]:
    found = []
    for line in metadata.requires(name) or []:
        requirement = Requirement(line)
        contexts = [{**env, "extra": extra} for env in environments() for extra in (*extras, "")]
        if requirement.marker is None or any(requirement.marker.evaluate(context) for context in contexts):
            found.append(requirement)
    return found


def closure(asked: list[str]) -> dict[str, set[str]]:
    """Name -> who asked for it, for everything the given requirements bring along."""
    reasons: dict[str, set[str]] = {}
    queue = [(Requirement(line), "") for line in asked]
    seen: set[tuple[str, frozenset[str]]] = set()
    while queue:
        requirement, parent = queue.pop()
        name = canonicalize_name(requirement.name)
        reasons.setdefault(name, set()).add(parent)
        key = (name, frozenset(requirement.extras))
        if key in seen or name in ELSEWHERE:
            continue
        seen.add(key)
        queue += [(child, name) for child in wanted_by(name, requirement.extras)]
    return reasons


def refuse_too_new(names: Iterable[str]) -> None:
    """A pin that the oldest supported Python cannot install would break the set-up there."""
    oldest = next(iter(PYTHONS))
    for name in sorted(set(names) - set(ELSEWHERE)):
        needs = metadata.metadata(name)["Requires-Python"]
        if needs and not SpecifierSet(needs).contains(oldest):
            stop(f"{name} {metadata.version(name)} needs Python {needs}; we support {oldest}. Install an older {name}.")


def lines(reasons: dict[str, set[str]]) -> list[str]:
    out = []
    for name in sorted(reasons):
        version, condition = ELSEWHERE[name] if name in ELSEWHERE else (metadata.version(name), "")
        pin = f"{name}=={version}" + (f" ; {condition}" if condition else "")
        parents = sorted(reasons[name] - {""})
        out.append(pin if "" in reasons[name] else f"{pin}  # for {', '.join(parents)}")
    return out


def main() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    site = closure(project["project"]["dependencies"])
    tests = closure(project["dependency-groups"]["test"])
    refuse_too_new({*site, *tests})
    extra = {name: parents for name, parents in tests.items() if name not in site}
    written = "# Written by `make pins` from pyproject.toml. Lines with a comment are brought along by others.\n"
    (ROOT / "requirements.txt").write_text(written + "\n".join(lines(site)) + "\n", encoding="utf-8")
    head = written + "# What only tests and tooling need; the site's own pins come first.\n-r ../requirements.txt\n"
    (ROOT / "tests" / "requirements.txt").write_text(head + "\n".join(lines(extra)) + "\n", encoding="utf-8")
    print(f"requirements.txt: {len(site)} packages; tests/requirements.txt: {len(extra)} more")


if __name__ == "__main__":
    main()
