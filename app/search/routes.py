"""The door of search."""

from typing import Any

from flask import Blueprint, render_template, request

from app.kernel import clock
from app.kernel.security import public
from app.kernel.viewer import viewer
from app.search import presenters, queries

bp = Blueprint("search", __name__)


@bp.get("/search")
@public
def result_index() -> Any:
    """People, topics and products by name."""
    query = request.args.get("q", "").strip()[: queries.LONGEST]
    found = presenters.found_view(queries.found_by_name(query, viewer=viewer(), now=clock.now()), viewer())
    return render_template(
        "search/results.html", query=query, people=found.people, topics=found.topics, products=found.products
    )
