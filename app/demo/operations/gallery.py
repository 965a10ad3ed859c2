"""Drawing the pictures of the world: each once, in as many processes as there are cores."""

import multiprocessing
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from gevent import monkey

from app.accounts.models import Account
from app.demo import drawing
from app.demo.content import Picture, World
from app.media import operations as media
from app.media.models import Image
from app.media.operations.decoding import Decoded
from app.media.operations.encoding import Encoded, encode

BATCH = 4


@dataclass(frozen=True)
class Wanted:
    """A picture to draw; without a size it gets the one that suits it."""

    recipe: str
    seed: int
    size: tuple[int, int] | None = None


Painter = Callable[[Iterable[Wanted]], Iterator[Encoded]]


class Gallery:
    """The finished pictures; whoever hangs one up gets files of its own."""

    def __init__(self, pictures: dict[Wanted, Encoded]) -> None:
        self.pictures = pictures
        self.hung: list[Image] = []

    def hang(self, wanted: Wanted, *, by: Account | None, now: datetime) -> Image:
        """Store a picture for an account, or for the site."""
        image = media.keep(self.pictures[wanted], by=by, now=now)
        self.hung.append(image)
        return image

    def take_down(self) -> None:
        """Remove the files again, when the world they were for has not come about."""
        media.remove(self.hung)


def wanted_by(world: World) -> list[Wanted]:
    """Every picture of the world, each once."""
    found = [avatar_of(account.avatar) for account in world.accounts]
    found += [banner_of(account.banner) for account in world.accounts]
    found += [plain(product.picture) for product in world.products]
    found += [plain(picture) for post in world.posts for picture in post.all_pictures]
    return list(dict.fromkeys(found))


def plain(picture: Picture) -> Wanted:
    return Wanted(picture.recipe, picture.seed)


def avatar_of(picture: Picture) -> Wanted:
    return Wanted(picture.recipe, picture.seed, drawing.AVATAR_SIZE)


def banner_of(picture: Picture) -> Wanted:
    return Wanted(picture.recipe, picture.seed, drawing.BANNER_SIZE)


def painted(wanted: Iterable[Wanted]) -> Iterator[Encoded]:
    """Draw and encode, in the order asked for."""
    # A patched process cannot wait for others of its kind: it draws by itself.
    cores = 1 if monkey.is_module_patched("threading") else os.cpu_count() or 1
    if cores == 1:
        yield from map(_paint, wanted)
        return
    # Forked processes need not load the whole site again; macOS does not allow it.
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    with context.Pool(cores) as pool:
        yield from pool.imap(_paint, wanted, chunksize=BATCH)


def _paint(one: Wanted) -> Encoded:
    return encode(Decoded("webp", [drawing.draw(one.recipe, one.seed, one.size)], [0]), effort=0)
