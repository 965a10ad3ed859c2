"""Language and theme: kept with the account, and in cookies for people who are not logged in."""

from typing import Any

from flask import Response, current_app, make_response, render_template, request, url_for
from flask_babel import gettext as _

from app.accounts import operations
from app.accounts.forms import PreferencesForm
from app.accounts.routes.blueprint import bp
from app.kernel import i18n, rendering
from app.kernel.security import open_to_banned, public
from app.kernel.viewer import viewer

_A_YEAR = 365 * 24 * 3600


@bp.get("/settings/preferences")
@public
@open_to_banned
def preferences_edit() -> Any:
    """The form for language and theme."""
    account = viewer()
    language, theme = (account.language, account.theme) if account is not None else _from_cookies()
    return _page(PreferencesForm(language=language, theme=theme), 200)


@bp.post("/settings/preferences")
@public
@open_to_banned
def preferences_update() -> Any:
    """Save what was sent of language and theme; the page's own script gets an empty answer."""
    form = PreferencesForm()
    if not form.validate_on_submit():
        return rendering.form_refusal(form) if rendering.wants_fragment() else _page(form, 422)
    chosen = {name: form[name].data or "" for name in ("language", "theme") if name in request.form}
    if chosen.get("theme") == "":
        chosen["theme"] = "auto"
    if (account := viewer()) is not None:
        operations.choose(by=account, **chosen)
    if rendering.wants_fragment():
        return _remembered(make_response("", 204), chosen)
    with i18n.force_locale(chosen.get("language") or i18n.language()):
        message = _("Saved.")
    return _remembered(make_response(rendering.done(message, to=url_for("accounts.preferences_edit"))), chosen)


def _remembered(response: Response, chosen: dict[str, str]) -> Response:
    for name, value in chosen.items():
        if value:
            response.set_cookie(
                name,
                value,
                max_age=_A_YEAR,
                httponly=True,
                samesite="Lax",
                secure=current_app.config["SESSION_COOKIE_SECURE"],
            )
        else:
            response.delete_cookie(name)
    return response


def _from_cookies() -> tuple[str, str]:
    return request.cookies.get("language", ""), request.cookies.get("theme", "auto")


def _page(form: PreferencesForm, status: int) -> Any:
    return render_template("accounts/settings_preferences.html", form=form), status
