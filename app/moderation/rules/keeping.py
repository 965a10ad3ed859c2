"""What is left of a snapshot when a person has closed her account."""

from typing import Any

_SAID = ("text", "title", "alt", "bio", "nickname", "lead", "badge_reason")


def without_person(value: Any, account_id: int) -> Any:
    """The same plain values without the name of this person and without what she has said."""
    if isinstance(value, list):
        return [without_person(one, account_id) for one in value]
    if not isinstance(value, dict):
        return value
    if set(value) == {"id", "nickname"} and value["id"] == str(account_id):
        return {**value, "nickname": ""}
    author = value.get("author")
    is_hers = isinstance(author, dict) and author.get("id") == str(account_id)
    return {
        name: "" if is_hers and name in _SAID and isinstance(part, str) else without_person(part, account_id)
        for name, part in value.items()
    }
