"""Text as people write it: how long it is, and which parts of it mean something."""

from app.kernel.text.counting import weight
from app.kernel.text.emoticons import EMOTICONS
from app.kernel.text.numbers import number_in
from app.kernel.text.tokens import Token, tokens, urls

__all__ = ["EMOTICONS", "Token", "number_in", "tokens", "urls", "weight"]
