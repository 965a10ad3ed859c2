"""The people of the tests, with characters."""

from typing import Any

import pytest

from tests.support import makers

NAMES = {
    "alice": {"nickname": "爱丽丝", "bio": "an ordinary reader"},
    "bob": {"nickname": "鲍勃大V", "badge": "gold", "badge_reason": "知名美食作家"},
    "carol": {"nickname": "卡萝", "bio": "a friend of a friend"},
    "mod": {"nickname": "小管家", "role": "moderator"},
    "operator": {"nickname": "小运营", "role": "operator"},
    "commerce": {"nickname": "小商务", "role": "commerce"},
    "admin": {"nickname": "掌柜的", "role": "admin"},
    "second_mod": {"nickname": "二管家", "role": "moderator"},
    "enemy": {"nickname": "老对头", "bio": "has blocked alice"},
    "stranger": {"nickname": "路人甲", "language": "en"},
}


def fixture_for(name: str) -> Any:
    """A fixture that makes the person when a test asks for her; `enemy` brings the block along."""

    @pytest.fixture(name=name)
    def person(request: pytest.FixtureRequest, app: Any) -> Any:
        account = makers.make_account(handle=name, **NAMES[name])
        if name == "enemy":
            makers.make_block(by=account, of=request.getfixturevalue("alice"))
        return account

    return person
