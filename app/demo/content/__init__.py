"""The texts of the demo world: `load(seed)` gives accounts, products, posts, reposts and comments as plain values.

Everything here was written for this project. One JSON object a line; posts carry their comments and repost trees.
"""

from app.demo.content.desk import Desk
from app.demo.content.reading import load
from app.demo.content.records import (
    Account,
    Circle,
    Comment,
    Hosting,
    Message,
    Picture,
    Post,
    Product,
    Question,
    Repost,
    World,
)

__all__ = [
    "Account",
    "Circle",
    "Comment",
    "Desk",
    "Hosting",
    "Message",
    "Picture",
    "Post",
    "Product",
    "Question",
    "Repost",
    "World",
    "load",
]
