"""Taking in what somebody had elsewhere."""

from app.portability.operations.importing.arriving import Arrival, NotTaken, take_in
from app.portability.operations.importing.unpacking import BadFile, Pack, opened

__all__ = ["Arrival", "BadFile", "NotTaken", "Pack", "opened", "take_in"]
