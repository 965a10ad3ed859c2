"""What goes into an export, kind by kind: plain values, read in batches cut by key."""

from app.portability.queries.collecting.kinds import KINDS, FileOf, Source, media_of, tell_also

__all__ = ["KINDS", "FileOf", "Source", "media_of", "tell_also"]
