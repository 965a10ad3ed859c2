"""Every address that names a post, out of the site's own list: a new one is tested before anybody thinks of it."""

import pytest

from tests.visibility.table import AUDIENCES
from tests.visibility.world import build

HIDDEN = [audience for audience in AUDIENCES if audience != "public"]
TAKES_BACK = {
    "engagement.like_delete": "a like that one once gave is one's own to take back",
    "engagement.favourite_delete": "and so is a favourite",
    "posts.pin_delete": "what is not pinned on one's own page stays as it is",
}


def addresses(app):
    """(endpoint, method, path) of each rule with a post in it."""
    for rule in app.url_map.iter_rules():
        if "post_id" not in rule.arguments:
            continue
        others = dict.fromkeys(rule.arguments - {"post_id"}, "1")
        for method in sorted(rule.methods - {"HEAD", "OPTIONS"}):
            yield rule, method, others


@pytest.mark.parametrize("relation", ["stranger", "blocked", "blocker", "logged_out", "staff"])
def test_no_address_tells_or_does_anything(app, client, login, relation):
    world = build(relation)
    if world.viewer is not None:
        login(client, world.viewer)
    tried = 0
    for rule, method, others in addresses(app):
        for audience in HIDDEN:
            post = world.posts[audience]
            with app.test_request_context():
                path = app.url_map.bind("localhost").build(rule.endpoint, {**others, "post_id": post.id}, method=method)
            for headers in ({}, {"X-Fragment": "1"}, {"Accept": "application/json"}):
                answer = client.open(path, method=method, headers=headers, data={"text": "说一句", "choice": "0"})
                assert world.told_in(answer.get_data(as_text=True)) == set(), f"{method} {path} tells of {audience}"
                assert answer.status_code < 500, f"{method} {path}"
                if method != "GET" and headers and not may(rule.endpoint, relation):
                    assert answer.status_code >= 400, f"{method} {path} is done: {answer.status_code}"
                tried += 1
    assert tried > 200


def may(endpoint: str, relation: str) -> bool:
    return endpoint in TAKES_BACK or (endpoint == "posts.post_delete" and relation == "staff")
