"""Setting what the signs of spam count."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from flask_babel import lazy_gettext as _l

from app.kernel import audit, cache
from app.kernel.database import db
from app.kernel.errors import Reason, Refusal
from app.kernel.transactions import add, operation
from app.screening import queries
from app.screening.models import RiskRule
from app.screening.rules.risk import Sign

MOST, MOST_POINTS = 10_000, 200
_TOO_MUCH = Reason("bounds", _l("A threshold goes from 1 to 10,000, points from 0 to 200."))


class NotARule(Refusal):
    """No sign can count like this."""

    status = 422


@operation
def set_signs(signs: Iterable[Sign], *, by: Any, reason: str, now: datetime) -> int:
    """Let the signs count like this from now on; how many that changes. Raises NotARule, and then changes none."""
    return sum(_set(sign, by=by, reason=reason, now=now) for sign in signs)


def _set(sign: Sign, *, by: Any, reason: str, now: datetime) -> bool:
    if not 1 <= sign.threshold <= MOST or not 0 <= sign.points <= MOST_POINTS:
        raise NotARule(_TOO_MUCH)
    before = queries.signs()[sign.name]
    if sign == before:
        return False
    row = db.session.get(RiskRule, sign.name)
    if row is None:
        row = add(RiskRule(name=sign.name, updated_at=now))
    row.threshold, row.points, row.is_on, row.is_dry_run = sign.threshold, sign.points, sign.is_on, sign.is_dry_run
    row.updated_at = now
    db.session.flush()
    audit.write("risk.change", by=by, now=now, before=_facts(before), after=_facts(sign), reason=reason)
    cache.forget(queries.SIGNS_KEY)
    return True


def _facts(sign: Sign) -> dict[str, Any]:
    return {
        sign.name: {
            "threshold": sign.threshold, "points": sign.points, "is_on": sign.is_on, "is_dry_run": sign.is_dry_run
        }
    }  # fmt: skip
