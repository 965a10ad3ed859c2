"""Words as they are compared, limits, spam."""

from app.screening.rules.folding import Folded, folded
from app.screening.rules.limits import is_in_force
from app.screening.rules.matching import Hit, replaced, strictest
from app.screening.rules.networks import public_network

__all__ = [
    "Folded",
    "Hit",
    "folded",
    "is_in_force",
    "public_network",
    "replaced",
    "strictest",
]
