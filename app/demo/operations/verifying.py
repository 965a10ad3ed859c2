"""Who is verified in the demo world since when, and who waits to be."""

import io
import random
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial

from PIL import Image as Pictures

from app.accounts.models import Account
from app.demo.operations.stage import Stage
from app.kernel import ids, settings
from app.kernel.transactions import add, operation
from app.verification import operations as verification
from app.verification import rules
from app.verification.models import Application, Verification
from app.verification.rules import Proof, Wish

DECIDES, DECIDES_ABOUT_HER = "nanfeng", "laozhou"  # an operator; nobody decides about herself
ORGANISATIONS = {"museum": "group", "xiaozhan": "group"}
LONGEST_AGO, LATELY = 350, 40  # days
GOLD = {"followers": 32, "interactions": 180, "loyal_fans": 13}
"""What gold takes where fifty people live."""
WISHES = {
    "nongnong": Wish(
        kind="blue",
        organisation="business",
        name="浓浓咖啡站",
        field="咖啡馆",
        statement="巷口的咖啡站，开了四年，豆子自己烘。\n\n账号由我本人打理，我是登记的经营者。",
        consents=True,
    ),
    "hou": Wish(
        kind="orange",
        organisation="",
        name="猴年",
        field="插画师",
        statement="画绘本和书的封面，出版过两本。材料是书的封面，合同的第一页。",
        consents=True,
    ),
}
MISSING = "书的封面上看不到署名。请补一张版权页的照片，或合同里写有署名的那一页，其余内容可以遮住。"

Act = Callable[[datetime], object]


@operation
def set_up(stage: Stage, *, seed: int, now: datetime) -> None:
    """Give everybody who wears a V what it stands for; thresholds for gold that suit a small place."""
    rng = random.Random(f"{seed}/verified")
    for handle, account in sorted(stage.accounts.items()):
        if account.badge:
            at = now - timedelta(days=rng.uniform(LATELY, LONGEST_AGO))
            _verified(account, ORGANISATIONS.get(handle, "business"), by=_staff(stage, handle), at=at)
    for name, value in GOLD.items():
        chief = stage.accounts[DECIDES_ABOUT_HER]
        settings.change(
            rules.SETTINGS[name], value, by=chief, reason="小站的门槛", now=now - timedelta(days=LONGEST_AGO)
        )


def _staff(stage: Stage, handle: str) -> Account:
    return stage.accounts[DECIDES_ABOUT_HER if handle == DECIDES else DECIDES]


def _verified(account: Account, organisation: str, *, by: Account, at: datetime) -> None:
    kept = {
        "account_id": account.id,
        "organisation": organisation if account.badge == "blue" else "",
        "name": account.nickname,
    }
    asked = at - timedelta(days=2)
    add(
        Application(
            id=ids.new_id(asked), kind="blue" if account.badge == "blue" else "orange",
            field=account.badge_reason[: rules.FIELD_MAX], state="approved", created_at=asked, updated_at=at,
            decided_at=at, decided_by=by.id, purged_at=at + rules.PROOFS_KEPT, **kept,
        )
    )  # fmt: skip
    add(
        Verification(
            kind=account.badge, reason=account.badge_reason, verified_at=at, verified_by=by.id,
            expires_at=at + rules.LASTS, **kept,
        )
    )  # fmt: skip


def in_order(stage: Stage, *, now: datetime) -> Iterator[tuple[datetime, Act]]:
    """What happens last: two people apply, one is asked for more; the figures of the day are looked at."""
    for handle, hours in (("hou", 30), ("nongnong", 5)):
        if handle in stage.accounts:
            yield now - timedelta(hours=hours), partial(_apply, stage, handle)
    yield now - timedelta(hours=1), verification.propose_levels


def _apply(stage: Stage, handle: str, moment: datetime) -> None:
    person = stage.accounts[handle]
    pictures = list(stage.gallery.pictures.values())
    shown, written = (pictures[len(handle) * step % len(pictures)].files["large"] for step in (7, 11))
    proofs = [
        Proof("店面照片.webp" if handle == "nongnong" else "封面.webp", shown),
        Proof("证明.pdf", _as_pdf(written)),
    ]
    application = verification.apply(WISHES[handle], proofs, by=person, now=moment)
    if handle == "hou":
        verification.ask_for_more(application, reason=MISSING, by=stage.accounts[DECIDES], now=moment)


def _as_pdf(picture: bytes) -> bytes:
    target = io.BytesIO()
    Pictures.open(io.BytesIO(picture)).convert("RGB").save(target, "PDF")
    return target.getvalue()
