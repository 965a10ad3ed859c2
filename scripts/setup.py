"""Everything a checkout needs before it can run: `make setup`. With `--tests`, what the tests need as well.

Each step leaves a stamp and is skipped while nothing it depends on has changed, so that a second start costs
milliseconds. Standard library only: on a fresh machine there is nothing else yet.
"""

import fcntl
import os
import sys

from scripts import stamps, vendor, venv
from scripts.places import PYTHON, ROOT, TRANSLATIONS
from scripts.terminal import run, step


def compile_catalogues() -> None:
    files = sorted(TRANSLATIONS.glob("*/*.po"))
    outputs = [TRANSLATIONS / language / "LC_MESSAGES" / "messages.mo" for language in {f.parent.name for f in files}]
    mark = stamps.fingerprint([*files, ROOT / "scripts" / "catalogues.py"])
    if stamps.is_fresh("catalogues", mark, outputs):
        return
    with step("Message catalogues"):
        run([PYTHON, "-m", "scripts.catalogues"], cwd=ROOT, hint="The catalogues could not be compiled, see above.")
    stamps.leave("catalogues", mark)


def main() -> None:
    os.chdir(ROOT)
    folder = os.open(ROOT, os.O_RDONLY)
    fcntl.flock(folder, fcntl.LOCK_EX)  # two terminals may say `make` at once; let go when the process ends
    venv.install_packages(with_tests="--tests" in sys.argv)
    vendor.fetch()
    compile_catalogues()


if __name__ == "__main__":
    main()
