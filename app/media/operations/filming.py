"""Taking in a video: looked at by ffprobe, copied by ffmpeg into a bare mp4 that starts at once, never re-encoded."""

import json
import secrets
import shutil
import subprocess
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from app.accounts.models import Account
from app.kernel import ids, offload, storage
from app.kernel.transactions import add, operation
from app.media import rules
from app.media.models import Video
from app.media.operations.decoding import Undecodable
from app.media.operations.encoding import poster
from app.media.operations.refusals import VideoRefused
from app.media.rules import Film

PATIENCE = 120
_CHUNK = 1024 * 1024
# The container is read as mp4 whatever it says it is, and may name no other file or address.
_INPUT = ("-protocol_whitelist", "file", "-f", "mov")
_FACTS = (
    "format=duration:stream=index,codec_type,codec_name,pix_fmt,width,height"
    ":stream_disposition=attached_pic:stream_side_data=rotation"
)


_STILL = ("-vf", "scale='min(1280,iw)':-2,thumbnail=20", "-frames:v", "1", "-f", "image2")


class _Failed(Exception):
    """One of the programs did not like the file."""


def can_film() -> bool:
    """Whether ffmpeg and ffprobe are installed on this system."""
    return all(shutil.which(program) for program in ("ffmpeg", "ffprobe"))


def store_video(upload: BinaryIO, *, by: Account, now: datetime) -> Video:
    """Check an mp4, leave out all that is not picture and sound, take a poster from it, and store both.

    The stream is copied to disk piece by piece, never held in memory. Raises VideoRefused.
    """
    if not can_film():
        raise VideoRefused(rules.NO_FFMPEG)
    with storage.workshop() as folder:
        source, clean, still = folder / "given.mp4", folder / "clean.mp4", folder / "still.png"
        _copy(upload, source)
        film = _accepted(source)
        try:
            _strip(source, clean, film)
            stored = _looked_at(clean)
            if why := rules.why_not_film(stored) or rules.why_cut_off(film, stored):
                raise VideoRefused(why)
            _take_still(clean, still, stored)
            cover = offload.run(poster, still.read_bytes())
        except (_Failed, Undecodable, OSError) as error:
            raise VideoRefused(rules.VIDEO_BROKEN) from error
        return _keep(clean, cover, stored, by=by, now=now)


def _copy(upload: BinaryIO, to: Path) -> None:
    size = 0
    with to.open("wb") as target:
        while chunk := upload.read(_CHUNK):
            if not size and (why := rules.why_not_mp4(chunk)):
                raise VideoRefused(why)
            size += len(chunk)
            if size > rules.MAX_VIDEO_BYTES:
                raise VideoRefused(rules.VIDEO_TOO_LARGE)
            target.write(chunk)
    if not size:
        raise VideoRefused(rules.EMPTY)


def _accepted(source: Path) -> Film:
    try:
        film = _looked_at(source)
    except _Failed as error:
        raise VideoRefused(rules.VIDEO_BROKEN) from error
    if why := rules.why_not_film(film):
        raise VideoRefused(why)
    return film


def _looked_at(file: Path) -> Film:
    """What ffprobe says about the file."""
    said = json.loads(_run("ffprobe", "-v", "error", *_INPUT, "-of", "json", "-show_entries", _FACTS, str(file)))
    streams = [one for one in said.get("streams", []) if not one.get("disposition", {}).get("attached_pic")]
    pictures = [one for one in streams if one.get("codec_type") == "video"]
    sounds = [one for one in streams if one.get("codec_type") == "audio"]
    length = _milliseconds(said.get("format", {}).get("duration"))
    film = Film(length=length, size=file.stat().st_size, sound=sounds[0].get("codec_name", "?") if sounds else "")
    if not pictures:
        return film
    first = pictures[0]
    sides = int(first.get("width", 0)), int(first.get("height", 0))
    width, height = reversed(sides) if _lies_down(first) else sides
    return replace(
        film,
        track=int(first["index"]),
        sound_track=int(sounds[0]["index"]) if sounds else None,
        codec=first.get("codec_name", ""),
        pixels=first.get("pix_fmt", ""),
        width=width,
        height=height,
    )


def _lies_down(stream: dict[str, Any]) -> bool:
    """Telephones film on their side and write down the turn."""
    turns = [int(one.get("rotation", 0)) for one in stream.get("side_data_list", [])]
    return any(turn % 180 for turn in turns)


def _milliseconds(seconds: str | None) -> int:
    try:
        return round(float(seconds or 0) * 1000)
    except (ValueError, OverflowError):
        return 0


def _strip(source: Path, to: Path, film: Film) -> None:
    """Picture and sound alone: no place, device, titles or chapters; the index first, so that it plays at once."""
    tracks = ["-map", f"0:{film.track}"]
    if film.sound_track is not None:
        tracks += ["-map", f"0:{film.sound_track}"]
    bare = ("-map_metadata", "-1", "-map_metadata:s:v", "-1", "-map_metadata:s:a", "-1", "-map_chapters", "-1")
    quiet = ("-fflags", "+bitexact", "-write_tmcd", "0", "-movflags", "+faststart", "-f", "mp4")
    _run("ffmpeg", "-nostdin", "-v", "error", *_INPUT, "-i", str(source), *tracks, "-c", "copy", *bare, *quiet, str(to))


def _take_still(source: Path, to: Path, film: Film) -> None:
    """The most telling picture of the first moments: many films begin in black."""
    start = min(film.length / 3000, 1.0)
    seek = ("-ss", f"{start:.3f}", *_INPUT, "-i", str(source), "-map", "0:v:0")
    _run("ffmpeg", "-nostdin", "-v", "error", *seek, *_STILL, str(to))


def _run(*words: str) -> str:
    try:
        done = subprocess.run(words, capture_output=True, text=True, errors="replace", timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired as error:
        raise _Failed("took too long") from error
    if done.returncode:
        raise _Failed(done.stderr.strip()[-300:])
    return done.stdout


def _keep(clean: Path, cover: bytes, film: Film, *, by: Account, now: datetime) -> Video:
    name = secrets.token_hex(16)
    key = f"{name[:2]}/{name[2:4]}/{name}"
    storage.save(f"{key}-poster.webp", cover)
    storage.take_in(f"{key}.mp4", clean)
    return _record(film, key, by=by, now=now)


@operation
def _record(film: Film, key: str, *, by: Account, now: datetime) -> Video:
    return add(
        Video(
            id=ids.new_id(now),
            owner_id=by.id,
            key=key,
            width=film.width,
            height=film.height,
            length=film.length,
            size=film.size,
            created_at=now,
        )
    )
