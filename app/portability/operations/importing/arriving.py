"""Several people arrive together: first who they are and whom they know, then what they wrote, then what they did."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from app.accounts import operations as accounts
from app.accounts import queries as people
from app.accounts.models import Account
from app.kernel import events
from app.kernel.errors import Reason, Refusal
from app.media import operations as media
from app.media.models import Image
from app.portability.operations.importing import doings, relating, writing
from app.portability.operations.importing.unpacking import BadFile, Pack, moment

QUIET = {"notifications", "live"}
"""Domains that hear nothing of the past."""


class NotTaken(Refusal):
    """Somebody else has this handle, or the account cannot be opened here."""


@dataclass
class Arrival:
    """One person's export, the account it goes to, and how much of it is here now; `skipped` by kind."""

    pack: Pack
    account: Account
    is_new: bool
    at: datetime
    taken: Counter[str] = field(default_factory=Counter)
    skipped: Counter[str] = field(default_factory=Counter)

    def picture(self, name: str | None, *, at: datetime) -> Image | None:
        """A picture of the export, kept here; None where it is not there, or no picture."""
        if not name:
            return None
        stem = name.removesuffix("-large.webp")
        files = {size: self.pack.file(f"{stem}-{size}.webp") for size in ("thumb", "medium", "large")}
        if any(content is None for content in files.values()):
            self.skipped["pictures"] += 1
            return None
        try:
            image = media.bring_in({size: content or b"" for size, content in files.items()}, by=self.account, now=at)
        except media.ImageRefused:
            self.skipped["pictures"] += 1
            return None
        self.taken["pictures"] += 1
        return image


def take_in(packs: Sequence[Pack], *, now: datetime, password_for: Callable[[str], str]) -> list[Arrival]:
    """Take in all these exports; done again it changes nothing. Raises BadFile and NotTaken.

    `password_for` is asked for the password of each account that is opened. What refers to somebody who comes later is
    found when the same file is taken in again, or waits for her (follows, blocks, mutes).
    """
    present = [now]
    with events.retelling(lambda: present[0], but=QUIET):
        arrivals = [_arrive(pack, now=now, password_for=password_for) for pack in packs]
        for arrival in arrivals:
            relating.open_groups(arrival)
        for arrival in arrivals:
            relating.relate(arrival)
        writing.write_all(arrivals)
        doings.do_all(arrivals)
    return arrivals


def _arrive(pack: Pack, *, now: datetime, password_for: Callable[[str], str]) -> Arrival:
    entries = pack.entries("account")
    try:
        (who,) = entries
        handle, created_at = str(who["handle"]), moment(who["created_at"])
        nickname, email, bio = (str(who[name]) for name in ("nickname", "email", "bio"))
        language, theme = str(who.get("language", "")), str(who.get("theme", "auto"))
    except (KeyError, TypeError, ValueError) as error:
        raise BadFile("account.json does not say whose export this is.") from error
    if (known := people.accounts_named([handle]).get(handle.casefold())) is not None:
        if (known.email, known.created_at) != (email, created_at):
            raise NotTaken(Reason("handle_taken", f"@{handle} is somebody else here."))
        return Arrival(pack, known, is_new=False, at=created_at)
    try:
        account = accounts.open_account(
            handle=handle, nickname=nickname, email=email, password=password_for(handle), now=created_at
        )
    except accounts.NotOpened as refusal:
        reasons = " ".join(str(reason) for reason in refusal.problems.values())
        raise NotTaken(Reason("not_opened", f"@{handle} cannot be opened here. {reasons}")) from refusal
    arrival = Arrival(pack, account, is_new=True, at=created_at)
    accounts.settle(
        account, bio=bio[:500], language=language if language in ("", "zh", "en") else "",
        theme=theme if theme in ("auto", "light", "dark") else "auto", now=created_at,
        avatar=arrival.picture(who.get("avatar"), at=created_at),
        banner=arrival.picture(who.get("banner"), at=created_at),
    )  # fmt: skip
    return arrival
