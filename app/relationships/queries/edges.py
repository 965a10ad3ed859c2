"""What stands between two accounts, or between one and a few others."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Select, exists, literal, or_, select, union_all

from app.kernel.database import db
from app.relationships.models import Block, Follow, Mute, RepostMute


def blocks_between(a_id: int, b_id: int) -> bool:
    """Whether either of the two has blocked the other."""
    either = or_(
        _edge(Block.blocker_id, a_id, Block.blocked_id, b_id), _edge(Block.blocker_id, b_id, Block.blocked_id, a_id)
    )
    return bool(db.session.scalar(select(either)))


def is_following(a_id: int, b_id: int) -> bool:
    """Whether a follows b."""
    return bool(db.session.scalar(select(_edge(Follow.follower_id, a_id, Follow.followee_id, b_id))))


def edges_between(viewer_id: int, others: Collection[int]) -> dict[int, set[str]]:
    """For each of the others that has one, seen from the viewer.

    follows, is_special, followed_by, blocks, is_blocked, mutes, mutes_reposts.
    """
    if not others:
        return {}
    branches = [
        _branch("follows", Follow.follower_id, Follow.followee_id, viewer_id, others),
        _branch("is_special", Follow.follower_id, Follow.followee_id, viewer_id, others).where(Follow.is_special),
        _branch("followed_by", Follow.followee_id, Follow.follower_id, viewer_id, others),
        _branch("blocks", Block.blocker_id, Block.blocked_id, viewer_id, others),
        _branch("is_blocked", Block.blocked_id, Block.blocker_id, viewer_id, others),
        _branch("mutes", Mute.muter_id, Mute.muted_id, viewer_id, others),
        _branch("mutes_reposts", RepostMute.muter_id, RepostMute.muted_id, viewer_id, others),
    ]
    edges: dict[int, set[str]] = {}
    for kind, other in db.session.execute(union_all(*branches)):
        edges.setdefault(other, set()).add(kind)
    return edges


def _edge(from_column: Any, from_id: int, to_column: Any, to_id: int) -> Any:
    return exists().where(from_column == from_id, to_column == to_id)


def _branch(kind: str, own: Any, other: Any, viewer_id: int, others: Collection[int]) -> Select[Any]:
    return select(literal(kind), other).where(own == viewer_id, other.in_(others))
