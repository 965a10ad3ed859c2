"""What can be reported by whom, for what; how reports of one thing become one case; what is kept of the thing."""

import pytest
from werkzeug.exceptions import NotFound

from app.engagement import operations as engagement
from app.kernel import clock, storage, vault
from app.kernel.database import db
from app.messages import operations as messages
from app.moderation import operations, queries, rules
from app.moderation.events import ThingReported
from app.moderation.models import SUBJECTS, Case, Report
from app.posts import operations as posts
from app.posts import queries as posts_known
from app.relationships import queries as relationships
from tests.moderation.conftest import refusal_of


@pytest.fixture
def post(alice):
    return posts.publish(by=alice, text="今晚八点，全场五折", now=clock.now())


@pytest.fixture
def things(alice, bob, carol, post, make_product, make_follow):
    """One thing of each kind that Bob may see; all but product and topic are Alice's."""
    make_follow(by=bob, of=alice)
    tagged = posts.publish(by=alice, text="#早餐# 来一碗", now=clock.now())
    return {
        "post": post,
        "comment": engagement.comment(post, by=alice, text="先到先得", now=clock.now()),
        "account": alice,
        "message": messages.send(bob, by=alice, text="加我", now=clock.now()),
        "product": make_product(),
        "topic": db.session.get_one(posts_known.topic_or_none("早餐").__class__, posts_known.topics_of(tagged.id)[0]),
    }


class TestReasons:
    @pytest.mark.parametrize("kind", SUBJECTS)
    def test_every_kind_is_reported_for_each_of_its_reasons_and_no_other(self, kind, bob, things, report):
        thing = things[kind]
        for code, ground in rules.REASONS.items():
            fits = kind in ground.fits and (ground.parent or code == rules.OTHER)
            assert rules.is_choosable(code, kind) == bool(fits)
        offered = [leaf.code for group, leaves in rules.groups_for(kind) for leaf in leaves or [group]]
        assert rules.OTHER in offered
        for code in offered:
            case = report(thing, by=bob, kind=kind, reason=code, words="说明一下")
            assert (case.subject_kind, case.subject_id, case.reason) == (kind, thing.id, code)
            db.session.delete(db.session.query(Report).one())
            db.session.flush()
            db.session.delete(case)
            db.session.flush()

    def test_the_tree_has_two_levels_and_every_group_that_is_offered_holds_something(self):
        for ground in rules.REASONS.values():
            assert not ground.parent or rules.REASONS[ground.parent].parent == ""
        for kind in SUBJECTS:
            assert all(leaves or group.code == rules.OTHER for group, leaves in rules.groups_for(kind))
        assert {"unlabelled_ad", "fake_goods", "price_fraud"} <= set(rules.REASONS)

    def test_what_is_refused(self, alice, bob, post, report):
        assert refusal_of(report, post, by=alice) == "yourself"
        assert refusal_of(report, alice, by=alice, kind="account") == "yourself"
        assert refusal_of(report, post, by=bob, reason="trade") == "bad_reason"
        assert refusal_of(report, post, by=bob, reason="moon") == "bad_reason"
        assert refusal_of(report, post, by=bob, reason="other") == "words_needed"
        assert refusal_of(report, post, by=bob, words="长" * 501) == "words_too_long"
        assert db.session.query(Case).count() == 0


class TestGrouping:
    def test_reports_of_one_thing_are_one_case(self, bob, carol, stranger, post, report, announced):
        case = report(post, by=bob, reason="insult")
        report(post, by=carol, reason="unlabelled_ad")
        assert report(post, by=stranger, reason="unlabelled_ad") is case
        assert (case.report_count, case.reason) == (3, "unlabelled_ad")
        assert [event.case_id for event in announced if isinstance(event, ThingReported)] == [case.id] * 3

    def test_once_a_person_and_case(self, bob, post, report, announced):
        case = report(post, by=bob)
        assert report(post, by=bob, reason="unlabelled_ad") is case
        assert (case.report_count, case.reason) == (1, "insult")
        assert len([event for event in announced if isinstance(event, ThingReported)]) == 1

    def test_what_is_severe_makes_it_due_earlier(self, bob, carol, post, report):
        case = report(post, by=bob)
        due = case.due_at
        report(post, by=carol, reason="threat")
        assert case.due_at < due

    def test_blocking_along_with_it(self, alice, bob, post, report):
        report(post, by=bob, also_block=True)
        assert relationships.blocks_between(alice.id, bob.id)


