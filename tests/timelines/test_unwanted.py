"""What a reader does not want to meet is not in her feeds, and everywhere else it still is."""

import pytest

from app.kernel import clock
from app.kernel.transactions import add, operation
from app.posts import queries as posts
from app.posts.models import Poll, PollOption, PostTopic, Topic
from app.relationships import operations as relationships
from app.timelines import operations, queries, rules
from app.timelines.queries import unwanted


@pytest.fixture
def followed(alice, bob, make_follow):
    make_follow(by=alice, of=bob)
    return bob


@pytest.fixture
def write(alice, make_post):
    def to(author, text="今天的风很好。", **values):
        post = make_post(by=author, text=text, **values)
        operations.deliver(post.id, author.id, to=[alice.id])
        return post

    return to


@pytest.fixture
def pass_on(alice, make_repost):
    def to(author, parent, text=""):
        post = make_repost(parent, by=author, text=text)
        operations.deliver(post.id, author.id, to=[alice.id])
        return post

    return to


@operation
def make_topic(name, *carriers):
    topic = add(Topic(name=name, key=posts.topic_key(name), created_at=clock.now()))
    for post in carriers:
        add(PostTopic(post_id=post.id, topic_id=topic.id))
    return topic


@operation
def ask_about(post, product):
    add(Poll(post_id=post.id, closes_at=clock.now()))
    add(PollOption(post_id=post.id, position=0, text="这个", product_id=product.id))


def home(viewer):
    return [post.id for post in queries.home_feed(viewer, before=None).items]


def square(viewer):
    return [post.id for post in queries.public_feed(viewer, before=None).items]


def mute_word(word, by):
    operations.mute_word(word, by=by, now=clock.now())


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("加班", "又加班到十点"),
        ("SPOILER", "A spoiler, sorry"),
        ("ｓｐｏｉｌｅｒ", "Spoilers ahead"),
        ("straße", "Die STRASSE ist lang"),
        ("双十一 满减", "双十一   满减攻略"),
        ("①", "第1条"),
    ],
)
def test_a_word_is_found_whatever_its_width_and_capitals(alice, followed, write, word, text):
    bad, good = write(followed, text), write(followed, "没有那个词")
    mute_word(word, alice)
    assert home(alice) == [good.id]
    assert square(alice) == [good.id]
    assert set(square(followed)) == {bad.id, good.id}


def test_a_word_in_what_is_quoted_counts_while_it_can_be_read(alice, followed, carol, write, pass_on, make_post):
    root = make_post(by=carol, text="结局是……")
    repost = pass_on(followed, root, "看哭了")
    mute_word("结局", alice)
    assert home(alice) == []

    @operation
    def take_down():
        root.deleted_at, root.deleted_by = clock.now(), "author"

    take_down()
    assert home(alice) == [repost.id]


def test_ones_own_posts_always_stay(alice, followed, write, pass_on, make_product):
    mine = write(alice, "我也加班 #打工#", cards=[make_product()])
    again = pass_on(alice, write(followed, "加班"), "转")
    mute_word("加班", alice)
    operations.mute_topic(make_topic("打工", mine), by=alice, now=clock.now())
    operations.set_hides_products(True, by=alice)
    assert home(alice) == [again.id, mine.id]


def test_a_page_is_full_although_many_in_between_are_unwanted(alice, followed, write):
    good = [write(followed, f"第{number}条" if number % 4 == 0 else "加班").id for number in range(120)][::4][::-1]
    mute_word("加班", alice)
    first = queries.home_feed(alice, before=None)
    second = queries.home_feed(alice, before=int(first.next_cursor))
    assert [post.id for post in [*first.items, *second.items]] == good
    assert (len(first.items), second.next_cursor) == (20, None)


def test_very_many_unwanted_posts_end_no_feed(alice, followed, write, monkeypatch):
    monkeypatch.setattr(unwanted, "_AT_ONCE", 5)
    old = write(followed, "很久以前")
    for _ in range(22):
        write(followed, "加班")
    mute_word("加班", alice)
    page = queries.home_feed(alice, before=None)
    assert page.items == []
    assert [post.id for post in queries.home_feed(alice, before=int(page.next_cursor)).items] == [old.id]


