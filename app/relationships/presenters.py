"""What stands between the viewer and another account."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RelationView:
    """The viewer's relation to one account."""

    is_self: bool = False
    follows: bool = False
    followed_by: bool = False
    blocks: bool = False
    is_blocked: bool = False
    mutes: bool = False

    @property
    def is_mutual(self) -> bool:
        """互关: both follow each other."""
        return self.follows and self.followed_by
