"""How a toggle answers."""

from typing import Any

from flask.typing import ResponseReturnValue

from app.kernel import rendering


def toggled(active: bool, count: int | None = None) -> ResponseReturnValue:
    """`{active, count}` for our script; a plain form goes back to where it stood."""
    if not (rendering.wants_fragment() or rendering.wants_json()):
        return rendering.done()
    answer: dict[str, Any] = {"active": active}
    return answer if count is None else answer | {"count": count}
