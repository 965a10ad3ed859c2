"""Uploading pictures and videos, and serving the files to those who may see them."""

import re
from pathlib import Path

from flask import Blueprint, Flask, Response, abort, current_app, request, send_file
from flask_login import login_required

from app.accounts import operations as accounts
from app.kernel import clock, rendering, storage
from app.kernel.requests import takes_up_to
from app.kernel.security import limiter, open_to_banned, public
from app.kernel.viewer import viewer
from app.media import operations, queries, rules
from app.media.models import Image, Video
from app.media.presenters import image_view, video_view

bp = Blueprint("media", __name__)
_KEPT_FOR = 31_536_000
_KEPT_PRIVATELY_FOR = 3600
_ROOM_FOR_FORM = 64 * 1024
_IMAGE = re.compile(r"([a-z0-9/\-]+)-(?:thumb|medium|large)\.webp")
_VIDEO = re.compile(r"([a-z0-9/\-]+)(?:-poster\.webp|\.mp4)")


def init_app(app: Flask) -> None:
    """Avatars and banners are kept like all other pictures; without ffmpeg no composer offers a video."""
    accounts.set_pictures(operations)
    app.jinja_env.globals["config_public"]["has_video"] = operations.can_film()


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


@bp.post("/media/videos")
@login_required
@takes_up_to(rules.MAX_VIDEO_BYTES + _ROOM_FOR_FORM)
@limiter.limit("10 per minute; 40 per hour")
def video_create() -> object:
    """Store an uploaded video; answers its id and its poster."""
    upload = request.files.get("file")
    if upload is None:
        return rendering.refusal(rules.EMPTY, 422)
    try:
        video = operations.store_video(upload.stream, by=viewer(), now=clock.now())
    except operations.VideoRefused as refusal:
        return rendering.refusal(refusal.reason, refusal.status)
    view = video_view(video)
    return {"id": view.id, "url": view.url, "poster_url": view.poster_url, "length_label": view.length_label}, 201


@bp.get("/media/<path:name>")
@public
@open_to_banned
@limiter.exempt
def file_show(name: str) -> Response:
    """A stored file, whole or in part, for those who may see what it hangs on.

    Its content never changes; whether it may be kept by everyone on the way depends on who else may see it.
    """
    file = _file_behind(name)
    if file is None:
        abort(404)
    is_open = file.attached_at is not None and not file.guard
    if not is_open:
        asks = viewer()
        if not queries.may_see(file, asks):
            abort(404)
        is_open = asks is None or queries.may_see(file, None)
    answer = _sent(name)
    answer.headers["Cache-Control"] = (
        f"public, max-age={_KEPT_FOR}, immutable" if is_open else f"private, max-age={_KEPT_PRIVATELY_FOR}"
    )
    return answer


def _file_behind(name: str) -> Image | Video | None:
    if of_image := _IMAGE.fullmatch(name):
        return queries.image_by_key(of_image[1])
    if of_video := _VIDEO.fullmatch(name):
        return queries.video_by_key(of_video[1])
    return None


def _sent(name: str) -> Response:
    """The file itself, or to the server in front the word to send it (ACCEL_PREFIX)."""
    path = _path_of(name)
    mimetype = "video/mp4" if path.suffix == ".mp4" else "image/webp"
    if prefix := current_app.config["ACCEL_PREFIX"]:
        answer = Response(mimetype=mimetype)
        answer.headers["X-Accel-Redirect"] = f"{prefix}{name}"
        return answer
    return send_file(path, mimetype=mimetype, conditional=True, max_age=_KEPT_FOR)


def _path_of(name: str) -> Path:
    try:
        path = storage.path_of(name)
    except ValueError:
        abort(404)
    if not path.is_file():
        abort(404)
    return path
