"""One picture in a comment: the writer's own, used once, gone with the comment or its post."""

import pytest

from app.engagement import operations, presenters, rules
from app.engagement.models import Comment
from app.kernel import clock, storage
from app.kernel.database import db
from app.media import operations as media
from app.media.models import Image
from app.posts import operations as posts
from tests.media import pictures

SCRIPT = {"X-Fragment": "1"}


@pytest.fixture
def post(bob, make_post, frozen_clock):
    return make_post(by=bob)


@pytest.fixture
def upload(alice):
    def store(by=alice):
        return media.store_image(pictures.picture(), by=by, now=clock.now())

    return store


def refusal_of(act):
    with pytest.raises(operations.NotCommentable) as refusal:
        act()
    return refusal.value.reason


def test_a_picture_needs_no_words(alice, post, say, upload):
    image = upload()
    comment = say(post, alice, "", image_id=image.id)
    assert (comment.image_id, image.guard, image.attached_to) == (image.id, "comment", comment.id)
    view = presenters.comment_view(comment, post=post, viewer=None)
    assert (view.image.id, view.segments) == (str(image.id), [])


def test_only_ones_own_and_only_once(alice, bob, post, say, upload):
    image = upload()
    assert refusal_of(lambda: say(post, bob, "", image_id=image.id)) is rules.PICTURE_GONE
    say(post, alice, "", image_id=image.id)
    assert refusal_of(lambda: say(post, alice, "", image_id=image.id)) is rules.PICTURE_GONE
    assert refusal_of(lambda: say(post, alice, "", image_id=1)) is rules.PICTURE_GONE
    assert post.comment_count == 1


def test_sent_twice_with_the_same_key_it_is_there_once(alice, post, say, upload):
    sent = {"image_id": upload().id, "client_key": "k1"}
    assert say(post, alice, "看", **sent) is say(post, alice, "看", **sent)


def test_it_goes_with_the_comment(alice, post, say, upload, work_off):
    image = upload()
    comment = say(post, alice, "", image_id=image.id)
    file = storage.path_of(f"{image.key}-thumb.webp")
    assert file.is_file()
    operations.delete_comment(comment, by=alice, now=clock.now())
    work_off()
    assert not file.exists()
    assert db.session.query(Image).count() == 0
    assert db.session.get(Comment, comment.id).image_id is None


def test_it_stays_while_the_post_can_be_brought_back_and_goes_with_it(
    alice, bob, post, curated, say, upload, work_off, frozen_clock
):
    images = [upload() for _number in range(3)]
    head = say(post, alice, "", image_id=images[0].id)
    say(post, alice, "", image_id=images[1].id, reply_to=head)
    say(curated, alice, "", image_id=images[2].id)
    posts.delete(post, by=bob, now=clock.now())
    work_off()
    assert db.session.query(Image).count() == 3
    posts.delete(curated, by=bob, now=clock.now())
    frozen_clock.forward(minutes=5)
    work_off()
    assert db.session.query(Image).count() == 0
    assert not storage.path_of(f"{images[0].key}-thumb.webp").exists()


def test_the_form_sends_one_and_keeps_it_when_refused(client, login, alice, post, upload):
    image = upload()
    sent = {"text": "字" * 150, "image_ids": str(image.id)}
    refused = login(client, alice).post(f"/posts/{post.id}/comments", data=sent)
    assert refused.status_code == 409
    assert f'name="image_ids" value="{image.id}"' in refused.text
    answer = client.post(f"/posts/{post.id}/comments", data=sent | {"text": "看"}, headers=SCRIPT)
    assert answer.status_code == 201
    assert f"/media/{image.key}-large.webp" in answer.text
