"""Somebody with everything leaves for good: afterwards nothing of her is found anywhere, and all numbers are right."""

import pickle
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import String, cast, select

from app.accounts import operations as accounts
from app.accounts import queries as people
from app.accounts.models import Account
from app.engagement import operations as engagement
from app.engagement.models import Comment
from app.kernel import cache, clock, jobs, recounting
from app.kernel.database import Base, db
from app.kernel.transactions import operation
from app.media import operations as media
from app.messages import operations as messages
from app.moderation import operations as moderation
from app.notifications import operations as notifications
from app.portability import operations as portability
from app.posts import operations as posts
from app.posts.models import OptionWriting, PollWriting, Post, Writing
from app.posts.presenters import post_view
from app.relationships import operations as relationships
from app.screening.models import Act, ReviewItem
from app.timelines import operations as timelines
from app.verification import operations as verification
from app.verification.rules import Proof, Wish
from tests.media.pictures import picture
from tests.support.makers import PASSWORD

MARK = "独特印记"
"""Stands in everything she has written; with the Latin marks below it stands for her."""
LATIN = ("markedhandle", "markedmail", "203.0.113.77", "MarkedBrowser")


def words(number: int) -> str:
    return f"{MARK}{number}号"


@pytest.fixture
def at_first(app) -> set[str]:
    """The files that other tests have left."""
    return files_of(app)


@pytest.fixture
def her(at_first, work_off, alice, bob, carol, mod, make_product):
    """A person with everything."""
    now = clock.now()
    her = accounts.open_account(
        handle="markedhandle", nickname=f"{MARK}昵称", email="markedmail@example.com", password=PASSWORD, now=now
    )
    accounts.edit_profile(
        by=her, nickname=her.nickname, bio=words(1), avatar=picture(), banner=picture(size=(1200, 400)), now=now
    )
    accounts.note_log_in(her, outcome="password", address="203.0.113.77", browser="MarkedBrowser 1.0", now=now)
    write_much(her, alice, bob, make_product)
    stand_among_people(her, alice, bob, carol)
    deal_with_staff(her, alice)
    portability.request_export(by=her, now=clock.now())
    work_off()
    return her


def write_much(her, alice, bob, make_product):
    now, product = clock.now(), make_product()
    image = media.store_image(picture(), by=her, now=now)
    post = posts.publish(
        by=her, text=f"{words(2)} #一个话题#", image_ids=[image.id], alts={image.id: words(3)},
        product_ids=[product.id],
        poll=PollWriting([OptionWriting(words(4)[:20]), OptionWriting("另一个")]), now=now,
    )  # fmt: skip
    posts.vote(post, by=alice, choices=[0], now=now)
    engagement.comment(post, by=alice, text="爱丽丝的评论", now=now)
    engagement.like(post, by=alice, now=now)
    between = posts.repost(post, by=alice, text="爱丽丝转的", now=now)
    hers = posts.repost(between, by=her, text=words(5), now=now)
    posts.repost(hers, by=bob, text="鲍勃再转", now=now)
    edited = posts.publish(by=her, text=words(6), now=now)
    posts.edit(edited, text=words(7), by=her, now=clock.now())
    posts.publish(by=her, text=words(8), audience="self", now=now)
    deleted = posts.publish(by=her, text=words(9), now=now)
    posts.delete(deleted, by=her, now=clock.now())
    taken = posts.publish(by=her, text=words(10), now=now)
    posts.take_down(taken, by=alice, now=clock.now())
    held = media.store_image(picture(), by=her, now=now)
    posts.keep_draft(
        Writing(text=words(11), image_ids=[held.id]), by=her, now=now, client_key="11111111-1111-1111-1111-111111111111"
    )
    posts.follow_topic(people_topic(post), by=her, now=now)
    bobs = posts.publish(
        by=bob, text="鲍勃的微博", now=now, poll=PollWriting([OptionWriting("甲"), OptionWriting("乙")])
    )
    posts.vote(bobs, by=her, choices=[1], now=now)
    shown = media.store_image(picture(), by=her, now=now)
    comment = engagement.comment(bobs, by=her, text=words(12), image_id=shown.id, now=now)
    engagement.comment(bobs, by=bob, text="回复她", reply_to=comment, now=now)
    engagement.comment(bobs, by=her, text=words(13), reply_to=comment, now=now)
    engagement.take_down_comment(engagement.comment(bobs, by=her, text=words(14), now=now), by=alice, now=now)
    engagement.like_comment(engagement.comment(bobs, by=bob, text="鲍勃自评", now=now), by=her, now=now)
    engagement.like(bobs, by=her, now=now)
    engagement.favourite(bobs, by=her, now=now)
    engagement.want(product, by=her, now=now)


