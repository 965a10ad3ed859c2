"""Asking for one's data, gathering it, letting the file go; and taking the data of somebody in."""

from app.portability.operations.gathering import gather
from app.portability.operations.importing import Arrival, BadFile, NotTaken, Pack, opened, take_in
from app.portability.operations.requesting import NotExported, forget, remove_expired, request_export

__all__ = [
    "Arrival",
    "BadFile",
    "NotExported",
    "NotTaken",
    "Pack",
    "forget",
    "gather",
    "opened",
    "remove_expired",
    "request_export",
    "take_in",
]