def test_reposts_of_one_person_alone(alice, followed, carol, make_follow, write, pass_on):
    make_follow(by=alice, of=carol)
    own = write(followed)
    hidden, shown = pass_on(followed, own), pass_on(carol, own)
    relationships.mute_reposts(followed, by=alice, now=clock.now())
    assert home(alice) == [shown.id, own.id]
    relationships.unmute_reposts(followed, by=alice)
    assert home(alice) == [shown.id, hidden.id, own.id]


def test_a_topic_in_a_post_or_in_what_it_passes_on(alice, followed, write, pass_on):
    carrier = write(followed)
    repost = pass_on(followed, carrier, "看看")
    named = pass_on(followed, write(followed), "#剧透#")
    plain = write(followed)
    topic = make_topic("剧透", carrier, named)
    operations.mute_topic(topic, by=alice, now=clock.now())
    kept = home(alice)
    assert plain.id in kept
    assert not {carrier.id, repost.id, named.id} & set(kept)
    operations.unmute_topic(topic.id, by=alice)
    assert {carrier.id, repost.id, named.id} <= set(home(alice))


def test_products_on_a_post_in_a_poll_and_below_a_repost(alice, followed, write, pass_on, make_product):
    card = write(followed, cards=[make_product()])
    repost = pass_on(followed, card)
    poll = write(followed, has_poll=True)
    ask_about(poll, make_product())
    plain = write(followed)
    operations.set_hides_products(True, by=alice)
    assert home(alice) == [plain.id]
    assert square(alice) == [plain.id]
    operations.set_hides_products(False, by=alice)
    assert home(alice) == [plain.id, poll.id, repost.id, card.id]


def test_news_leave_out_the_same(alice, followed, write):
    old = write(followed)
    mute_word("加班", alice)
    write(followed, "加班")
    good = write(followed)
    assert [post.id for post in queries.home_news(alice, since=old.id).items] == [good.id]
    assert [post.id for post in queries.public_news(alice, since=old.id).items] == [good.id]


def test_pages_that_one_opens_oneself_are_not_touched(alice, followed, write, make_product):
    post = write(followed, "加班", cards=[make_product()])
    mute_word("加班", alice)
    operations.set_hides_products(True, by=alice)
    profile = queries.profile_feed(followed, viewer=alice, tab="all", before=None)
    assert [one.id for one in profile.items] == [post.id]
    assert posts.post_or_none(post.id, viewer=alice) is not None


def test_all_choices_are_known_in_one_statement(alice, bob, make_post, budget):
    assert not queries.unwanted_by(alice)
    mute_word("ＡＢ", alice)
    operations.mute_topic(make_topic("剧透"), by=alice, now=clock.now())
    operations.set_hides_products(True, by=alice)
    relationships.mute_reposts(bob, by=alice, now=clock.now())
    with budget(1):
        known = queries.unwanted_by(alice)
    assert known == rules.Unwanted(words=("ab",), topics=True, reposts=True, products=True)
    assert queries.unwanted_by(None) == rules.Unwanted()


def test_lists_keep_to_their_owner_and_know_each_word_once(alice, bob, announced):
    for word in ("Ab", "ＡＢ", " ab "):
        mute_word(word, alice)
    mute_word("ab", bob)
    assert [row.word for row in queries.muted_words_of(alice)] == ["Ab"]
    operations.unmute_word(queries.muted_words_of(bob)[0].id, by=alice)
    assert len(queries.muted_words_of(bob)) == 1
    assert [event.account_id for event in announced] == [alice.id, bob.id]


@pytest.mark.parametrize(
    ("word", "code"), [("  ", "word_missing"), ("长" * 31, "word_too_long"), ("ﷺ" * 9, "word_too_long")]
)
def test_words_that_no_list_takes(alice, word, code):
    with pytest.raises(operations.NotMuted) as refusal:
        mute_word(word, alice)
    assert refusal.value.reason.code == code


def test_lists_have_an_end(alice, monkeypatch):
    monkeypatch.setattr(rules, "WORDS_MAX", 1)
    monkeypatch.setattr(rules, "TOPICS_MAX", 1)
    mute_word("一", alice)
    operations.mute_topic(make_topic("一"), by=alice, now=clock.now())
    with pytest.raises(operations.NotMuted):
        mute_word("二", alice)
    with pytest.raises(operations.NotMuted):
        operations.mute_topic(make_topic("二"), by=alice, now=clock.now())
