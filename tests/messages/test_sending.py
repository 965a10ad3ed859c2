"""Who may write to whom, what goes along, and in whose box it lands."""

import pytest

from app.kernel import clock
from app.kernel.transactions import operation
from app.messages import operations, queries
from app.messages.events import MessageSent
from app.messages.operations import NotSendable
from app.posts import operations as posts
from app.products.models import Link
from app.relationships import operations as relationships


def refused(code, act):
    with pytest.raises(NotSendable) as refusal:
        act()
    assert refusal.value.reason.code == code


def test_a_message_waits_unread_for_the_other_and_not_for_the_writer(say, stands, make_follow, alice, bob, announced):
    make_follow(by=bob, of=alice)
    message = say(alice, bob, "  在吗\r\n在的 ")
    assert message.text == "在吗\n在的"
    assert (stands(bob, alice).box, stands(bob, alice).unread_count) == ("main", 1)
    assert (stands(alice, bob).box, stands(alice, bob).unread_count) == ("main", 0)
    assert MessageSent(message.id, message.conversation_id, alice.id, bob.id) in announced


def test_a_stranger_lands_in_the_box_for_strangers(say, stands, alice, bob):
    say(alice, bob)
    assert stands(bob, alice).box == "strangers"
    assert queries.unread_counts(bob.id) == {"main": 0, "strangers": 1}


def test_a_stranger_may_write_three_messages_until_there_is_an_answer(say, stands, alice, bob):
    for text in ("一", "二", "三"):
        say(alice, bob, text)
    refused("wait_for_answer", lambda: say(alice, bob, "四"))
    say(bob, alice, "你好")
    assert stands(bob, alice).box == "main"
    assert say(alice, bob, "四")


def test_taking_messages_back_wins_a_stranger_nothing(say, alice, bob):
    for text in ("一", "二", "三"):
        operations.take_back(say(alice, bob, text), by=alice, now=clock.now())
    refused("wait_for_answer", lambda: say(alice, bob, "四"))


def test_who_is_let_in_may_go_on(say, conversation, alice, bob):
    for text in ("一", "二", "三"):
        say(alice, bob, text)
    operations.move_to_main(conversation(bob, alice), by=bob)
    assert say(alice, bob, "四")


def test_whom_one_follows_is_no_stranger_any_more(say, stands, alice, bob, work_off):
    say(alice, bob)
    relationships.follow(alice, by=bob, now=clock.now())
    work_off()
    assert stands(bob, alice).box == "main"


def test_an_old_friend_stays_in_the_main_box_when_the_follow_ends(say, stands, make_follow, alice, bob):
    make_follow(by=bob, of=alice)
    say(alice, bob)
    relationships.unfollow(alice, by=bob, now=clock.now())
    for number in range(5):
        say(alice, bob, f"还在吗 {number}")
    assert stands(bob, alice).box == "main"


def test_only_those_one_follows_where_one_wants_it_so(say, make_follow, alice, bob, carol):
    operations.accept_from("followed", by=bob)
    operations.accept_from("followed", by=bob)
    make_follow(by=bob, of=carol)
    refused("only_followed", lambda: say(alice, bob))
    assert say(carol, bob)
    operations.accept_from("all", by=bob)
    assert say(alice, bob)


def test_a_conversation_that_has_begun_goes_on_whatever_is_chosen_later(say, alice, bob):
    say(alice, bob)
    say(bob, alice)
    operations.accept_from("followed", by=bob)
    assert say(alice, bob)


def test_there_are_two_choices(alice):
    with pytest.raises(operations.NotChoosable):
        operations.accept_from("nobody", by=alice)


def test_across_a_block_nobody_writes_whoever_has_blocked(say, make_block, alice, bob):
    say(alice, bob)
    make_block(by=bob, of=alice)
    refused("blocked", lambda: say(alice, bob))
    refused("blocked", lambda: say(bob, alice))


def test_nobody_writes_to_herself(say, alice):
    refused("oneself", lambda: say(alice, alice))


@pytest.mark.parametrize(
    ("text", "code"), [("", "empty"), (" \n\x00 ", "empty"), ("草" * 2001, "too_long"), ("ab" * 2001, "too_long")]
)
def test_what_a_message_may_say(say, alice, bob, text, code):
    refused(code, lambda: say(alice, bob, text))
    assert say(alice, bob, "草" * 2000)


def test_the_same_key_again_is_the_same_message(say, stands, alice, bob):
    key = "7d3c1a52-9a66-4f0e-8d3a-2f6f8b0c1d11"
    first = say(alice, bob, "一", client_key=key)
    assert say(alice, bob, "一", client_key=key).id == first.id
    assert stands(bob, alice).unread_count == 1
    assert say(bob, alice, "二", client_key=key).id != first.id, "keys belong to their author"


def test_a_picture_hangs_on_its_message_alone(say, make_image, alice, bob, carol):
    picture = make_image(by=alice)
    message = say(alice, bob, "", image_id=picture.id)
    assert (picture.guard, picture.attached_to) == ("message", message.id)
    refused("image_not_yours", lambda: say(alice, bob, "", image_id=picture.id))
    refused("image_not_yours", lambda: say(carol, bob, "", image_id=make_image(by=alice).id))


def test_one_thing_at_a_time(say, make_image, make_product, alice, bob):
    refused("one_thing", lambda: say(alice, bob, image_id=make_image(by=alice).id, product_id=make_product().id))


def test_a_product_brings_the_label_along(say, make_product, alice, bob):
    assert say(alice, bob, "这个好用", product_id=make_product().id).label == "ad"
    refused("product_gone", lambda: say(alice, bob, product_id=make_product(state="blocked").id))
    refused("product_gone", lambda: say(alice, bob, product_id=404))


def test_a_link_to_a_known_product_brings_its_card(say, make_product, make_image, alice, bob):
    product = make_product()
    make_link("https://shop.example/kettle", product)
    assert say(alice, bob, "看 https://shop.example/kettle").product_id == product.id
    with_picture = say(alice, bob, "看 https://shop.example/kettle", image_id=make_image(by=alice).id)
    assert (with_picture.product_id, with_picture.label) == (None, "ad")


@operation
def make_link(url, product):
    from app.kernel.transactions import add
    from app.products import queries as products

    return add(Link(url=url, url_key=products.url_key(url), status="product", product=product,
                    domain="shop.example", requested_at=clock.now()))  # fmt: skip


def test_only_posts_that_one_sees_are_passed_on(say, make_post, alice, bob, carol):
    public, private = make_post(by=bob), make_post(by=bob, audience="self")
    assert say(alice, carol, "", post_id=public.id).post_id == public.id
    refused("post_not_visible", lambda: say(alice, carol, "", post_id=private.id))
    posts.delete(public, by=bob, now=clock.now())
    refused("post_not_visible", lambda: say(alice, carol, "", post_id=public.id))


def test_ids_rise_with_every_message_whatever_the_clock_says(say, frozen_clock, alice, bob):
    first = say(alice, bob, "一")
    frozen_clock.forward(seconds=-5)
    second = say(bob, alice, "二")
    assert second.id > first.id


def test_a_refused_message_leaves_no_conversation(say, conversation, alice, enemy):
    refused("blocked", lambda: say(alice, enemy))
    assert conversation(alice, enemy) is None
