"""What the site has told."""

from dataclasses import dataclass


@dataclass(frozen=True)
class CharterPublished:
    """A new version of the community rules is in force."""

    version: int
