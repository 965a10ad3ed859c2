"""Storing pictures, using them, and clearing away what is not used."""

from app.media.operations.clearing import let_go, remove, remove_orphans
from app.media.operations.storing import ImageRefused, attach, keep, store_image

__all__ = ["ImageRefused", "attach", "keep", "let_go", "remove", "remove_orphans", "store_image"]
