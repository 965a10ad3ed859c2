"""No list grows dear: every page is explained by PostgreSQL with a hundred thousand of everything."""

import os

import pytest

from scripts import services
from tests.bench import plans

pytestmark = [pytest.mark.crash, pytest.mark.slow]  # a server of its own: once per run is enough


def test_every_list_costs_the_same_however_long_it_is() -> None:
    try:
        costs = list(plans.costs())
    except services.Missing as missing:
        if os.environ.get("CI", "").lower() in {"1", "true", "yes"}:
            raise
        pytest.skip(str(missing))
    assert len(costs) == len(plans.PLACES)
    dear = [str(cost) for cost in costs if cost.wrong]
    assert not dear, "\n".join(dear)
    assert all(cost.statements for cost in costs), "a page that asks nothing proves nothing"
