"""风控: what the signs of spam count, whom they meet, and trying other rules before they hold."""

from datetime import timedelta
from typing import Any

from flask import render_template, request
from flask_babel import gettext as _

from app.backoffice.presenters.risk import trial_view
from app.backoffice.routes.blueprint import bp, permits
from app.kernel import clock, rendering, settings
from app.kernel.text import number_in
from app.kernel.viewer import viewer
from app.screening import operations, queries
from app.screening.rules import risk
from app.screening.rules.risk import Sign

A_DAY = timedelta(hours=24)
MOST = 5_000
"""So many of the newest acts are gone through."""


@bp.get("/risk")
@permits("risk.see")
def risk_index() -> Any:
    """The rules, and whom they have met within a day. With `?trial=1` the rules of the address, which hold nowhere."""
    signs = _asked(request.args) if "trial" in request.args else queries.signs()
    return _page(signs, is_trial="trial" in request.args)


@bp.post("/risk")
@permits("risk.edit")
def risk_update() -> Any:
    """Let all signs count as the form says, from now on."""
    reason, wanted = request.form.get("reason", ""), _asked(request.form).values()
    changed = operations.set_signs(wanted, by=viewer(), reason=reason, now=clock.now())
    return rendering.done(_("Saved.") if changed else _("Nothing has changed."), to="/admin/risk")


def _page(signs: dict[str, Sign], *, is_trial: bool) -> Any:
    now = clock.now()
    acts = queries.acts_since(now - A_DAY, most=MOST)
    return render_template(
        "backoffice/risk/index.html",
        signs=list(signs.values()),
        present=queries.signs(),
        trial=trial_view(acts, signs),
        is_trial=is_trial,
        review_at=settings.value(risk.REVIEW_AT),
        limit_at=settings.value(risk.LIMIT_AT),
        limit_hours=settings.value(risk.LIMIT_HOURS),
    )


def _asked(values: Any) -> dict[str, Sign]:
    """The rules that a form holds; what is missing or no number stays as it is."""
    return {
        name: risk.changed(
            sign,
            threshold=_number(values.get(f"{name}_threshold"), sign.threshold),
            points=_number(values.get(f"{name}_points"), sign.points),
            is_on=f"{name}_on" in values,
            is_dry_run=f"{name}_dry" in values,
        )
        for name, sign in queries.signs().items()
    }


def _number(typed: str | None, present: int) -> int:
    number = number_in(typed, digits=6)
    return present if number is None else number
