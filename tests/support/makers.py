"""Makers: rows put straight into the database, without listeners; for the acts themselves call the operations."""

import itertools
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from app.accounts import models as accounts
from app.accounts.rules import skeleton_of
from app.announcements import models as _announcements  # noqa: F401
from app.kernel import clock, settings
from app.kernel.transactions import add, operation
from app.media.models import Image, Video
from app.messages import models as _messages  # noqa: F401
from app.moderation import models as _moderation  # noqa: F401
from app.notifications import models as _notifications  # noqa: F401 - so that every table is known
from app.portability import models as _portability  # noqa: F401
from app.posts.models import Post, PostProduct
from app.posts.operations import hanging
from app.products.models import Product
from app.relationships.models import Block, Follow
from app.screening import models as _screening  # noqa: F401
from app.timelines import models as _timelines  # noqa: F401
from app.verification import models as _verification  # noqa: F401

PASSWORD = "correct horse"
PASSWORD_HASH = ""
_numbers = itertools.count(1)


def use_cheap_passwords() -> None:
    """The cheapest legal argon2 hash: tests are about other things."""
    from argon2 import PasswordHasher

    global PASSWORD_HASH
    PASSWORD_HASH = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)


@operation
def make_account(handle: str | None = None, nickname: str | None = None, **values: Any) -> accounts.Account:
    """An account with the cast's password."""
    number = next(_numbers)
    handle, nickname = handle or f"person{number}", nickname or f"某人{number}"
    values.setdefault("name_skeleton", skeleton_of(nickname))
    return add(
        accounts.Account(
            handle=handle,
            nickname=nickname,
            email=f"{handle}@example.com",
            password_hash=PASSWORD_HASH,
            created_at=clock.now(),
            **values,
        )
    )


@operation
def make_setting(key: str, value: Any) -> settings.Setting:
    """A setting that staff has changed."""
    return add(settings.Setting(key=key, value=value, updated_at=clock.now()))


@operation
def make_second_factor(*, of: accounts.Account) -> accounts.SecondFactor:
    """An authenticator app in use."""
    now = clock.now()
    return add(accounts.SecondFactor(account_id=of.id, kind="totp", created_at=now, confirmed_at=now))


@operation
def make_follow(*, by: accounts.Account, of: accounts.Account) -> Follow:
    """`by` follows `of`, counters included."""
    by.following_count += 1
    of.follower_count += 1
    return add(Follow(follower_id=by.id, followee_id=of.id, created_at=clock.now()))


@operation
def make_block(*, by: accounts.Account, of: accounts.Account) -> Block:
    """`by` has blocked `of`."""
    return add(Block(blocker_id=by.id, blocked_id=of.id, created_at=clock.now()))


@operation
def make_image(*, by: accounts.Account | None = None) -> Image:
    """A picture's row (no files)."""
    number = next(_numbers)
    key = f"{number % 90 + 10}/aa/picture-{number:08d}"
    return add(
        Image(owner_id=by.id if by else None, key=key, kind="webp", width=800, height=600, size=1000,
              created_at=clock.now())
    )  # fmt: skip


@operation
def make_video(*, by: accounts.Account, length: int = 15_000) -> Video:
    """A video's row (no files)."""
    key = f"{next(_numbers) % 90 + 10}/aa/video-{next(_numbers):08d}"
    return add(Video(owner_id=by.id, key=key, width=1280, height=720, length=length, size=1000, created_at=clock.now()))


@operation
def make_product(title: str = "山野手冲壶", price: str | None = "129", **values: Any) -> Product:
    """A product with one price."""
    number = next(_numbers)
    values.setdefault("canonical_key", f"url:https://shop.example/{number}")
    values.setdefault("url", f"https://shop.example/{number}")
    values.setdefault("domain", "shop.example")
    values.setdefault("shop_name", "山野小铺")
    values.setdefault("currency", "CNY" if price else "")
    return add(
        Product(
            title=title,
            price=Decimal(price) if price else None,
            price_seen_at=clock.now(),
            created_at=clock.now(),
            **values,
        )
    )


@operation
def make_post(
    *, by: accounts.Account, text: str = "今天的风很好。", cards: list[Product] | None = None, **values: Any
) -> Post:
    """An original post."""
    values.setdefault("label", "ad" if cards else "")
    post = add(Post.original(author=by, text=text, at=clock.now(), **values))
    for position, product in enumerate(cards or []):
        add(PostProduct(post_id=post.id, position=position, product_id=product.id,
                        price_at_posting=product.price, currency=product.currency))  # fmt: skip
    hanging.speak_of_cards(post)
    return post


@operation
def make_repost(parent: Post, *, by: accounts.Account, text: str = "", **values: Any) -> Post:
    """A repost of `parent`, counters left alone."""
    post = add(Post.repost_of(parent, author=by, text=text, at=clock.now(), **values))
    if text:
        hanging.speak_of_cards(post)
    return post


ALL: list[Callable[..., Any]] = [
    make_account, make_follow, make_block, make_image, make_video, make_product, make_post, make_repost,
]  # fmt: skip


def fixture_for(maker: Callable[..., Any]) -> Any:
    """The maker as a fixture of its own name."""

    @pytest.fixture(name=maker.__name__)
    def fixture(app: Any) -> Callable[..., Any]:
        return maker

    return fixture
