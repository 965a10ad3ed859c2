"""Editing one's profile."""

from typing import Any

from flask import render_template, url_for
from flask_babel import gettext as _
from flask_login import login_required

from app.accounts import operations
from app.accounts.forms import ProfileForm
from app.accounts.models import Account
from app.accounts.presenters import account_view, banner_url
from app.accounts.routes.blueprint import bp
from app.kernel import clock, rendering
from app.kernel.viewer import viewer
from app.screening.operations import Held


@bp.get("/settings/profile")
@login_required
def profile_edit() -> Any:
    """The profile form."""
    account = viewer()
    return _page(account, ProfileForm(nickname=account.nickname, bio=account.bio), 200)


@bp.post("/settings/profile")
@login_required
def profile_update() -> Any:
    """Save the profile."""
    account, form = viewer(), ProfileForm()
    if not form.validate_on_submit():
        return _page(account, form, 422)
    try:
        operations.edit_profile(
            by=account,
            nickname=form.nickname.data or "",
            bio=form.bio.data or "",
            avatar=form.content_of("avatar"),
            banner=form.content_of("banner"),
            now=clock.now(),
        )
    except operations.NotEdited as refusal:
        form.lay(refusal.problems)
        return _page(account, form, refusal.status)
    except Held as held:
        return rendering.done(str(held.reason), to=url_for("accounts.profile_edit"))
    return rendering.done(_("Saved."), to=url_for("accounts.profile_edit"))


def _page(account: Account, form: ProfileForm, status: int) -> Any:
    page = render_template(
        "accounts/settings_profile.html", form=form, account=account_view(account), banner_url=banner_url(account)
    )
    return page, status
