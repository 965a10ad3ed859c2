"""Small videos made with ffmpeg, each once a run."""

import functools
import shutil
import subprocess
import tempfile
from pathlib import Path

from tests.support.missing import leave_out


def need_ffmpeg() -> None:
    """Skip where ffmpeg is missing; a build machine must have it (scripts/test.py installs it)."""
    if not shutil.which("ffmpeg"):
        leave_out("ffmpeg is missing (Debian: apt-get install ffmpeg)")


@functools.cache
def video(
    *, size: str = "320x180", seconds: float = 1.5, codec: str = "libx264", pixels: str = "yuv420p",
    sound: str | None = "aac", kind: str = "mp4", extra: tuple[str, ...] = (),
) -> bytes:  # fmt: skip
    """A moving test card with a tone; with a title, a place and a device name that must not be passed on."""
    need_ffmpeg()
    words = ["-f", "lavfi", "-i", f"testsrc=size={size}:rate=10:duration={seconds}"]
    if sound:
        words += ["-f", "lavfi", "-i", f"sine=frequency=440:duration={seconds}", "-c:a", sound]
    words += ["-c:v", codec, "-pix_fmt", pixels, "-metadata", "title=secret title"]
    words += ["-metadata", "location=+31.2304+121.4737/", "-metadata:s:v:0", "handler_name=secret camera"]
    return _made(words, extra, kind)


def turned(content: bytes) -> bytes:
    """The same, filmed with the telephone on its side."""
    return _made(["-i", "{given}", "-c", "copy", "-metadata:s:v:0", "rotate=90"], (), "mp4", given=content)


def starting_at_once(content: bytes) -> bytes:
    """The same with its index in front, as a cut-off copy still has it."""
    return _made(["-i", "{given}", "-c", "copy", "-movflags", "+faststart"], (), "mp4", given=content)


def _made(words: list[str], extra: tuple[str, ...], kind: str, *, given: bytes = b"") -> bytes:
    with tempfile.TemporaryDirectory(prefix="zhongcao-video-") as folder:
        source, target = Path(folder) / "given.mp4", Path(folder) / f"made.{kind}"
        source.write_bytes(given)
        line = [word.format(given=source) for word in words]
        subprocess.run(["ffmpeg", "-nostdin", "-v", "error", *line, *extra, str(target)], check=True)
        return target.read_bytes()
