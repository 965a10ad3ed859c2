"""Every door of the back office as the URL map knows it, and what is found behind one that one knocks at."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule

AS_SCRIPT = {"X-Fragment": "1", "Accept": "application/json"}
KEPT_OUT = {"login", "gone", "set_up", "prove", "refused"}
CODES = {"no_second_factor": "set_up", "no_proof": "prove", "forbidden": "refused", "logged_out": "login"}


@dataclass(frozen=True)
class Door:
    """One method of one rule below /admin; `permission` is None where the view was not marked with one."""

    method: str
    rule: Rule
    permission: str | None

    def __str__(self) -> str:
        return f"{self.method} {self.rule.rule} ({self.permission})"

    def address(self, samples: dict[str, Any]) -> str:
        """The rule with real ids in it; 1 where there are no samples."""
        built = self.rule.build({name: samples.get(name, 1) for name in self.rule.arguments}, append_unknown=False)
        assert built is not None, f"no sample address for {self.rule.rule}"
        return built[1]


def doors(app: Flask) -> Iterator[Door]:
    """All doors, reads first; whatever is added to the back office is among them by itself."""
    found = [
        Door(method, rule, getattr(app.view_functions[rule.endpoint], "permission", None))
        for rule in app.url_map.iter_rules()
        if rule.endpoint.startswith("backoffice.") or rule.rule.split("/")[1] == "admin"
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    ]
    yield from sorted(found, key=lambda door: (door.method != "GET", door.rule.rule, door.method))


def knock(client: FlaskClient, door: Door, samples: dict[str, Any], *, plainly: bool = False) -> tuple[str, int]:
    """What comes of it: one of KEPT_OUT or "open", and the status. `plainly`: as a browser asks for a page."""
    headers = {"Accept": "text/html"} if plainly else AS_SCRIPT
    answer = client.open(door.address(samples), method=door.method, headers=headers)
    answer.close()
    if plainly and answer.status_code in (302, 303):
        return _led_to(answer.headers["Location"]), answer.status_code
    if answer.status_code == 401:
        return "login", 401
    error = ((answer.get_json(silent=True) if answer.is_json else None) or {}).get("error") or {}
    if answer.status_code == 403:
        return CODES.get(error["code"], error["code"]), 403
    return "gone" if answer.status_code == 404 else "open", answer.status_code


def _led_to(location: str) -> str:
    for path, name in (("/login/proof", "prove"), ("/settings/security", "set_up"), ("/login", "login")):
        if location.partition("?")[0] == path:
            return name
    return "elsewhere"
