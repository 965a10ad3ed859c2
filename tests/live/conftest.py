"""Open pages, as the server sees them."""

import pytest

from app.kernel.realtime import socketio


@pytest.fixture
def connect(app, login):
    """An open page of an account (None: of someone logged out)."""
    opened = []

    def open_page(account=None):
        client = app.test_client()
        if account is not None:
            login(client, account)
        page = socketio.test_client(app, flask_test_client=client)
        opened.append(page)
        return page

    yield open_page
    for page in opened:
        if page.is_connected():
            page.disconnect()