def people_topic(post):
    from app.posts.models import PostTopic, Topic

    return db.session.scalar(select(Topic).join(PostTopic, PostTopic.topic_id == Topic.id))


def stand_among_people(her, alice, bob, carol):
    now = clock.now()
    for one in (alice, bob):
        relationships.follow(one, by=her, now=now)
        relationships.follow(her, by=one, now=now)
    group = relationships.create_group(f"{MARK}组", by=her, now=now)
    relationships.add_to_group(group, alice, by=her, now=now)
    relationships.add_to_group(relationships.create_group("爱丽丝的组", by=alice, now=now), her, by=alice, now=now)
    relationships.mute(bob, by=her, now=now)
    relationships.block(carol, by=her, now=now)
    sent = media.store_image(picture(), by=her, now=now)
    messages.send(alice, by=her, text=words(15), now=now)
    messages.send(alice, by=her, image_id=sent.id, now=now)
    messages.send(her, by=alice, text="爱丽丝的回信", now=now)
    messages.take_down(messages.send(alice, by=her, text=words(16), now=now), by=alice, now=now)
    timelines.mute_word(f"{MARK}词", by=her, now=now)
    notifications.choose_rhythm("daily", by=her, now=now)


def deal_with_staff(her, alice):
    now = clock.now()
    wish = Wish(
        kind="orange", organisation="", name=f"{MARK}真名", field="美食", statement=words(19) * 3, consents=True
    )
    verification.apply(wish, [Proof(f"{MARK}证书.jpg", picture())], by=her, now=now)
    alices = posts.publish(by=alice, text="爱丽丝的微博", now=now)
    moderation.report("post", alices.id, by=her, reason="insult", words=words(20), now=now)
    hers = posts.publish(by=her, text=words(21), now=now)
    moderation.report("post", hers.id, by=alice, reason="insult", now=now)
    moderation.report("account", her.id, by=alice, reason="insult", now=now)
    note_for_review(her)
    cache.put(f"network:{her.id}", "203.0.113.77", seconds=3600)


@operation
def note_for_review(her):
    now = clock.now()
    db.session.add(Act(account_id=her.id, kind="post", network="203.0.113.77", created_at=now))
    db.session.add(
        ReviewItem(account_id=her.id, kind="post", payload={"text": words(17)}, words=words(18), created_at=now)
    )


def leave(her, frozen_clock, work_off):
    accounts.ask_to_close(by=db.session.get_one(Account, her.id), password=PASSWORD, has_proof=True, now=clock.now())
    frozen_clock.forward(days=7, minutes=1)
    work_off()
    assert db.session.get_one(Account, her.id, populate_existing=True).state == "closed"


def rows_with(mark: str) -> list[str]:
    """Every table and column in which a mark stands, whatever the type of the column."""
    db.session.expire_all()
    return [
        f"{table.name}.{column.name}: {row[0]}"
        for table in Base.metadata.sorted_tables
        for column in table.columns
        for row in db.session.execute(
            select(cast(column, String)).where(cast(column, String).contains(mark, autoescape=True))
        )
    ]


def in_json(mark: str) -> str:
    """How it stands in a JSON column, where letters beyond ASCII are written as numbers."""
    return mark.encode("unicode_escape").decode()


def files_with(folder: Path, mark: str) -> list[str]:
    return [str(file) for file in folder.rglob("*") if file.is_file() and mark.encode() in file.read_bytes()]


def in_cache(app, mark: str) -> list[str]:
    cache = app.extensions["cache"]
    if hasattr(cache, "_cache"):
        held = {key: pickle.dumps(value) for key, value in cache._cache.items()}
    else:
        client = cache._read_client
        held = {key: client.get(key) or b"" for key in client.scan_iter(match=cache._get_prefix() + "*")}
    return [str(key) for key, value in held.items() if mark.encode() in value]


def marks() -> list[str]:
    return [MARK, in_json(MARK), *LATIN]


