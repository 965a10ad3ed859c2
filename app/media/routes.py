"""Uploading a picture, and serving the files."""

import re

from flask import Blueprint, Flask, Response, abort, request, send_file
from flask_login import login_required

from app.accounts import operations as accounts
from app.kernel import clock, rendering, storage
from app.kernel.security import limiter, public
from app.kernel.viewer import viewer
from app.media import operations, rules
from app.media.presenters import image_view

bp = Blueprint("media", __name__)
_KEPT_FOR = 31_536_000
_OURS = re.compile(r"[a-z0-9/\-]+\.webp")


def init_app(app: Flask) -> None:
    """Avatars and banners are kept like all other pictures."""
    accounts.set_pictures(operations)


@bp.post("/media/images")
@login_required
@limiter.limit("60 per minute; 600 per hour")
def image_create() -> object:
    """Store an uploaded picture; answers its id and small size."""
    upload = request.files.get("file")
    if upload is None:
        return rendering.refusal(rules.EMPTY, 422)
    content = upload.stream.read(rules.MAX_BYTES + 1)
    try:
        image = operations.store_image(
            content, by=viewer(), now=clock.now(), filename=upload.filename or "", mimetype=upload.mimetype
        )
    except operations.ImageRefused as refusal:
        return rendering.refusal(refusal.reason, refusal.status)
    view = image_view(image)
    return {"id": view.id, "thumb_url": view.thumb_url, "width": view.width, "height": view.height}, 201


@bp.get("/media/<path:key>")
@public
@limiter.exempt
def file_show(key: str) -> Response:
    """A stored file; its content never changes, so it may be kept for ever."""
    if not _OURS.fullmatch(key):
        abort(404)
    try:
        path = storage.path_of(key)
    except ValueError:
        abort(404)
    if not path.is_file():
        abort(404)
    answer = send_file(path, mimetype="image/webp", conditional=True, max_age=_KEPT_FOR)
    answer.headers["Cache-Control"] = f"public, max-age={_KEPT_FOR}, immutable"
    return answer
