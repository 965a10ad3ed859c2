"""Read a shop's page: bytes in, what it says about a product out. Pure functions, no network, no database.

Owns: charset detection, JSON-LD / OpenGraph / microdata / visible patterns, prices, clean URLs, canonical keys.
Announces: nothing.
Never: a price that the page does not state.
"""

from app.products.unfurling.reading import read_page
from app.products.unfurling.readings import Availability, PageReading
from app.products.unfurling.urls import affiliate_parameters, canonical_key, clean_url, domain_of

__all__ = [
    "Availability",
    "PageReading",
    "affiliate_parameters",
    "canonical_key",
    "clean_url",
    "domain_of",
    "read_page",
]
