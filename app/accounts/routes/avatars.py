"""Avatars drawn from the nickname, for people who have not uploaded one."""

from typing import Any

from flask import Response, current_app, request

from app.accounts import queries
from app.accounts.presenters import initial_view
from app.accounts.routes.blueprint import bp
from app.kernel.security import limiter, open_to_banned, public


@bp.get("/avatars/<int:account_id>.svg")
@limiter.exempt  # type: ignore[untyped-decorator,unused-ignore]
@public
@open_to_banned
def avatar_show(account_id: int) -> Any:
    """The first character of the nickname on a calm ground; it names nobody's language, so all may share it."""
    initial = initial_view(queries.account_or_404(account_id))
    # Straight from the environment: no context processor asks for the session.
    drawing = current_app.jinja_env.get_template("accounts/avatar.svg").render(initial=initial)
    response = Response(drawing, mimetype="image/svg+xml")
    response.cache_control.public = True
    response.cache_control.max_age = 3600
    response.add_etag()
    return response.make_conditional(request)
