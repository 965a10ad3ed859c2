"""The demo world holds together: enough of everything, every reference resolves, nothing is said twice."""

import math
import re
from collections import Counter

import pytest

from app.demo import content

MENTION = re.compile(r"@([\w-]+)")
TOPIC = re.compile(r"#([^#\n]+)#")
EMOTICON = re.compile(r"\[([^\[\]\s]{1,6})\]")
EMOTICONS = set("微笑 doge 允悲 good 心 二哈 吃瓜 笑cry 赞 抱抱 思考 哈哈 泪 太阳 月亮 咖啡 蛋糕 鲜花".split())
FOLD = 140


@pytest.fixture(scope="module")
def world() -> content.World:
    return content.load(seed=7)


def weight(text: str) -> int:
    """Chinese counts one, ASCII half, as the composer counts."""
    return math.ceil(sum(0.5 if character.isascii() else 1 for character in text))


def everything_said(world: content.World) -> list[content.Post | content.Repost | content.Comment]:
    return [*world.posts, *world.reposts, *world.comments]


def test_there_is_enough_of_everything(world):
    assert len(world.accounts) >= 44
    assert {account.badge for account in world.accounts} == {"", "orange", "gold", "blue"}
    assert len(world.posts) >= 560
    assert len({topic for post in world.posts for topic in TOPIC.findall(post.text)}) >= 36
    assert len(world.products) >= 64
    assert len({product.kind for product in world.products}) >= 9
    assert len(world.comments) >= 320


def test_repost_stories_are_many_and_deep(world):
    assert len(world.reposts) >= 230
    assert len({node.root for node in world.reposts}) >= 14
    assert max(node.depth for node in world.reposts) >= 6
    assert any(not node.text for node in world.reposts), "some are passed on without a word"


def test_the_same_seed_gives_the_same_world(world):
    assert content.load(seed=7) == world
    assert content.load(seed=8).posts != world.posts


def test_people_and_keys_are_known_and_unique(world):
    handles = [account.handle for account in world.accounts]
    assert len(set(handles)) == len(handles) == len({account.nickname for account in world.accounts})
    said = everything_said(world)
    assert {one.by for one in said} <= set(handles)
    assert len({one.key for one in said}) == len(said)
    assert all(bool(account.badge) == bool(account.badge_reason) for account in world.accounts)


def test_mentions_cards_and_emoticons_exist(world):
    nicknames = {account.nickname for account in world.accounts}
    products = {product.key for product in world.products}
    for one in everything_said(world):
        assert set(MENTION.findall(one.text)) <= nicknames, one.key
        assert set(EMOTICON.findall(one.text)) <= EMOTICONS, one.key
    assert {card for post in world.posts for card in post.cards} == products


def test_every_answer_is_younger_than_what_it_answers_and_listed_after_it(world):
    ages = {one.key: one.minutes_ago for one in everything_said(world)}
    assert min(ages.values()) >= 0
    for node in world.reposts:
        assert node.minutes_ago < ages[node.parent], node.key
    for comment in world.comments:
        assert comment.minutes_ago < ages[comment.reply_to or comment.post], comment.key
    for said in (world.posts, world.reposts, world.comments):
        assert [one.minutes_ago for one in said] == sorted((one.minutes_ago for one in said), reverse=True)


def test_comments_have_two_levels(world):
    by_key = {comment.key: comment for comment in world.comments}
    for comment in world.comments:
        if comment.reply_to:
            first = by_key[comment.thread]
            assert first.thread is None
            assert by_key[comment.reply_to].post == comment.post == first.post
        else:
            assert comment.thread is None
    assert sum(comment.reply_to is not None for comment in world.comments) >= 60


def test_no_text_is_said_twice(world):
    texts = Counter(one.text for one in everything_said(world) if one.text)
    assert [text for text, times in texts.items() if times > 1] == []


def test_lengths_are_those_the_site_allows(world):
    lengths = [weight(post.text) for post in world.posts]
    assert min(lengths) >= 8
    assert max(lengths) <= 2000
    assert sum(length > FOLD for length in lengths) >= 6, "some are folded"
    assert all(weight(node.text) <= FOLD for node in world.reposts)
    assert all(0 < weight(comment.text) <= FOLD for comment in world.comments)
    assert all(len(post.pictures) <= 9 and len(post.cards) <= 9 for post in world.posts)


def test_about_a_fifth_of_the_posts_carry_a_card(world):
    share = sum(bool(post.cards) for post in world.posts) / len(world.posts)
    assert 0.18 <= share <= 0.27


def test_shops_are_invented_and_prices_agree_with_their_history(world):
    for product in world.products:
        assert product.domain.endswith((".example", ".example.com")), product.key
        assert product.currency in {"CNY", "JPY", "EUR", "USD"}
        assert product.history[-1][1] == product.price, product.key
        days = [days for days, _ in product.history]
        assert days == sorted(days, reverse=True)
        if product.list_price is not None:
            assert product.list_price > product.price


def test_every_picture_says_what_it_shows(world):
    assert all(picture.alt for post in world.posts for picture in post.pictures)


def test_polls_can_be_asked_and_what_they_show_is_known(world):
    asked = [post.question for post in world.posts if post.question]
    assert len(asked) >= 5
    assert any(question.most > 1 for question in asked)
    products = {product.key for product in world.products}
    for question in asked:
        assert 2 <= len(question.options) <= 9
        assert all(0 < weight(option.text) <= 20 for option in question.options)
        assert {option.card for option in question.options if option.card} <= products


def test_what_was_edited_said_something_else(world):
    edited = [post for post in world.posts if post.before]
    assert edited
    assert all(post.before != post.text for post in edited)


def test_circles_and_messages_name_people_who_are_there(world):
    handles = {account.handle for account in world.accounts}
    posts = {post.key: post.minutes_ago for post in world.posts}
    for circle in world.circles:
        assert {circle.by, *circle.people} <= handles
        assert circle.by not in circle.people
    for message in world.messages:
        assert {message.by, message.to} <= handles
        assert message.post is None or message.minutes_ago < posts[message.post]
    groups = {(circle.by, name) for circle in world.circles for name, _ in circle.groups}
    assert {(post.by, post.group) for post in world.posts if post.group} <= groups


def test_hosted_topics_are_talked_about_by_people_who_are_there(world):
    handles = {account.handle for account in world.accounts}
    for hosting in world.hostings:
        assert {hosting.host, *hosting.fans} <= handles
        assert any(f"#{hosting.name}#" in post.text for post in world.posts if post.by == hosting.host)


def test_what_lies_on_the_desk_is_about_what_is_there(world):
    desk = world.desk
    people = {account.handle for account in world.accounts} | {guest.handle for guest in desk.guests}
    ages = {one.key: one.minutes_ago for one in (*everything_said(world), *desk.sayings)}
    there = {
        "post": ages,
        "comment": ages,
        "account": people,
        "product": {product.key for product in world.products},
        "topic": {topic for post in world.posts for topic in TOPIC.findall(post.text)},
    }
    assert len({guest.handle for guest in desk.guests}) + len(world.accounts) == len(people)
    assert {one.by for one in desk.sayings} <= people
    for saying in desk.sayings:
        assert not saying.on or ages[saying.on] > saying.minutes_ago, saying.key
    for one in desk.grievances:
        assert one.on in there[one.kind], one.key
        assert one.people <= people, one.key
        if one.on in ages:
            assert ages[one.on] > one.reports[0].minutes_ago, one.key
    assert {kind for kind in there if any(one.kind == kind and not one.ruling for one in desk.grievances)} == set(there)
    assert sum(not one.ruling for one in desk.grievances) >= 10
