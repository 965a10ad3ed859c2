"""Every route has decided who may come in, and keeps to it."""

from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule

SAMPLES = {"int": "1", "string": "x", "path": "x", "default": "x"}
ANSWERED_BY_FRAMEWORKS = {"static"}


def rules(app: Flask) -> Iterator[Rule]:
    for rule in app.url_map.iter_rules():
        if rule.endpoint.rpartition(".")[2] not in ANSWERED_BY_FRAMEWORKS:
            yield rule


def is_public(app: Flask, rule: Rule) -> bool:
    return any(getattr(view, "is_public", False) for view in layers(app.view_functions[rule.endpoint]))


def asks_for_login(app: Flask, rule: Rule) -> bool:
    names = [getattr(view, "__code__", None) for view in layers(app.view_functions[rule.endpoint])]
    return any(code is not None and code.co_qualname.startswith("login_required.") for code in names)


def layers(view: object) -> Iterator[object]:
    """The view and what its decorators wrap."""
    while view is not None:
        yield view
        view = getattr(view, "__wrapped__", None)


def test_every_route_says_who_may_come_in(app: Flask) -> None:
    undecided = [
        f"{rule.endpoint} ({rule.rule})" for rule in rules(app) if is_public(app, rule) == asks_for_login(app, rule)
    ]
    assert not undecided, "decorate with @login_required or @security.public, one of them: " + ", ".join(undecided)


def test_who_is_not_logged_in_is_kept_out(app: Flask, client: FlaskClient) -> None:
    let_in = []
    for rule in rules(app):
        if is_public(app, rule):
            continue
        address = rule.build(dict.fromkeys(rule.arguments, 1), append_unknown=False)
        if address is None:
            pytest.fail(f"no sample address for {rule.rule}")
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
            answer = client.open(address[1], method=method, headers={"X-Fragment": "1", "Accept": "application/json"})
            if answer.status_code != 401:
                let_in.append(f"{method} {rule.rule} answered {answer.status_code}")
    assert not let_in, "\n".join(let_in)


def test_endpoints_are_named_domain_noun_verb(app: Flask) -> None:
    odd = [rule.endpoint for rule in rules(app) if rule.endpoint.count(".") != 1]
    assert not odd, "routes belong to a blueprint of their domain: " + ", ".join(odd)
