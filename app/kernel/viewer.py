"""Who asks: the account behind the session, for doors to pass down as `viewer=` or `by=`."""

from typing import Any

from flask_login import current_user


def viewer() -> Any:
    """The account that is logged in, or None."""
    return current_user._get_current_object() if current_user.is_authenticated else None
