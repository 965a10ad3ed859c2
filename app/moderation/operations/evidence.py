"""What was reported is kept as it was: words in plain values, pictures as copies that outlive the originals."""

from typing import Any

from app.kernel import storage, vault
from app.moderation import queries


def kept(portrait: dict[str, Any], *, with_pictures: bool = True) -> dict[str, Any]:
    """The portrait with copies of its pictures in the vault: `media` gives way to `key`, the key of the copy.

    A picture whose file is not there (any more) is named without a copy.
    """
    snapshot = dict(portrait)
    snapshot["pictures"] = [_copied(one, with_pictures) for one in portrait.get("pictures", [])]
    if portrait.get("video"):
        snapshot["video"] = _copied(portrait["video"], with_pictures)
    return snapshot


def remove(snapshot: dict[str, Any] | None) -> None:
    """Delete the copies that a snapshot names."""
    for picture in queries.kept_pictures(snapshot or {}):
        if picture.get("key"):
            vault.remove(picture["key"])


def _copied(picture: dict[str, Any], with_pictures: bool) -> dict[str, Any]:
    named = {name: value for name, value in picture.items() if name != "media"}
    path = storage.path_of(picture["media"])
    return {**named, "key": vault.keep(path.read_bytes()) if with_pictures and path.is_file() else ""}
