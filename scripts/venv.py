"""The virtual environment and the pinned packages in it. Standard library only: nothing is installed yet."""

import importlib.util
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

from scripts import stamps
from scripts.places import PYTHON, ROOT, VENV
from scripts.terminal import run, step, stop

SITE = ROOT / "requirements.txt"
TESTS = ROOT / "tests" / "requirements.txt"
OLDEST = (3, 11)
NO_PIP = (
    "This Python cannot make a virtual environment: its `ensurepip` module is missing.\n"
    "  On Debian and Ubuntu:  apt-get install python3-venv\n"
    "  Or name another Python: make {goal} PYTHON=/path/to/python3"
)


def make_venv() -> None:
    """A sound `.venv`, made anew when there is none or when its interpreter has gone."""
    if sys.version_info < OLDEST:
        stop(f"Python {OLDEST[0]}.{OLDEST[1]} or newer is needed; this is {sys.version.split()[0]}. Set PYTHON=…")
    if is_sound():
        return
    with step(f"Virtual environment in .venv (Python {sys.version.split()[0]})"):
        if importlib.util.find_spec("ensurepip"):
            venv.create(VENV, clear=True, with_pip=True, symlinks=True)
        else:
            make_venv_without_ensurepip()


def is_sound() -> bool:
    if not PYTHON.exists():
        return False
    probe = "import sys, pip; print(sys.version_info[:2] >= (3, 11))"
    answer = subprocess.run([PYTHON, "-c", probe], capture_output=True, text=True, check=False)
    return answer.stdout.strip() == "True"


def make_venv_without_ensurepip() -> None:
    """Debian splits ensurepip off; a pip or virtualenv that is there anyway, or the package, does as well."""
    if importlib.util.find_spec("virtualenv"):
        run([sys.executable, "-m", "virtualenv", "--clear", VENV], hint=NO_PIP.format(goal="run"))
    elif importlib.util.find_spec("pip"):
        venv.create(VENV, clear=True, with_pip=False, symlinks=True)
        run([sys.executable, "-m", "pip", "--python", PYTHON, "install", "pip"], hint=NO_PIP.format(goal="run"))
    elif may_install():
        install_debian_packages("python3-venv")
        run([sys.executable, "-m", "venv", "--clear", VENV], hint=NO_PIP.format(goal="run"))
    else:
        stop(NO_PIP.format(goal="run"))


def may_install() -> bool:
    """May we install Debian packages here without asking anybody for a password?"""
    if not shutil.which("apt-get"):
        return False
    if os.geteuid() == 0:
        return True
    return (
        shutil.which("sudo") is not None
        and subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    )


def install_debian_packages(*names: str) -> None:
    with step(f"Debian packages {', '.join(names)}"):
        before = [] if os.geteuid() == 0 else ["sudo", "-n"]
        env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        hint = f"Could not install {', '.join(names)}; install by hand, then start again."
        run([*before, "apt-get", "update"], env=env, hint=hint)
        run([*before, "apt-get", "install", "-y", "--no-install-recommends", *names], env=env, hint=hint)


def install_packages(*, with_tests: bool) -> None:
    """Exactly the pinned packages; nothing at all when the pins are those of the last time."""
    file, name = (TESTS, "tests") if with_tests else (SITE, "site")
    if stamps.is_fresh(f"packages-{name}", mark_of(file), [PYTHON]):
        return
    make_venv()
    words = [PYTHON, "-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--quiet", "-r", file]
    with step(f"Python packages for the {name} (about a minute the first time)"):
        run(words, hint="pip could not install the pinned packages; is the package index reachable?")
    stamps.leave(f"packages-{name}", mark_of(file))


def mark_of(file: Path) -> str:
    """Changes with the pins, with the interpreter behind `.venv`, and when the checkout has moved."""
    return stamps.fingerprint([SITE, file], str(VENV), os.path.realpath(PYTHON))
