"""Searching by name."""

from app.kernel import clock
from app.kernel.database import db
from app.kernel.transactions import add, operation
from app.posts.models import Topic
from app.search import presenters, queries


@operation
def _topic(name, count):
    return add(Topic(name=name, key=name.casefold(), post_count=count, created_at=clock.now()))


def test_people_topics_and_products(client, make_account, make_product):
    make_account(nickname="老茶客")
    _topic("茶山行", 3)
    make_product("山野茶壶")
    page = client.get("/search?q=茶").get_data(as_text=True)
    for shown in ("老茶客", "#茶山行#", "山野茶壶"):
        assert shown in page


def test_nobody_who_has_blocked_or_is_blocked(client, login, alice, enemy):
    assert "老对头</" in client.get("/search?q=老对头").get_data(as_text=True)
    login(client, alice)
    assert "老对头</" not in client.get("/search?q=老对头").get_data(as_text=True)
    login(client, enemy)
    assert "爱丽丝</" not in client.get("/search?q=爱丽丝").get_data(as_text=True)


def test_words_are_taken_literally(app, alice, make_product):
    _topic("茶", 1)
    make_product("茶壶")
    for words in ("%", "_", "\\", "'", "100%"):
        assert queries.found_by_name(words, viewer=alice, now=clock.now()) == queries.Found()


def test_marks_of_a_mention_or_a_topic_are_left_out(app, bob):
    topic = _topic("茶山行", 3)
    assert queries.found_by_name("@bob", viewer=None, now=clock.now()).people == [bob]
    assert queries.found_by_name("#茶山#", viewer=None, now=clock.now()).topics == [topic]
    for nothing in ("", "   ", "@", "#", "##"):
        found = queries.found_by_name(nothing, viewer=None, now=clock.now())
        assert (found.people, found.topics) == ([], [])


def test_an_empty_and_an_endless_question(client):
    assert client.get("/search").status_code == 200
    assert client.get("/search", query_string={"q": "茶" * 3000}).status_code == 200
    assert "&lt;script&gt;" in client.get("/search?q=<script>").get_data(as_text=True)


def test_whatever_is_found_takes_five_statements(app, alice, make_account, make_product, budget):
    for number in range(9):
        make_account(nickname=f"茶客{number}")
        make_product(f"茶壶{number}")
        _topic(f"茶事{number}", number + 1)
    db.session.expunge_all()
    with budget(5):
        found = presenters.found_view(queries.found_by_name("茶", viewer=alice, now=clock.now()), alice)
    assert (len(found.people), len(found.topics), len(found.products)) == (9, 9, 9)
