"""Where things are in a checkout. Standard library only."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMPS = VENV / "stamps"
NODE = ROOT / ".node"
STATIC = ROOT / "static"
VENDOR = STATIC / "vendor"
TRANSLATIONS = ROOT / "app" / "translations"
MIGRATIONS = ROOT / "migrations" / "versions"


def instance() -> Path:
    """The folder of the running site: database, uploads, secrets. INSTANCE_DIR moves it."""
    return Path(os.environ.get("INSTANCE_DIR") or ROOT / "instance").expanduser().resolve()
