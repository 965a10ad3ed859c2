"""What stands between the viewer and another account, and the groups she has made."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from app.accounts.models import Account
from app.accounts.presenters import AccountView, account_view
from app.kernel import cache
from app.relationships import queries
from app.relationships.models import Group


@dataclass(frozen=True, slots=True)
class RelationView:
    """The viewer's relation to one account."""

    is_self: bool = False
    follows: bool = False
    is_special: bool = False
    followed_by: bool = False
    blocks: bool = False
    is_blocked: bool = False
    mutes: bool = False
    mutes_reposts: bool = False

    @property
    def is_mutual(self) -> bool:
        """互关: both follow each other."""
        return self.follows and self.followed_by


@dataclass(frozen=True, slots=True)
class PersonView:
    """One row of a list of people: the account, and what stands between it and the viewer."""

    account: AccountView
    relation: RelationView


@dataclass(frozen=True, slots=True)
class GroupView:
    """One of the viewer's groups: as a feed, as an audience, as a list of people."""

    id: str
    name: str
    url: str
    feed_url: str
    member_count: int


class OwnGroups:
    """The viewer's groups for any part of a page; nothing is asked until one of them shows them."""

    def __init__(self, viewer: Account | None) -> None:
        self._viewer = viewer

    def __iter__(self) -> Iterator[GroupView]:
        return iter(self._views)

    def __len__(self) -> int:
        return len(self._views)

    @cached_property
    def _views(self) -> list[GroupView]:
        viewer = self._viewer
        if viewer is None:
            return []
        return cache.own(viewer.id, "groups", lambda: [group_view(group) for group in queries.groups_of(viewer)])


def group_view(group: Group) -> GroupView:
    """The view of one group."""
    return GroupView(
        id=str(group.id),
        name=group.name,
        url=f"/groups/{group.id}",
        feed_url=f"/?group={group.id}",
        member_count=group.member_count,
    )


def relation_views(viewer: Account | None, account_ids: Iterable[int]) -> dict[int, RelationView]:
    """The viewer's relation to each of the accounts, in one statement; None is someone logged out."""
    wanted = set(account_ids)
    if viewer is None:
        return dict.fromkeys(wanted, RelationView())
    edges = queries.edges_between(viewer.id, wanted - {viewer.id})
    views = {one: RelationView(**dict.fromkeys(edges.get(one, ()), True)) for one in wanted}
    if viewer.id in wanted:
        views[viewer.id] = RelationView(is_self=True)
    return views


def relation_view(viewer: Account | None, account: Account) -> RelationView:
    """The viewer's relation to one account."""
    return relation_views(viewer, [account.id])[account.id]


def person_views(accounts: Sequence[Account], viewer: Account | None) -> list[PersonView]:
    """Accounts as rows of a list, in their order."""
    relations = relation_views(viewer, [account.id for account in accounts])
    return [PersonView(account_view(account), relations[account.id]) for account in accounts]
