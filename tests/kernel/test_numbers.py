"""What is typed where a number belongs."""

import pytest

from app.kernel.text import number_in


@pytest.mark.parametrize(
    ("text", "number"),
    [("7", 7), ("007", 7), ("999", 999), ("1000", None), ("", None), (None, None), ("-1", None), ("+1", None),
     (" 1", None), ("1.0", None), ("²", None), ("٣", None), ("１", None), ("9" * 5000, None)],
)  # fmt: skip
def test_plain_digits_only_and_not_too_many(text, number):
    assert number_in(text, digits=3) == number
