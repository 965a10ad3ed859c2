"""What a page may ask of the database: so many statements, and not one more when three times as much stands on it."""

import pytest

from app.engagement import operations as engagement
from app.kernel import clock
from app.kernel.database import db
from app.messages import operations as messages
from app.posts import operations as posts
from app.posts.models import OptionWriting, PollWriting, Writing
from app.relationships import operations as relationships
from tests.support import makers
from tests.support.queries import asked_by

FEW, MANY = 1, 3

#: page: the most statements it may take, the reader, her bell and her columns included
BUDGETS = {
    "/": 16,
    "/?group={group}": 18,
    "/?feed=special": 17,
    "/?feed=friends": 17,
    "/timeline/new?since=1": 11,
    "/public": 16,
    "/u/{author}": 19,
    "/u/{author}?tab=images": 17,
    "/u/{author}/fans": 13,
    "/topic/好物": 20,
    "/topic/好物?tab=hot": 20,
    "/topic/好物?tab=products": 19,
    "/p/{product}": 17,
    "/posts/{post}": 16,
    "/posts/{post}?tab=reposts": 19,
    "/posts/{post}?tab=likes": 16,
    "/posts/{edited}/history": 16,
    "/posts/{poll}/poll": 4,
    "/posts/{post}/fragment": 7,
    "/favourites": 15,
    "/drafts": 11,
    "/groups": 9,
    "/groups/{group}": 13,
    "/notifications": 18,
    "/notifications?kind=comment": 18,
    "/messages": 10,
    "/messages/{author}": 20,
    "/settings/blocking": 12,
    "/accounts/{author}/card": 5,
}


def fill(reader, author, group, product, count):
    """So many posts of every kind, talked about, and letters about them; ids for the addresses."""
    relationships.add_to_group(group, author, by=reader, now=clock.now())
    made = {"author": author.id, "group": group.id, "product": product.id}
    for number in range(count):
        images = [makers.make_image(by=author).id for _ in range(2)]
        poll = PollWriting([OptionWriting("一", image_id=makers.make_image(by=author).id), OptionWriting("二")])
        video = makers.make_video(by=author)
        plain = posts.publish(
            by=author, text=f"第{number}只 #好物# @爱丽丝", now=clock.now(), image_ids=images, product_ids=[product.id]
        )
        limits = {"reposters": "fans", "commenters": "fans"}
        asked = posts.publish(by=author, text="选 #好物#", now=clock.now(), poll=poll, **limits)
        film = {"video_id": video.id, "is_folded": True, "fold_note": "剧透"}
        posts.publish(by=author, text="片 #好物#", now=clock.now(), **film)
        posts.edit(asked, by=author, text=f"选哪个{number} #好物#", now=clock.now())
        passed_on = posts.repost(plain, by=author, text="再说一次", now=clock.now())
        posts.repost(passed_on, by=reader, text="真好", now=clock.now())
        posts.vote(asked, by=reader, choices=[0], now=clock.now())
        mine = posts.publish(by=reader, text="我的", now=clock.now())
        for post in (plain, mine):
            said = engagement.comment(post, by=author, text="好", now=clock.now())
            engagement.comment(post, by=reader, text="谢谢", now=clock.now(), reply_to=said)
            engagement.like(post, by=author, now=clock.now())
            engagement.favourite(post, by=reader, now=clock.now())
        posts.keep_draft(Writing(text="草稿"), by=reader, now=clock.now(), client_key=f"k{mine.id}")
        fan = makers.make_account()
        makers.make_follow(by=fan, of=author)
        messages.send(fan, by=reader, now=clock.now(), text="嗨", post_id=plain.id)
        messages.send(author, by=reader, now=clock.now(), text="看", product_id=product.id)
    return made | {"post": plain.id, "poll": asked.id, "edited": asked.id}


@pytest.fixture
def world(app, alice, bob, make_follow, make_product, work_off):
    """`world(n)`: n more of everything; answers the ids."""
    make_follow(by=alice, of=bob)
    make_follow(by=bob, of=alice)
    relationships.mark_special(bob, by=alice)
    group = relationships.create_group("朋友", by=alice, now=clock.now())
    rows = [(type(one), one.id) for one in (alice, bob, group, make_product())]

    def more(count):
        made = fill(*(db.session.get(*row) for row in rows), count)
        work_off()
        return made

    return more


def test_pages_ask_little_and_not_more_with_more_on_them(app, client, login, alice, world):
    login(client, alice)
    world(FEW)
    places = world(1)
    few = {path: asked_by(app, client, path.format(**places)) for path in BUDGETS}
    world(MANY)
    many = {path: asked_by(app, client, path.format(**places)) for path in BUDGETS}
    dear = {path: len(many[path]) for path, most in BUDGETS.items() if len(many[path]) > most}
    growing = {path: (len(few[path]), len(many[path])) for path in BUDGETS if len(many[path]) > len(few[path])}
    assert (dear, growing) == ({}, {}), "\n".join(many[next(iter(dear or growing))])
