"""How answers are made: pages for people, fragments for our own script, JSON where it is asked for."""

import functools
import hashlib
from pathlib import Path
from typing import Any
from uuid import uuid4

from flask import Flask, flash, jsonify, redirect, render_template, request, url_for
from flask_babel import gettext as _
from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wrappers import Response as AnyResponse

from app.kernel import clock, formats, security
from app.kernel.config import ROOT
from app.kernel.errors import Reason


def init_app(app: Flask) -> None:
    """Give the templates their globals and filters."""
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals.update(
        asset=asset,
        import_map=import_map,
        site_name=app.config["SITE_NAME"],
        site_zone=formats.ZONE.key,
        now=clock.now,
        config_public={"post_max": 2000, "words_max": 140, "image_max": 9, "card_max": 9},
        new_client_key=lambda: str(uuid4()),
    )
    app.jinja_env.filters.update(
        ago=lambda at: formats.ago(at, now=clock.now()),
        clock=lambda at: formats.clock_time(at, now=clock.now()),
        coming=lambda at: formats.coming(at, now=clock.now()),
        full_day=formats.full_day,
        full_time=formats.full_time,
        month=formats.month,
        typed_time=formats.typed_time,
        iso=lambda at: at.isoformat(timespec="seconds"),
        count=formats.count,
        money=formats.money,
        money_parts=formats.money_parts,
    )


def wants_fragment() -> bool:
    """Whether our own script asks."""
    return "X-Fragment" in request.headers


def wants_json() -> bool:
    """Whether the caller prefers JSON to markup."""
    return request.accept_mimetypes.best_match(["text/html", "application/json"]) == "application/json"


def fragment(template: str, status: int = 200, **values: Any) -> tuple[str, int]:
    """A part of a page, rendered alone."""
    return render_template(template, **values), status


def refusal(reason: Reason, status: int = 409) -> AnyResponse | tuple[Any, int]:
    """Say no, with the reason, in the form the caller understands.

    A plain form goes back with a message; words that were typed into it are shown again instead.
    """
    if wants_json():
        return jsonify(error=_as_json(reason)), status
    if wants_fragment():
        return fragment("shared/_refusal.html", status, reason=reason)
    if typed_words():
        return error_page(reason, status)
    flash(str(reason), "warn")
    return back()


def _as_json(reason: Reason) -> dict[str, str]:
    said = {"code": reason.code, "message": str(reason), "about": reason.about, "more": reason.more}
    return {name: value for name, value in said.items() if value or name in ("code", "message")}


def taken_in(reason: Reason) -> AnyResponse | tuple[Any, int]:
    """Say that something is not done yet but has been taken in; `reason.more` is where it can be seen meanwhile."""
    if wants_json() or wants_fragment():
        return jsonify(held={"code": reason.code, "message": str(reason), "url": reason.more}), 202
    return done(str(reason), to=reason.more or None)


def error_page(reason: Reason, status: int) -> tuple[str, int]:
    """A page that says what went wrong, and holds the words that would be lost with the form."""
    page = render_template(
        "shared/error.html", reason=reason, status=status, kept=typed_words(), back_to=referring_page()
    )
    return page, status


def typed_words() -> str:
    """What was typed into the `text` of a plain form; '' where there is none, or too much to be read."""
    if request.method not in ("POST", "DELETE"):
        return ""
    try:
        return request.form.get("text", "").strip()
    except RequestEntityTooLarge:
        return ""


def done(message: str = "", to: str | None = None) -> AnyResponse:
    """After a plain form: back to where the person was, or on to `to`."""
    if message:
        flash(message, "info")
    return redirect(to, 303) if to else back()


def back() -> AnyResponse:
    """Redirect to the page the form stood on, if it is one of ours."""
    target = request.args.get("next") or referring_page()
    return redirect(security.safe_next(target, url_for("timelines.home")), 303)


def referring_page() -> str:
    """The path of the page that led here, if it is one of ours; '' for any other."""
    address, here = request.referrer or "", request.host_url
    return security.safe_next(address.removeprefix(here.rstrip("/")), "") if address.startswith(here) else ""


def first_error(form: Any) -> Reason:
    """The first thing wrong with a form, as a reason."""
    for errors in form.errors.values():
        for error in errors:
            return Reason("invalid", error)
    return Reason("invalid", _("Something in this form is not right."))


def form_refusal(form: Any) -> AnyResponse | tuple[Any, int]:
    """422 with the first thing that is wrong with a form."""
    return refusal(first_error(form), 422)


@functools.cache
def _digest(path: str, modified: float) -> str:
    return hashlib.sha256((Path(ROOT) / "static" / path).read_bytes()).hexdigest()[:10]


def asset(path: str) -> str:
    """Address of a static file; it changes with the content, so browsers may keep it for ever."""
    file = ROOT / "static" / path
    version = _digest(path, file.stat().st_mtime) if file.is_file() else "0"
    return url_for("static", filename=path, v=version)


def import_map() -> Markup:
    """The import map of all our browser modules, `#shared/http.js` to its hashed address, safe inside a script."""
    vendor = ROOT / "static" / "vendor"
    names = _module_names(vendor.stat().st_mtime if vendor.is_dir() else 0)
    return htmlsafe_json_dumps({"imports": {f"#{name}": asset(name) for name in names}})


@functools.cache
def _module_names(_vendor_made_at: float) -> list[str]:
    static = ROOT / "static"
    return sorted(file.relative_to(static).as_posix() for file in static.rglob("*.js"))
