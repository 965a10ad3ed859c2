"""Groups: made, filled and emptied by their owner, within their limits, counted exactly."""

import pytest
from sqlalchemy import select

from app.kernel import clock
from app.kernel.database import db
from app.kernel.transactions import add, operation
from app.relationships import operations, queries, rules
from app.relationships.events import GroupDeleted, GroupJoined, GroupLeft
from app.relationships.models import Group, GroupMember


@pytest.fixture
def family(alice):
    return operations.create_group("家人", by=alice, now=clock.now())


@operation
def fill(group, accounts):
    for account in accounts:
        add(GroupMember(group_id=group.id, account_id=account.id, created_at=clock.now()))
    group.member_count = len(accounts)


def names(owner):
    return [(group.name, group.member_count) for group in queries.groups_of(owner)]


def members(group):
    return {account.id for account in queries.group_members_page(group, before=None).items}


def refused(act, *words, **more):
    with pytest.raises(operations.NotGroupable) as refusal:
        act(*words, **more)
    return refusal.value.reason.code


def test_groups_stand_in_the_order_they_were_made_in_until_one_is_moved(alice, bob, family):
    for name in ("同事", "茶友"):
        last = operations.create_group(name, by=alice, now=clock.now())
    operations.create_group("别人的", by=bob, now=clock.now())
    assert names(alice) == [("家人", 0), ("同事", 0), ("茶友", 0)]
    operations.move_group(last, up=True, by=alice)
    assert names(alice) == [("家人", 0), ("茶友", 0), ("同事", 0)]
    operations.move_group(family, up=True, by=alice)
    assert names(alice)[0] == ("家人", 0)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("", "group_unnamed"),
        ("   ", "group_unnamed"),
        ("长" * 17, "group_name_too_long"),
        (" 家人 ", "group_name_taken"),
    ],
)
def test_names_that_no_group_can_have(alice, family, name, code):
    assert refused(operations.create_group, name, by=alice, now=clock.now()) == code
    assert names(alice) == [("家人", 0)]


def test_a_name_is_taken_whatever_its_capitals_and_may_be_kept_by_its_group(alice):
    group = operations.create_group("Tea Friends", by=alice, now=clock.now())
    assert refused(operations.create_group, "tea  friends", by=alice, now=clock.now()) == "group_name_taken"
    operations.rename_group(group, name="tea friends", by=alice)
    assert names(alice) == [("tea friends", 0)]


def test_two_people_may_have_groups_of_one_name(alice, bob, family):
    operations.create_group("家人", by=bob, now=clock.now())
    assert names(bob) == [("家人", 0)]


def test_nobody_has_groups_without_end(alice):
    for number in range(rules.GROUPS_MAX):
        operations.create_group(f"第{number}组", by=alice, now=clock.now())
    assert refused(operations.create_group, "再来一组", by=alice, now=clock.now()) == "too_many_groups"


def test_put_in_and_take_out_once_and_again(alice, bob, family, make_follow, announced):
    make_follow(by=alice, of=bob)
    for _ in range(2):
        operations.add_to_group(family, bob, by=alice, now=clock.now())
    assert (members(family), names(alice)) == ({bob.id}, [("家人", 1)])
    for _ in range(2):
        operations.take_out_of_group(family, bob, by=alice)
    assert (members(family), names(alice)) == (set(), [("家人", 0)])
    told = [event for event in announced if isinstance(event, GroupJoined | GroupLeft)]
    assert told == [GroupJoined(family.id, bob.id, alice.id), GroupLeft(family.id, bob.id, alice.id)]


def test_exactly_the_ticked_groups(alice, bob, family, make_follow):
    make_follow(by=alice, of=bob)
    work = operations.create_group("同事", by=alice, now=clock.now())
    operations.put_into_groups(bob, {family.id}, by=alice, now=clock.now())
    operations.put_into_groups(bob, {work.id}, by=alice, now=clock.now(), also_new="茶友")
    assert names(alice) == [("家人", 0), ("同事", 1), ("茶友", 1)]
    operations.put_into_groups(bob, (), by=alice, now=clock.now())
    assert queries.own_groups_with(bob, owner=alice) == set()


def test_nobody_is_put_into_the_groups_of_others(alice, bob, carol, family, make_follow):
    make_follow(by=carol, of=bob)
    operations.put_into_groups(bob, {family.id}, by=carol, now=clock.now())
    operations.add_to_group(family, bob, by=carol, now=clock.now())
    assert members(family) == set()


def test_groups_hold_followed_people_alone(alice, bob, family, make_follow):
    make_follow(by=bob, of=alice)
    assert refused(operations.add_to_group, family, bob, by=alice, now=clock.now()) == "not_following"
    ticked = {"by": alice, "now": clock.now(), "also_new": "新组"}
    assert refused(operations.put_into_groups, bob, {family.id}, **ticked) == "not_following"
    assert names(alice) == [("家人", 0)]


def test_a_full_group_takes_nobody_more(alice, bob, family, make_follow, monkeypatch, make_account):
    monkeypatch.setattr(rules, "GROUP_MEMBERS_MAX", 3)
    fill(family, [make_account() for _ in range(3)])
    make_follow(by=alice, of=bob)
    assert refused(operations.add_to_group, family, bob, by=alice, now=clock.now()) == "group_full"


@pytest.mark.parametrize("end", ["unfollow", "remove", "block", "be_blocked"])
def test_whoever_is_no_longer_followed_leaves_all_groups(alice, bob, carol, family, make_follow, end):
    for account in (bob, carol):
        make_follow(by=alice, of=account)
        operations.put_into_groups(account, {family.id}, by=alice, now=clock.now(), also_new="")
    {
        "unfollow": lambda: operations.unfollow(bob, by=alice, now=clock.now()),
        "remove": lambda: operations.remove_fan(alice, by=bob, now=clock.now()),
        "block": lambda: operations.block(bob, by=alice, now=clock.now()),
        "be_blocked": lambda: operations.block(alice, by=bob, now=clock.now()),
    }[end]()
    assert (members(family), names(alice)) == ({carol.id}, [("家人", 1)])
    assert queries.miscounts() == []


def test_a_deleted_group_leaves_nothing_behind(alice, bob, family, make_follow, announced):
    make_follow(by=alice, of=bob)
    operations.add_to_group(family, bob, by=alice, now=clock.now())
    operations.delete_group(family, by=alice)
    assert names(alice) == []
    assert db.session.scalar(select(GroupMember)) is None
    assert queries.is_following(alice.id, bob.id)
    assert announced[-1] == GroupDeleted(family.id, alice.id)


def test_nobody_deletes_the_group_of_another(alice, bob, family):
    operations.delete_group(family, by=bob)
    assert db.session.get(Group, family.id) is not None


def test_only_fans_in_a_group_are_its_readers(alice, bob, carol, family, make_follow):
    make_follow(by=bob, of=alice)
    fill(family, [bob, carol])
    assert queries.fan_ids_in_group(family.id, alice.id) == [bob.id]
    assert list(db.session.scalars(queries.groups_containing(carol.id))) == [family.id]


def test_a_wrong_count_is_found(alice, family):
    fill(family, [])

    @operation
    def miscount():
        family.member_count = 3

    miscount()
    assert [(wrong.counter, wrong.stored, wrong.true) for wrong in queries.miscounts()] == [
        ("groups.member_count", 3, 0)
    ]
