"""From the plan to a living site: one transaction, so that a broken build leaves nothing."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import func, select

from app.accounts.models import Account
from app.demo.content import World
from app.demo.operations import desk, gallery, stage, verifying
from app.demo.operations.gallery import Gallery, Painter
from app.demo.operations.history import History
from app.kernel import events
from app.kernel.database import db
from app.kernel.transactions import operation

Say = Callable[[str], None]


class NotEmpty(Exception):
    """There are accounts already; the demo world would mix with theirs."""

    def __init__(self, accounts: int) -> None:
        super().__init__(f"{accounts} accounts")
        self.accounts = accounts


def build(world: World, *, seed: int, now: datetime, say: Say, painter: Painter = gallery.painted) -> None:
    """Fill an empty site with the world as of `now`; raises NotEmpty."""
    if accounts := _account_count():
        raise NotEmpty(accounts)
    wanted = gallery.wanted_by(world)
    say(f"drawing {len(wanted)} pictures")
    pictures = Gallery(dict(zip(wanted, painter(wanted), strict=True)))
    try:
        _fill(world, pictures, seed=seed, now=now, say=say)
    except BaseException:
        pictures.take_down()
        raise


@operation
def _fill(world: World, pictures: Gallery, *, seed: int, now: datetime, say: Say) -> None:
    if accounts := _account_count():  # someone has signed up meanwhile
        raise NotEmpty(accounts)
    say(f"{len(world.accounts)} people, {len(world.products)} products")
    scene = stage.set_up(world, pictures, seed=seed, now=now)
    verifying.set_up(scene, seed=seed, now=now)
    history = History(world, scene, seed, now)
    acts = history.in_order()
    say(f"{len(world.posts)} posts, {len(world.reposts)} reposts, {len(world.comments)} comments; {len(acts)} acts")
    moment = now
    # Nobody is looking yet, so `live` need not tell anyone; everything else follows as it does on any day.
    with events.retelling(lambda: moment, but={"live"}):
        for moment, act in acts:
            act(moment)
        lately = [*desk.acts_of(world, history, now=now), *verifying.in_order(scene, now=now)]
        for moment, act in sorted([*lately, (now, history.deliver_reminders)], key=lambda one: one[0]):
            history.deliver_reminders(moment)
            act(moment)


def _account_count() -> int:
    return db.session.scalar(select(func.count()).select_from(Account)) or 0
