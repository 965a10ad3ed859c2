"""Somebody with everything: in each place where something can stand there stands a mark of hers."""

from sqlalchemy import select

from app.accounts import operations as accounts
from app.engagement import operations as engagement
from app.kernel import cache, clock
from app.kernel.database import db
from app.kernel.transactions import operation
from app.media import operations as media
from app.messages import operations as messages
from app.moderation import operations as moderation
from app.notifications import operations as notifications
from app.portability import operations as portability
from app.posts import operations as posts
from app.posts.models import OptionWriting, PollWriting, Writing
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


def with_everything(work_off, alice, bob, carol, make_product):
    """A person who has written, done and kept all that can be."""
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
