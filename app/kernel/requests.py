"""What a request may carry at all: numbers that an id can be, and no character that a database cannot keep."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from flask import Flask, current_app, request
from flask import Request as AnyRequest
from werkzeug.datastructures import ImmutableMultiDict, iter_multi_items
from werkzeug.routing import IntegerConverter, UnicodeConverter

from app.kernel.database import db
from app.kernel.viewer import viewer

View = TypeVar("View", bound=Callable[..., Any])

HIGHEST_ID = 2**63 - 1
_MOST_DIGITS = 30
_NUL = "\x00"


class IdConverter(IntegerConverter):
    """`<int:…>` in an address: a number too large for an id counts as the highest one, which is never given out."""

    def to_python(self, value: str) -> int:
        """The number as the database can hold it."""
        return min(int(super().to_python(value)), HIGHEST_ID) if len(value) < _MOST_DIGITS else HIGHEST_ID


class TextConverter(UnicodeConverter):
    """`<name>` in an address, without NUL characters."""

    def to_python(self, value: str) -> str:
        """The text that stands there."""
        return str(super().to_python(value)).replace(_NUL, "")


class TypedValues(ImmutableMultiDict[str, Any]):
    """Query or form without the NUL characters in it: PostgreSQL would refuse the whole statement."""

    def __init__(self, values: Mapping[str, Any] | Iterable[tuple[str, Any]] | None = None) -> None:
        super().__init__(_without_nul(values) if values else None)


class Request(AnyRequest):
    """Flask's request; `args` and `form` are TypedValues."""

    parameter_storage_class = TypedValues


def init_app(app: Flask) -> None:
    """Read all addresses and forms of the app so; must come before its routes."""
    app.request_class = Request
    app.url_map.converters.update(int=IdConverter, string=TextConverter, default=TextConverter)
    app.before_request(_make_room)


def takes_up_to(size: int) -> Callable[[View], View]:
    """Mark a route that takes more than MAX_CONTENT_LENGTH, in bytes; from people who are logged in only."""

    def mark(view: View) -> View:
        view.most_bytes = size  # type: ignore[attr-defined]
        return view

    return mark


def _make_room() -> None:
    """Before anything reads the body. A large one may be long under way: no transaction waits for it."""
    most = getattr(current_app.view_functions.get(request.endpoint or ""), "most_bytes", 0)
    if most and viewer() is not None:
        request.max_content_length = most
        db.session.commit()


def _without_nul(values: Mapping[str, Any] | Iterable[tuple[str, Any]]) -> Iterator[tuple[str, Any]]:
    for name, value in iter_multi_items(values):
        yield name, value.replace(_NUL, "") if isinstance(value, str) else value  # a file comes through here too
