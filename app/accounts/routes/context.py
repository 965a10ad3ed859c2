"""What every page knows of the person who looks at it, and in which language and light she looks."""

from typing import Any

from flask import Flask, request
from flask_login import current_user

from app.accounts import queries
from app.accounts.models import Account
from app.accounts.operations.profiles import THEMES
from app.accounts.presenters import account_view
from app.accounts.routes.blueprint import bp
from app.kernel import i18n
from app.kernel.failures import login_manager
from app.kernel.viewer import viewer


def init_app(app: Flask) -> None:
    """Tell the kernel whose session it is and which language she has chosen."""
    i18n.set_choice_source(_language)


@login_manager.user_loader  # type: ignore[untyped-decorator,unused-ignore]
def session_owner(session_id: str) -> Account | None:
    """The account of a session cookie, while its epoch lasts."""
    return queries.session_owner(session_id)


@bp.app_context_processor
def who_looks() -> dict[str, Any]:
    """`viewer`, `viewer_view` and `theme` for every template."""
    account = viewer()
    return {
        "viewer": account if account is not None else current_user,
        "viewer_view": account_view(account) if account is not None else None,
        "theme": _theme(account),
    }


def _language() -> str:
    account = viewer()
    return account.language if account is not None else ""


def _theme(account: Account | None) -> str:
    chosen = account.theme if account is not None else request.cookies.get("theme", "")
    return chosen if chosen in THEMES else "auto"
