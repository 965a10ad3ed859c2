"""Every audience, for every relation, on every surface: nobody meets what is not meant for her."""

import pytest

from tests.visibility.surfaces import SURFACES, Visit
from tests.visibility.table import AUDIENCES, RELATIONS, seen
from tests.visibility.world import build

ADDRESSES_OF_OTHER_TESTS = {
    "engagement.comment_index": "a redirect, or what `its comments` shows",
    "posts.post_delete": "answers ids alone; who may is asked in tests/posts",
}


@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("relation", RELATIONS)
def test_cells(app, client, login, relation, surface):
    world = build(relation)
    if world.viewer is not None:
        login(client, world.viewer)
    met = SURFACES[surface].look(Visit(app, client, world))
    expected = SURFACES[surface].expected(relation)
    assert met <= expected, f"leaks to {relation}: {met - expected}"
    if relation not in SURFACES[surface].may_hide:
        assert met == expected, f"missing for {relation}: {expected - met}"


def test_the_matrix_is_large_and_says_both_yes_and_no():
    cells = {
        (audience, relation, surface): audience in SURFACES[surface].expected(relation)
        for surface in SURFACES for relation in RELATIONS for audience in AUDIENCES
    }  # fmt: skip
    assert len(cells) >= 1500
    assert 0.2 < sum(cells.values()) / len(cells) < 0.6


def test_no_relation_sees_more_for_being_closer_but_as_the_table_says():
    assert seen("stranger") < seen("fan") < seen("mutual") < seen("self")
    assert seen("blocked") == seen("blocker") == set()
    assert seen("staff") == seen("stranger") == seen("logged_out")
