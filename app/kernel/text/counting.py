"""Length in the way of Weibo: a Chinese character counts 1, an ASCII one ½, a link 10; the sum is rounded up."""

from app.kernel.text.tokens import URL, trimmed_url

LINK_WEIGHT = 10


def weight(text: str) -> int:
    """The weighted length of `text`, in whole characters."""
    halves = 0
    position = 0
    for match in URL.finditer(text):
        halves += _halves(text[position : match.start()]) + 2 * LINK_WEIGHT
        position = match.start() + len(trimmed_url(match.group()))
    halves += _halves(text[position:])
    return (halves + 1) // 2


def _halves(text: str) -> int:
    return sum(1 if ord(character) < 128 else 2 for character in text)
