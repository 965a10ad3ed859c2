"""How much waits in the queues, pages of staff hear at once, and no others."""

from app.kernel import clock
from app.kernel.realtime import socketio
from app.moderation import operations


def heard(page):
    return [message["args"][0] for message in page.get_received() if message["name"] == "admin:changed"]


def test_queues_are_told_to_staff_that_has_shown_its_second_factor(
    app, connect, staff_login, work_off, alice, bob, mod, second_mod, make_post
):
    shown = socketio.test_client(app, flask_test_client=staff_login(app.test_client(), mod))
    others = [connect(bob), connect(second_mod), connect(None)]
    operations.report("post", make_post(by=alice).id, by=bob, reason="insult", now=clock.now())
    work_off()
    assert heard(shown) == [{"queues": {"reports": 1, "appeals": 0, "proposals": 0}}]
    assert [heard(page) for page in others] == [[], [], []]
    shown.disconnect()