class TestWhoMaySee:
    def test_nobody_reports_what_she_cannot_see(self, alice, bob, carol, things, enemy, report):
        secret = posts.publish(by=alice, text="日记", audience="self", now=clock.now())
        below = engagement.comment(secret, by=alice, text="只给自己看", now=clock.now())
        for thing, kind, person in (
            (secret, "post", bob),
            (below, "comment", bob),
            (things["message"], "message", carol),
            (things["post"], "post", enemy),
            (things["comment"], "comment", enemy),
        ):
            with pytest.raises(NotFound):
                report(thing, by=person, kind=kind)
        assert db.session.query(Case).count() == 0

    @pytest.mark.parametrize("kind", ["post", "comment", "message", "product", "topic"])
    def test_what_is_taken_down_is_not_there_any_more(self, kind, bob, carol, things, report, decide):
        reason = "fraud"
        decide(report(things[kind], by=bob, kind=kind, reason=reason), reason=reason)
        with pytest.raises(NotFound):
            report(things[kind], by=bob, kind=kind, reason=reason)

    @pytest.mark.parametrize(("kind", "number"), [("moon", 1), ("post", 0), ("post", 2**63), ("post", 77)])
    def test_what_there_is_not(self, kind, number, bob):
        with pytest.raises(NotFound):
            operations.report(kind, number, by=bob, reason="insult", now=clock.now())


class TestSnapshots:
    def test_hold_the_thing_as_it_was(self, bob, carol, things, report):
        post = report(things["post"], by=bob).snapshot
        assert (post["text"], post["author"]["nickname"], post["audience"], post["version"]) == (
            "今晚八点，全场五折", "爱丽丝", "public", 1,
        )  # fmt: skip
        comment = report(things["comment"], by=bob, kind="comment").snapshot
        assert (comment["text"], comment["post"]["text"]) == ("先到先得", "今晚八点，全场五折")
        message = report(things["message"], by=bob, kind="message").snapshot
        assert (message["text"], message["before"]) == ("加我", [])
        assert {one["nickname"] for one in message["members"]} == {"爱丽丝", "鲍勃大V"}
        account = report(things["account"], by=bob, kind="account", reason="as_brand").snapshot
        assert (account["nickname"], account["handle"], account["bio"]) == ("爱丽丝", "alice", "an ordinary reader")
        assert report(things["topic"], by=bob, kind="topic", reason="misleading").snapshot["title"] == "早餐"
        product = report(things["product"], by=bob, kind="product", reason="fake_goods").snapshot
        assert product["title"] == things["product"].title

    def test_a_message_brings_a_few_before_it_and_none_after(self, alice, bob, make_follow, report):
        make_follow(by=bob, of=alice)
        sent = [messages.send(bob, by=alice, text=f"第{n}句", now=clock.now()) for n in range(9)]
        snapshot = report(sent[7], by=bob, kind="message").snapshot
        assert [one["text"] for one in snapshot["before"]] == [f"第{n}句" for n in range(2, 7)]
        assert "第8句" not in str(snapshot)

    def test_an_edit_in_between_is_kept_with_the_report_that_found_it(self, alice, bob, carol, stranger, report):
        post = posts.publish(by=alice, text="第一版", now=clock.now())
        case = report(post, by=bob)
        posts.edit(post, by=alice, text="改过的", image_ids=[], alts={}, now=clock.now())
        report(post, by=carol)
        report(post, by=stranger)
        later = [one.snapshot and one.snapshot["text"] for one in queries.reports_of(case)]
        assert (case.snapshot["text"], later) == ("第一版", [None, "改过的", None])

    def test_pictures_outlive_the_originals(self, alice, bob, make_image, report):
        image = make_image(by=alice)
        storage.save(f"{image.key}-medium.webp", b"a picture")
        post = posts.publish(by=alice, text="看图", image_ids=[image.id], now=clock.now())
        case = report(post, by=bob)
        storage.remove(f"{image.key}-medium.webp")
        (picture,) = queries.kept_pictures(case.snapshot)
        assert vault.path_of(picture["key"]).read_bytes() == b"a picture"
        operations.forget(alice.id)
        assert not vault.path_of(picture["key"]).exists()


def test_ones_own_reports_page_by_page(alice, bob, make_product, report):
    for thing in [make_product() for _ in range(22)]:
        report(thing, by=bob, kind="product", reason="fake_goods")
    first = queries.reports_by(bob, before=None)
    rest = queries.reports_by(bob, before=int(first.next_cursor))
    assert (len(first.items), len(rest.items), rest.next_cursor) == (20, 2, None)
    assert all(written.case_id == case.id for written, case in [*first.items, *rest.items])
