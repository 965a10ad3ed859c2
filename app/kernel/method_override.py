"""Plain HTML forms know GET and POST only: `?_method=DELETE` on a POST stands for the real verb."""

from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import parse_qs


class MethodOverride:
    """WSGI middleware; CSRF protection applies to the overriding verbs as well."""

    def __init__(self, app: Callable[..., Iterable[bytes]]) -> None:
        self.app = app

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if environ["REQUEST_METHOD"] == "POST" and "_method=" in environ.get("QUERY_STRING", ""):
            wanted = parse_qs(environ["QUERY_STRING"]).get("_method", [""])[0].upper()
            if wanted == "DELETE":
                environ["REQUEST_METHOD"] = wanted
        return self.app(environ, start_response)
