"""Whole numbers as people type them and addresses carry them."""


def number_in(text: str | None, *, digits: int) -> int | None:
    """The number, when the text is at most so many plain digits and nothing else; None for anything that is none.

    `str.isdigit` alone takes signs like ² that `int` refuses, and reading a very long number is work on its own.
    """
    return int(text) if text and text.isascii() and text.isdigit() and len(text) <= digits else None
