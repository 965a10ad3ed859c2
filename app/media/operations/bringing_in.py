"""Taking in pictures that another site of this kind has stored: bit by bit, once they prove to be pictures."""

from collections.abc import Mapping
from datetime import datetime

from app.accounts.models import Account
from app.kernel import offload
from app.media import rules
from app.media.models import Image
from app.media.operations.clearing import SIZES
from app.media.operations.decoding import Undecodable, decode
from app.media.operations.encoding import LARGE, LARGE_MOVING, Encoded
from app.media.operations.refusals import ImageRefused
from app.media.operations.storing import keep


def bring_in(files: Mapping[str, bytes], *, by: Account, now: datetime) -> Image:
    """Keep the files of a picture (thumb, medium, large), all of them WebP that can be decoded. Raises ImageRefused."""
    if set(files) != set(SIZES):
        raise ImageRefused(rules.BROKEN)
    return keep(offload.run(_proven, dict(files)), by=by, now=now)


def _proven(files: dict[str, bytes]) -> Encoded:
    try:
        for content in files.values():
            if rules.kind_of(content) != "webp" or rules.why_not_store(content):
                raise ImageRefused(rules.BROKEN)
        decoded = {size: decode(content, "webp", draft=LARGE, moving=LARGE_MOVING) for size, content in files.items()}
    except Undecodable as error:
        raise ImageRefused(error.reason) from error
    first = decoded["large"].frames[0]
    return Encoded("webp", files, first.width, first.height, decoded["large"].is_animated)
