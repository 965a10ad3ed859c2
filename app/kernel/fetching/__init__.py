"""Fetch a page or a picture from a stranger's server without being led astray.

Owns: the only outgoing HTTP GET of the site; which addresses, ports, sizes and durations are acceptable.
Announces: nothing. A refusal is a `FetchRefused` whose `problem` says why.
Never: what a page means, what is stored, a word of the trade.
"""

from app.kernel.fetching.addresses import Resolver
from app.kernel.fetching.client import (
    PAGE,
    PICTURE,
    Appetite,
    Fetched,
    fetch,
    fetch_page,
    fetch_picture,
    refuse_at_sight,
)
from app.kernel.fetching.refusals import FetchProblem, FetchRefused

__all__ = [
    "PAGE",
    "PICTURE",
    "Appetite",
    "FetchProblem",
    "FetchRefused",
    "Fetched",
    "Resolver",
    "fetch",
    "fetch_page",
    "fetch_picture",
    "refuse_at_sight",
]
