"""What follows from a strike: the more of them within a year, the more.

警告, 禁言 1, 3, 7 and 30 days, 封号: steps as on Weibo (微博社区公约: repeated breaches weigh more), in the order
of 网络信息内容生态治理规定 (CAC Order 5, 2019) art. 34: warn, limit functions, stop updates, close the account. Strikes
expire, so that who has kept to the rules for a year begins anew.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

STRIKE_LASTS = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Step:
    """One step: `kind` is warn, silence (for `days`) or ban."""

    level: int
    kind: str
    days: int = 0


LADDER = (
    Step(1, "warn"),
    Step(2, "silence", 1),
    Step(3, "silence", 3),
    Step(4, "silence", 7),
    Step(5, "silence", 30),
    Step(6, "ban"),
)


def step_after(strikes: int) -> Step:
    """What the next strike brings to whom has so many in force; above the last step it stays the last."""
    return LADDER[min(strikes, len(LADDER) - 1)]


def expiry_of_strike(now: datetime) -> datetime:
    """Until when a strike of this moment counts."""
    return now + STRIKE_LASTS
