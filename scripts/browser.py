"""Chromium for the browser tests and the screenshots: found, or installed from Debian where we may.

`python -m scripts.browser` prints its path, or says what is missing and ends with 1.
"""

import os
import shutil
import subprocess
from pathlib import Path

from scripts.terminal import stop
from scripts.venv import install_debian_packages, may_install

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
MISSING = (
    "The browser tests need Chromium, and none was found.\n"
    "  On Debian:  apt-get install chromium fonts-noto-cjk\n"
    "  Or name one:  CHROMIUM=/path/to/chromium make test"
)


def find() -> str | None:
    """CHROMIUM from the environment, else the first browser on the path."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named if Path(named).is_file() else None
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def has_chinese_font() -> bool:
    if not shutil.which("fc-list"):
        return True  # cannot be known; a missing font spoils pictures, not tests
    return bool(subprocess.run(["fc-list", ":lang=zh"], capture_output=True, check=False).stdout.strip())


def provide() -> str | None:
    """The path of a Chromium that can show Chinese; installs it from Debian when it is missing and we may."""
    missing = [] if find() else ["chromium"]
    missing += [] if has_chinese_font() else ["fonts-noto-cjk"]
    if missing and not os.environ.get("CHROMIUM") and may_install():
        install_debian_packages(*missing)
    return find()


if __name__ == "__main__":
    print(provide() or stop(MISSING))
