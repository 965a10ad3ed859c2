"""Whom somebody knows: at once for those who are here, kept for those who may come later.

Only an import fulfils what waits: whoever merely signs up with a handle may be somebody else of that name.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import delete

from app.accounts import queries as people
from app.accounts.models import Account
from app.kernel.database import db
from app.kernel.errors import Refusal
from app.kernel.transactions import operation
from app.kernel.upserts import insert_missing
from app.portability import queries
from app.portability.models import AwaitedRelation
from app.portability.operations.importing.unpacking import moment
from app.posts import operations as posts
from app.posts import queries as topics
from app.relationships import operations as relationships
from app.relationships import queries as relations
from app.timelines import operations as timelines

_KINDS = {"follow": "follow", "block": "block", "mute": "mute", "mute_reposts": "reposts"}


def open_groups(arrival: Any) -> None:
    """Groups first, as posts may be meant for them."""
    known = {group.name for group in relations.groups_of(arrival.account)}
    for entry in arrival.pack.entries("relations"):
        if entry.get("kind") == "group" and str(entry.get("name", "")) not in known:
            _try(arrival, "groups", lambda entry=entry: relationships.create_group(
                str(entry["name"]), by=arrival.account, now=moment(entry["created_at"])
            ))  # fmt: skip


def relate(arrival: Any) -> None:
    """Follows, blocks, mutes, members of groups, topics; and what others have awaited of whom arrives now."""
    entries = arrival.pack.entries("relations")
    for entry in entries:
        if entry.get("kind") in _KINDS:
            _try(arrival, "relations", lambda entry=entry: _relate(arrival, entry))
    for entry in entries:
        if entry.get("kind") == "group":
            _try(arrival, "members", lambda entry=entry: _fill(arrival.account, entry))
        if entry.get("kind") == "topic":
            _try(arrival, "topics", lambda entry=entry: _follow_topic(arrival.account, entry))
    fulfil(arrival.account)
    for entry in arrival.pack.entries("settings"):
        if entry.get("setting") == "muted_word":
            _try(arrival, "settings", lambda entry=entry: timelines.mute_word(
                str(entry["value"]), by=arrival.account, now=arrival.at
            ))  # fmt: skip


@operation
def fulfil(account: Account) -> None:
    """What earlier imports had waiting for somebody with this handle becomes true."""
    for waiting in queries.awaited_by(account.handle_key):
        by = db.session.get_one(Account, waiting.account_id)
        try:
            with db.session.begin_nested():
                _do(waiting.kind, account, by=by, at=waiting.created_at)
        except Refusal:
            pass  # meanwhile one of them has blocked the other
        gone = delete(AwaitedRelation).where(
            AwaitedRelation.account_id == by.id,
            AwaitedRelation.kind == waiting.kind,
            AwaitedRelation.handle_key == account.handle_key,
        )
        db.session.execute(gone)


@operation
def _relate(arrival: Any, entry: dict[str, Any]) -> None:
    kind, handle, at = _KINDS[entry["kind"]], str(entry["handle"]), moment(entry["created_at"])
    other = people.accounts_named([handle]).get(handle.casefold())
    if other is None or other.handle_key != handle.casefold():
        row = {"account_id": arrival.account.id, "kind": kind, "handle_key": handle.casefold()[:24], "created_at": at}
        insert_missing(AwaitedRelation, [row])
        return
    _do(kind, other, by=arrival.account, at=at)
    if entry.get("is_special") is True:
        relationships.mark_special(other, by=arrival.account)


def _do(kind: str, other: Account, *, by: Account, at: datetime) -> None:
    acts = {
        "follow": relationships.follow,
        "block": relationships.block,
        "mute": relationships.mute,
        "reposts": relationships.mute_reposts,
    }
    acts[kind](other, by=by, now=at)


def _fill(owner: Account, entry: dict[str, Any]) -> None:
    group = next((one for one in relations.groups_of(owner) if one.name == str(entry["name"])), None)
    named = people.accounts_named([str(handle) for handle in entry["members"]])
    for handle in entry["members"]:
        member = named.get(str(handle).casefold())
        if group is not None and member is not None and not relations.members_among(group.id, [member.id]):
            relationships.add_to_group(group, member, by=owner, now=moment(entry["created_at"]))


def _follow_topic(account: Account, entry: dict[str, Any]) -> None:
    topic = topics.topic_or_none(str(entry["name"]))
    if topic is not None:
        posts.follow_topic(topic, by=account, now=moment(entry["created_at"]))


def _try(arrival: Any, kind: str, act: Any) -> None:
    """Count what came of it; one entry that cannot be taken in does not keep the others out."""
    try:
        act()
        arrival.taken[kind] += 1
    except (Refusal, KeyError, TypeError, ValueError):
        arrival.skipped[kind] += 1
