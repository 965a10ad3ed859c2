"""Digests by e-mail, against a real SMTP server on this machine."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from app.engagement import operations as engagement
from app.kernel import clock
from app.kernel.database import db
from app.notifications import listeners, operations, queries, rules
from app.notifications.models import Digest
from app.posts import operations as posts
from app.relationships import operations as relationships
from tests.support.mailbox import open_mailbox

SETTINGS = {
    "MAIL_SERVER": "127.0.0.1",
    "SITE_URL": "https://zc.example",
    "MAIL_DEFAULT_SENDER": "news@zc.example",
}


@pytest.fixture
def mailbox(app, monkeypatch):
    with open_mailbox() as mailbox:
        for name, value in SETTINGS.items():
            monkeypatch.setitem(app.config, name, value)
        for name, value in {"server": "127.0.0.1", "port": mailbox.port, "suppress": False}.items():
            monkeypatch.setattr(app.extensions["mail"], name, value)
        yield mailbox


@pytest.fixture
def morning(frozen_clock, work_off, mailbox):
    """The next morning: what was announced is told, digests that are due go out; the letters of that day."""

    def come(days=1):
        work_off()
        before = len(mailbox.letters)
        frozen_clock.forward(days=days)
        listeners.send_digests(clock.now())
        return mailbox.letters[before:]

    return come


@pytest.fixture
def wish(frozen_clock):
    def choose(account, rhythm="daily"):
        operations.choose_rhythm(rhythm, by=account, now=clock.now())

    return choose


def body_of(letter, kind="plain"):
    return letter.get_body((kind,)).get_content()


def stop_path(letter):
    return re.fullmatch(r"<https://zc\.example(/digests/[^>]+)>", letter["List-Unsubscribe"])[1]


def test_a_letter_tells_what_is_unread_and_where_it_is(alice, bob, carol, make_post, wish, morning):
    wish(bob)
    post = make_post(by=bob, text="山里的风")
    for person in (alice, carol):
        engagement.like(post, by=person, now=clock.now())
    engagement.comment(post, by=alice, text="真凉快 <b>", now=clock.now())
    (letter,) = morning()
    assert letter["To"] == bob.email
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    text, page = body_of(letter), body_of(letter, "html")
    for words in (
        "爱丽丝",
        "卡萝",
        "山里的风",
        f"https://zc.example/posts/{post.id}",
        "https://zc.example/settings/notifications",
    ):
        assert words in text
        assert words in page
    assert "真凉快 <b>" in text
    assert "真凉快 &lt;b&gt;" in page


def test_nothing_new_is_no_letter_and_nothing_is_told_twice(alice, bob, make_post, wish, morning):
    wish(bob)
    assert morning() == []
    post = make_post(by=bob)
    engagement.like(post, by=alice, now=clock.now())
    assert len(morning()) == 1
    assert morning() == []


def test_what_was_read_or_came_before_the_wish_is_not_told(alice, bob, make_post, wish, work_off, morning):
    engagement.like(make_post(by=bob), by=alice, now=clock.now())
    work_off()
    wish(bob)
    engagement.like(make_post(by=bob), by=alice, now=clock.now())
    work_off()
    operations.read(by=bob)
    assert morning() == []


def test_words_that_are_not_public_stay_out_of_it(alice, bob, make_follow, wish, morning):
    make_follow(by=bob, of=alice)
    wish(bob)
    posts.publish(by=alice, text="@鲍勃大V 悄悄话", now=clock.now(), audience="fans")
    posts.publish(by=alice, text="@鲍勃大V 结局是他", now=clock.now(), is_folded=True, fold_note="剧透")
    posts.publish(by=alice, text="@鲍勃大V 大家好", now=clock.now())
    (letter,) = morning()
    for body in (body_of(letter), body_of(letter, "html")):
        assert "大家好" in body
        assert "悄悄话" not in body
        assert "结局是他" not in body


def test_weekly_comes_on_mondays(alice, bob, make_post, wish, mailbox, work_off, frozen_clock):
    wish(bob, "weekly")
    due = db.session.get(Digest, bob.id).next_at
    assert (due.astimezone(rules.ZONE).weekday(), due.astimezone(rules.ZONE).hour) == (0, 8)
    engagement.like(make_post(by=bob), by=alice, now=clock.now())
    work_off()
    listeners.send_digests(due - timedelta(minutes=1))
    assert mailbox.letters == []
    listeners.send_digests(due)
    listeners.send_digests(due)
    assert len(mailbox.letters) == 1
    assert db.session.get(Digest, bob.id).next_at == due + timedelta(days=7)


@pytest.mark.parametrize(
    ("rhythm", "now", "then"),
    [
        ("daily", datetime(2026, 5, 4, 23, 59, tzinfo=UTC), datetime(2026, 5, 6, 0, tzinfo=UTC)),
        ("daily", datetime(2026, 5, 4, 1, tzinfo=UTC), datetime(2026, 5, 5, 0, tzinfo=UTC)),
        ("weekly", datetime(2026, 5, 4, 1, tzinfo=UTC), datetime(2026, 5, 11, 0, tzinfo=UTC)),
        ("weekly", datetime(2026, 5, 10, 1, tzinfo=UTC), datetime(2026, 5, 11, 0, tzinfo=UTC)),
        ("off", datetime(2026, 5, 4, tzinfo=UTC), None),
    ],
)
def test_when_the_next_one_is_due(rhythm, now, then):
    assert rules.next_digest(rhythm, now) == then


def test_the_language_is_the_readers(alice, bob, wish, morning):
    for account, language in ((alice, "en"), (bob, "zh")):
        account.language = language
    db.session.commit()
    wish(alice)
    wish(bob)
    relationships.follow(alice, by=bob, now=clock.now())
    relationships.follow(bob, by=alice, now=clock.now())
    letters = {letter["To"]: letter for letter in morning()}
    assert "followed you" in body_of(letters[alice.email])
    assert "关注了你" in body_of(letters[bob.email])


class TestWhenItCannotBeSent:
    def test_an_ill_server_is_asked_again(self, alice, bob, wish, morning, mailbox, frozen_clock):
        wish(bob)
        relationships.follow(bob, by=alice, now=clock.now())
        mailbox.is_ill = True
        assert morning() == []
        mailbox.is_ill = False
        listeners.send_digests(clock.now())
        assert mailbox.letters == []
        frozen_clock.forward(minutes=40)
        listeners.send_digests(clock.now())
        assert len(mailbox.letters) == 1

    def test_an_address_that_is_refused_keeps_nobody_from_theirs(self, alice, bob, carol, wish, morning, mailbox):
        for account in (alice, bob):
            wish(account)
            relationships.follow(account, by=carol, now=clock.now())
        mailbox.refused.add(alice.email)
        assert [letter["To"] for letter in morning()] == [bob.email]
        assert db.session.get(Digest, alice.id).next_at > clock.now() + timedelta(hours=12)

    def test_without_a_mail_server_nothing_is_tried(self, app, bob, wish, morning, monkeypatch):
        wish(bob)
        monkeypatch.setitem(app.config, "MAIL_SERVER", "")
        assert morning() == []
        assert queries.digests_due(clock.now(), limit=9) == [bob.id]


class TestStopping:
    @pytest.fixture
    def path(self, alice, bob, wish, morning):
        wish(bob)
        relationships.follow(bob, by=alice, now=clock.now())
        (letter,) = morning()
        return stop_path(letter)

    def test_looking_at_the_page_stops_nothing(self, client, bob, path):
        answer = client.get(path)
        assert (answer.status_code, answer.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
        assert queries.rhythm_of(bob) == "daily"

    def test_one_click_without_logging_in(self, app, client, bob, path, monkeypatch):
        monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", True)
        assert client.post(path, data={"List-Unsubscribe": "One-Click"}).status_code == 200
        assert queries.rhythm_of(bob) == "off"

    @pytest.mark.parametrize("token", ["x", "MTIz.abc", "%00"])
    def test_a_forged_link_is_none(self, client, bob, path, token):
        assert client.post(f"/digests/{token}").status_code == 404
        assert queries.rhythm_of(bob) == "daily"
