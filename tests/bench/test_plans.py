"""No list grows dear: every page is explained by PostgreSQL with a hundred thousand of everything."""

import pytest

from tests.bench import plans
from tests.support.missing import unless_missing

pytestmark = [pytest.mark.crash, pytest.mark.slow]  # a server of its own: once per run is enough


def test_every_list_costs_the_same_however_long_it_is() -> None:
    with unless_missing():
        costs = list(plans.costs())
    assert len(costs) == len(plans.PLACES)
    dear = [str(cost) for cost in costs if cost.wrong]
    assert not dear, "\n".join(dear)
    assert all(cost.statements for cost in costs), "a page that asks nothing proves nothing"
