"""The blueprint that the doors of moderation hang on."""

from flask import Blueprint

from app.accounts import rules as accounts
from app.kernel.viewer import viewer

bp = Blueprint("moderation", __name__)


@bp.app_context_processor
def who_decides() -> dict[str, bool]:
    """`may_decide`: whether menus lead the viewer to the case of a thing."""
    return {"may_decide": accounts.may(viewer(), "reports.decide")}
