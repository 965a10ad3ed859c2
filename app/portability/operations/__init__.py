"""Asking for one's data, gathering it, letting the file go; and taking the data of somebody in."""

from app.portability.operations.gathering import gather
from app.portability.operations.requesting import NotExported, forget, remove_expired, request_export

__all__ = [
    "NotExported",
    "forget",
    "gather",
    "remove_expired",
    "request_export",
]
