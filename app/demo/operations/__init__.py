"""Making the demo world: everything through the operations of the other domains, in the order in which it happened."""

from app.demo.operations.building import NotEmpty, build
from app.demo.operations.gallery import Wanted, painted
from app.demo.operations.logins import LOGINS, PASSWORD, logins_of

__all__ = ["LOGINS", "PASSWORD", "NotEmpty", "Wanted", "build", "logins_of", "painted"]