def test_the_marks_are_found_as_long_as_she_is_here(app, client, login, her):
    login(client, her)
    client.get("/settings/blocking")
    client.get("/")
    found = {place.split(":")[0] for mark in marks() for place in rows_with(mark)}
    assert {"accounts.nickname", "accounts.email", "accounts.bio", "posts.text", "comments.text", "messages.text",
            "drafts.content", "groups.name", "muted_words.word", "log_ins.address", "review_items.payload",
            "post_images.alt", "poll_options.text", "post_versions.text", "reports.words",
            "verification_applications.statement", "proof_files.filename"} <= found  # fmt: skip
    assert in_cache(app, MARK)


def test_afterwards_nothing_of_her_is_found_anywhere(app, client, login, frozen_clock, work_off, at_first, her, alice):
    login(client, her)
    client.get("/settings/blocking")
    client.get("/")
    before = files_of(app) - at_first
    leave(her, frozen_clock, work_off)
    left = [place for mark in marks() for place in rows_with(mark)]
    assert left == []
    for folder in (app.config["UPLOAD_DIR"], app.config["PRIVATE_DIR"]):
        assert [place for mark in marks() for place in files_with(Path(folder), mark)] == []
    assert [place for mark in marks() for place in in_cache(app, mark)] == []
    assert len(before) >= 6 * 3
    assert files_of(app) <= at_first, "of her pictures nothing is left"


def files_of(app) -> set[str]:
    return {str(file) for folder in (app.config["UPLOAD_DIR"], app.config["PRIVATE_DIR"])
            for file in Path(folder).rglob("*") if file.is_file()}  # fmt: skip


def test_all_numbers_are_right_and_trees_still_stand(app, frozen_clock, work_off, her, alice, bob):
    leave(her, frozen_clock, work_off)
    assert [miscount for counters in recounting._counters for miscount in counters()] == []
    last = db.session.scalar(select(Post).where(Post.author_id == bob.id, Post.parent_id.is_not(None)))
    view = post_view(last, viewer=db.session.get_one(Account, alice.id))
    assert view.root.is_deleted
    assert [link.author.nickname if link.author else None for link in view.chain] == [None, alice.nickname]
    reply = db.session.scalar(select(Comment).where(Comment.text == "回复她"))
    assert db.session.get_one(Comment, reply.thread_id).deleted_at is not None


def test_the_others_keep_what_is_theirs(app, client, login, frozen_clock, work_off, her, alice):
    leave(her, frozen_clock, work_off)
    login(client, db.session.get_one(Account, alice.id))
    talk = client.get(f"/messages/{her.id}", headers={"Accept-Language": "zh-CN"}).get_data(as_text=True)
    assert "爱丽丝的回信" in talk
    assert "已注销用户" in talk
    assert client.get("/messages").status_code == 200
    assert client.get(f"/u/{her.id}").status_code == 410


def test_what_is_done_again_changes_nothing(frozen_clock, work_off, her):
    from app.accounts.events import AccountClosed
    from app.wiring import WIRING

    leave(her, frozen_clock, work_off)
    before = {table.name: db.session.execute(select(table)).all() for table in Base.metadata.sorted_tables}
    for listener in WIRING[AccountClosed].later:
        listener(AccountClosed(her.id))
    work_off()
    after = {table.name: db.session.execute(select(table)).all() for table in Base.metadata.sorted_tables}
    assert {name: rows for name, rows in after.items() if rows != before[name]} == {}


def test_the_handle_and_the_address_are_free_again(frozen_clock, work_off, her):
    leave(her, frozen_clock, work_off)
    assert people.who_is("markedhandle") is None
    accounts.open_account(
        handle="markedhandle", nickname="新来的", email="markedmail@example.com", password=PASSWORD, now=clock.now()
    )


def test_the_clock_itself_closes(frozen_clock, work_off, alice):
    accounts.ask_to_close(by=alice, password=PASSWORD, has_proof=True, now=clock.now())
    work_off()
    assert jobs.coming(frozen_clock.forward(days=6, hours=23, minutes=59)) != []
    frozen_clock.forward(minutes=2)
    work_off()
    assert db.session.get_one(Account, alice.id, populate_existing=True).closed_at is not None
    assert db.session.get_one(Account, alice.id).closed_at - clock.now() < timedelta(minutes=1)
