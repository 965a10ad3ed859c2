"""评论精选: what waits is there for its writer and the post's author alone, on every surface there is.

Alice writes, Bob owns the post and chooses; Carol, the moderator and someone logged out must meet nothing of it.
"""

import io

import pytest

from app.engagement import operations, presenters, queries
from app.engagement.models import Comment
from app.kernel.database import db
from tests.media import pictures

SECRET = "还没被选中的话"
SCRIPT = {"X-Fragment": "1"}
JSON = {"X-Fragment": "1", "Accept": "application/json"}


@pytest.fixture
def readers(alice, bob, carol, mod):
    """Everyone who might look, and whether she is to see it."""
    return [(alice, True), (bob, True), (carol, False), (mod, False), (None, False)]


@pytest.fixture
def waiting(curated, alice, say):
    return say(curated, alice, SECRET)


def as_(app, login, account):
    client = app.test_client()
    return login(client, account) if account else client


def last():
    return db.session.query(Comment).order_by(Comment.id.desc()).first()


@pytest.mark.parametrize("sort", ["hot", "new"])
def test_thread_lists(app, login, readers, curated, waiting, sort):
    for reader, sees in readers:
        page = as_(app, login, reader).get(f"/posts/{curated.id}?sort={sort}").text
        # Bob finds what waits in the list to choose from, not among what everyone reads.
        assert (SECRET in page) is (sees and reader.id == waiting.author_id), reader


def test_the_list_to_choose_from(app, login, readers, curated, waiting, bob):
    for reader, _sees in readers:
        for headers in ({}, SCRIPT):
            address = f"/posts/{curated.id}/comments" if headers else f"/posts/{curated.id}"
            page = as_(app, login, reader).get(f"{address}?sort=waiting", headers=headers).text
            ticks = f'name="comment_ids" value="{waiting.id}"'
            assert (ticks in page) is (reader is bob), reader


def test_first_replies(app, login, readers, curated, alice, shown_head, say):
    say(curated, alice, SECRET, reply_to=shown_head)
    for reader, sees in readers:
        page = as_(app, login, reader).get(f"/posts/{curated.id}/comments", headers=SCRIPT).text
        assert (SECRET in page) is sees, reader


def test_pages_of_replies(app, login, readers, curated, alice, shown_head, say):
    say(curated, alice, SECRET, reply_to=shown_head)
    for reader, sees in readers:
        page = as_(app, login, reader).get(f"/comments/{shown_head.id}/replies", headers=SCRIPT).text
        assert (SECRET in page) is sees, reader


def test_the_replies_of_a_thread_that_waits(app, login, readers, curated, alice, waiting, say):
    say(curated, alice, "补一句", reply_to=waiting)
    for reader, sees in readers:
        answer = as_(app, login, reader).get(f"/comments/{waiting.id}/replies", headers=SCRIPT)
        assert answer.status_code == (200 if sees else 404), reader


@pytest.mark.parametrize("name", ["comment", "reply_to"])
def test_an_address_that_leads_to_it(app, login, readers, curated, waiting, name):
    for reader, sees in readers:
        for path, headers in ((f"/posts/{curated.id}", {}), (f"/posts/{curated.id}/comments", SCRIPT)):
            page = as_(app, login, reader).get(f"{path}?{name}={waiting.id}", headers=headers).text
            assert (SECRET in page) is sees, (reader, path)


def test_whom_a_reply_answers(readers, curated, alice, bob, shown_head, say):
    hidden = say(curated, alice, SECRET, reply_to=shown_head)
    reply = say(curated, alice, "再补一句", reply_to=hidden)
    operations.approve(curated, [reply.id], by=bob)
    for reader, sees in readers:
        assert (reply.id in queries.authors_answered([reply], viewer=reader)) is sees, reader


def test_single_comments_and_those_behind_notices(readers, waiting):
    for reader, sees in readers:
        assert (queries.comment_or_none(waiting.id, viewer=reader) is not None) is sees, reader
        assert (waiting.id in queries.comments_by_ids([waiting.id], viewer=reader)) is sees, reader


def test_the_guard_of_its_picture(readers, waiting):
    for reader, sees in readers:
        assert queries.may_see_comment(waiting.id, reader) is sees, reader


def test_the_picture_itself(app, login, readers, curated, alice, bob):
    client = as_(app, login, alice)
    file = (io.BytesIO(pictures.picture()), "photo.jpg")
    image = client.post("/media/images", data={"file": file}, headers=JSON).json
    client.post(f"/posts/{curated.id}/comments", data={"image_ids": image["id"]}, headers=SCRIPT)
    for reader, sees in readers:
        with as_(app, login, reader).get(image["thumb_url"]) as answer:
            assert answer.status_code == (200 if sees else 404), reader
    operations.approve(curated, [last().id], by=bob)
    for reader, _sees in readers:
        with as_(app, login, reader).get(image["thumb_url"]) as answer:
            assert answer.status_code == 200, reader


def test_counts(app, login, readers, curated, waiting):
    for reader, _sees in readers:
        view = presenters.post_view(curated, viewer=reader)
        assert view.comment_count == 0
        assert presenters.comment_page(curated, viewer=reader).total == 0


def test_the_number_that_waits_is_told_to_the_author_alone(readers, curated, waiting, bob):
    for reader, _sees in readers:
        assert presenters.comment_page(curated, viewer=reader).waiting == (1 if reader is bob else 0)


def test_the_answer_to_a_plain_form_leads_to_it(app, login, alice, curated):
    client = as_(app, login, alice)
    answer = client.post(f"/posts/{curated.id}/comments", data={"text": SECRET})
    page = client.get(answer.location.partition("#")[0]).text
    assert SECRET in page
    assert "等待博主精选" in page
