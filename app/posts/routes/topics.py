"""Topics while one types."""

from typing import Any

from flask import request
from flask_login import login_required

from app.posts import queries


@login_required
def topic_suggestions() -> Any:
    """Topics that begin like `q`."""
    found = queries.topics_like(request.args.get("q", "")[:32])
    return [{"name": topic.name, "post_count": topic.post_count} for topic in found]
