"""ffmpeg for the tests of videos: found, or installed from Debian where we may. The running site goes without."""

import shutil

from scripts.venv import install_debian_packages, may_install

MISSING = "Without ffmpeg the tests of videos are left out.\n  On Debian:  apt-get install ffmpeg"


def provide() -> bool:
    """Whether ffmpeg and ffprobe are there; installs them from Debian when they are missing and we may."""
    if not _is_there() and may_install():
        install_debian_packages("ffmpeg")
    return _is_there()


def _is_there() -> bool:
    return all(shutil.which(program) for program in ("ffmpeg", "ffprobe"))
