"""What authors do with posts that are out: shown to fewer, restricted, pinned, without preview."""

import pytest

from app.kernel.database import db
from app.kernel.transactions import add, operation
from app.posts import operations, queries
from app.posts.events import AudienceNarrowed, PermissionsChanged, PreviewChanged
from app.posts.models import AUDIENCES, PinnedPost
from app.products.events import LinkPasted
from app.products.models import Link
from app.relationships.models import Group


@pytest.fixture(autouse=True)
def counters_agree(app, frozen_clock):
    yield
    assert queries.miscounts() == []


@operation
def make_group(owner, at, name="密友"):
    return add(Group(owner_id=owner.id, name=name, created_at=at))


@operation
def make_link(at, status="page"):
    return add(Link(url="https://a.example/1", url_key="k", domain="a.example", status=status, requested_at=at))


class TestNarrowing:
    @pytest.mark.parametrize("before", AUDIENCES)
    def test_only_to_fewer(self, alice, make_post, frozen_clock, before, announced):
        group = make_group(alice, frozen_clock())
        allowed = {
            "public": {"fans", "mutuals", "group", "self"},
            "fans": {"mutuals", "self"},
            "mutuals": {"self"},
            "group": {"self"},
            "self": set(),
        }[before]
        for after in set(AUDIENCES) - {before}:
            post = operations.publish(by=alice, text="窄", now=frozen_clock(), audience=before, group_id=group.id)
            if after in allowed:
                operations.narrow(post, by=alice, audience=after, group_id=group.id)
                assert (post.audience, post.group_id) == (after, group.id if after == "group" else None)
                assert announced[-1] == AudienceNarrowed(post.id)
            else:
                assert _reason(operations.narrow, post, by=alice, audience=after) == "not_narrower"
                assert post.audience == before

    def test_the_same_audience_changes_nothing(self, alice, publish, announced):
        post = publish(alice, audience="fans")
        operations.narrow(post, by=alice, audience="fans")
        assert not [event for event in announced if isinstance(event, AudienceNarrowed)]

    def test_to_ones_own_groups_only_and_never_to_another(self, alice, bob, publish, frozen_clock):
        own, other = make_group(alice, frozen_clock()), make_group(alice, frozen_clock(), "同事")
        foreign = make_group(bob, frozen_clock())
        for group_id in (foreign.id, 42, None):
            post = publish(alice)
            assert _reason(operations.narrow, post, by=alice, audience="group", group_id=group_id) == "group_gone"
        post = publish(alice, audience="group", group_id=own.id)
        refused = _reason(operations.narrow, post, by=alice, audience="group", group_id=other.id)
        assert refused == "not_narrower"
        operations.narrow(post, by=alice, audience="group", group_id=own.id)
        assert post.group_id == own.id

    def test_by_the_author_alone_and_not_after_the_end(self, alice, mod, publish, delete):
        post = publish(alice)
        assert _reason(operations.narrow, post, by=mod, audience="self") == "not_yours"
        delete(post, alice)
        assert _reason(operations.narrow, post, by=alice, audience="self") == "deleted"


class TestPermissions:
    def test_both_in_one_act_or_neither(self, alice, publish, announced):
        post = publish(alice, audience="mutuals")
        choice = {"reposters": "none", "commenters": "followed", "approves_comments": True, "group_id": None}
        assert _reason(operations.restrict, post, by=alice, audience="fans", **choice) == "not_narrower"
        assert (post.audience, post.commenters) == ("mutuals", "all")
        operations.restrict(post, by=alice, audience="self", **choice)
        assert (post.audience, post.reposters, post.commenters, post.approves_comments) == (
            "self", "none", "followed", True,
        )  # fmt: skip
        operations.restrict(post, by=alice, audience="self", **choice)
        assert announced.count(PermissionsChanged(post.id)) == 1

    def test_of_ones_own_post_and_from_the_list(self, alice, bob, publish):
        post = publish(alice)
        choice = {"reposters": "fans", "commenters": "all", "approves_comments": False}
        assert _reason(operations.set_permissions, post, by=bob, **choice) == "not_yours"
        choice["commenters"] = "moon"
        assert _reason(operations.set_permissions, post, by=alice, **choice) == "bad_permission"


class TestPinning:
    def test_one_at_a_time(self, alice, bob, publish, frozen_clock):
        first, second = publish(alice), publish(alice)
        operations.pin(first, by=alice, now=frozen_clock())
        operations.pin(second, by=alice, now=frozen_clock())
        assert [row.post_id for row in db.session.query(PinnedPost)] == [second.id]
        operations.unpin(first, by=alice)
        assert queries.pinned_post_of(alice, bob) is second
        operations.unpin(second, by=alice)
        operations.unpin(second, by=alice)
        assert queries.pinned_post_of(alice, bob) is None

    def test_ones_own_and_only_what_is_there(self, alice, bob, publish, delete, frozen_clock):
        post = publish(alice)
        assert _reason(operations.pin, post, by=bob, now=frozen_clock()) == "not_yours"
        delete(post, alice)
        assert _reason(operations.pin, post, by=alice, now=frozen_clock()) == "deleted"

    def test_shown_to_those_who_may_see_it(self, alice, bob, publish, frozen_clock):
        post = publish(alice, audience="fans")
        operations.pin(post, by=alice, now=frozen_clock())
        assert queries.pinned_post_of(alice, alice) is post
        assert queries.pinned_post_of(alice, bob) is None
        assert queries.pinned_post_of(alice, None) is None


class TestPreviews:
    def test_removed_the_link_in_the_words_stays(self, alice, bob, publish, announced, frozen_clock):
        post = publish(alice, "看 https://a.example/1", link_id=make_link(frozen_clock()).id)
        assert _reason(operations.remove_preview, post, by=bob) == "not_yours"
        operations.remove_preview(post, by=alice)
        operations.remove_preview(post, by=alice)
        assert (post.link_id, post.entities[0]["kind"]) == (None, "link")
        assert announced.count(PreviewChanged(post.id)) == 1
        assert _reason(operations.refresh_preview, post, by=alice, now=frozen_clock()) == "link_gone"

    def test_read_again_but_not_every_moment(self, alice, publish, announced, frozen_clock):
        link = make_link(frozen_clock())
        post = publish(alice, link_id=link.id)
        operations.refresh_preview(post, by=alice, now=frozen_clock())
        assert LinkPasted(link.id) not in announced
        frozen_clock.forward(minutes=1)
        operations.refresh_preview(post, by=alice, now=frozen_clock())
        operations.refresh_preview(post, by=alice, now=frozen_clock())
        assert announced.count(LinkPasted(link.id)) == 1


def _reason(act, *given, **named):
    with pytest.raises((operations.NotChangeable, operations.NotRestorable)) as refused:
        act(*given, **named)
    return refused.value.reason.code
