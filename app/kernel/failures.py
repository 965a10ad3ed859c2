"""What a person sees when something is refused or breaks: a sentence in her language, in the form she can use."""

import contextlib
from datetime import datetime, timedelta
from http import HTTPStatus

import structlog
from flask import Flask, g, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l
from flask_login import LoginManager
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.exceptions import HTTPException

from app.kernel import cache, clock, rendering
from app.kernel.database import db
from app.kernel.errors import Reason, Refusal

log = structlog.get_logger("failures")
login_manager = LoginManager()

LOGGED_OUT = Reason("logged_out", _l("Your session has ended. Log in again; what you wrote is still here."))
BAD_CSRF = Reason("csrf", _l("This page is out of date. Reload it and send again; what you wrote is still here."))
MESSAGES = {
    400: Reason("bad_request", _l("This request makes no sense to us.")),
    403: Reason("forbidden", _l("You may not do this.")),
    404: Reason("not_found", _l("There is nothing here. It may have been deleted, or it is not shown to you.")),
    405: Reason("not_allowed", _l("This cannot be done here.")),
    410: Reason("gone", _l("This has been deleted.")),
    413: Reason("too_large", _l("This is too large to send.")),
    429: Reason("too_many", _l("That was a little fast. Wait a moment and try again.")),
    500: Reason("broken", _l("Something broke on our side. We have noted it; please try again.")),
    503: Reason("busy", _l("The site is busy. Please try again in a moment.")),
}


def errors_key(at: datetime) -> str:
    """Where the crashes of an hour are counted in the cache."""
    return f"errors:{at:%Y%m%d%H}"


def errors_lately(now: datetime) -> int:
    """How many requests have crashed within the last 24 hours."""
    counts = cache.get_many([errors_key(now - timedelta(hours=hours)) for hours in range(24)])
    return sum(count or 0 for count in counts)


def init_app(app: Flask) -> None:
    """Answer refusals, HTTP errors, missing log-ins and crashes."""
    login_manager.init_app(app)
    login_manager.unauthorized_handler(_logged_out)
    app.register_error_handler(CSRFError, _bad_csrf)
    app.register_error_handler(Refusal, _refused)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(Exception, _broken)


def _logged_out() -> ResponseReturnValue:
    if rendering.wants_fragment() or rendering.wants_json():
        return {"error": {"code": LOGGED_OUT.code, "message": str(LOGGED_OUT)}}, 401
    if rendering.typed_words():
        return rendering.error_page(LOGGED_OUT, 401)
    back = request.full_path.rstrip("?") if request.method == "GET" else None
    return redirect(url_for("accounts.session_new", next=back))


def _bad_csrf(_error: CSRFError) -> ResponseReturnValue:
    return _answer(BAD_CSRF, 400)


def _refused(error: Refusal) -> ResponseReturnValue:
    if error.status == HTTPStatus.ACCEPTED:
        return rendering.taken_in(error.reason)
    return rendering.refusal(error.reason, error.status)


def _http_error(error: HTTPException) -> ResponseReturnValue:
    status = error.code or 500
    if status in (301, 302, 303, 304, 307, 308):
        return error.get_response()
    fallback = Reason("http", HTTPStatus(status).phrase)
    return _answer(MESSAGES.get(status, fallback), status)


def _broken(error: Exception) -> ResponseReturnValue:
    log.error("unhandled", path=request.path, exc_info=error)
    cache.tally(errors_key(clock.now()), seconds=25 * 3600)
    with contextlib.suppress(SQLAlchemyError):  # it may be the database that went away
        db.session.rollback()
    g._login_user = login_manager.anonymous_user()  # who is logged in cannot be asked any more
    return _answer(MESSAGES[500], 500)


def _answer(reason: Reason, status: int) -> ResponseReturnValue:
    try:
        if rendering.wants_json() or rendering.wants_fragment():
            return {"error": {"code": reason.code, "message": str(reason)}}, status
        return rendering.error_page(reason, status)
    except SQLAlchemyError as error:  # an error page asks who reads it
        if status == 500:
            raise
        return _broken(error)
