"""Who and what is there before anything happens: accounts with their pictures, and products."""

import random
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.accounts import operations as accounts
from app.accounts import rules
from app.accounts.models import Account
from app.accounts.operations.passwords import hash_password
from app.demo import content
from app.demo.content.timing import DAY, DAYS
from app.demo.operations import gallery
from app.demo.operations.gallery import Gallery
from app.demo.operations.logins import PASSWORD, role_of, secret_of
from app.demo.planning.follows import LONG_AGO
from app.kernel import ids
from app.kernel.transactions import add, operation
from app.media import operations as media
from app.products.models import Product

OLDEST = timedelta(days=1500)


@dataclass(frozen=True)
class Stage:
    """The rows by handle and by key."""

    accounts: dict[str, Account]
    products: dict[str, Product]
    gallery: Gallery


@operation
def set_up(world: content.World, pictures: Gallery, *, seed: int, now: datetime) -> Stage:
    """Put accounts and products into the database."""
    hashed = hash_password(PASSWORD)  # one for all of them: nothing is secret here
    rng = random.Random(f"{seed}/accounts")
    ages = sorted(rng.uniform(LONG_AGO / DAY, OLDEST.days) for _ in world.accounts)
    rng.shuffle(ages)
    return Stage(
        accounts={
            account.handle: _account(account, hashed, pictures, now=now - timedelta(days=age))
            for account, age in zip(world.accounts, ages, strict=True)
        },
        products={
            product.key: _product(product, pictures, now=now - timedelta(minutes=known_since(product, world)))
            for product in world.products
        },
        gallery=pictures,
    )


def known_since(product: content.Product, world: content.World) -> int:
    """Minutes: since its first price was seen, and a day before the first post about it."""
    told = [post.minutes_ago for post in world.posts if product.key in post.all_cards]
    return max([days * DAY for days, _ in product.history] + [age + DAY for age in told] + [DAYS])


def _account(account: content.Account, hashed: str, pictures: Gallery, *, now: datetime) -> Account:
    row = add(
        Account(
            id=ids.new_id(now),
            handle=account.handle,
            nickname=account.nickname,
            name_skeleton=rules.skeleton_of(account.nickname),
            email=f"{account.handle}@demo.example",
            password_hash=hashed,
            role=role_of(account.handle),
            badge=account.badge,
            badge_reason=account.badge_reason,
            bio=account.bio,
            language="en" if account.language == "en" else "",
            created_at=now,
        )
    )
    if row.is_staff:
        accounts.give_app(row, secret=secret_of(account.handle), now=now)
    avatar = pictures.hang(gallery.avatar_of(account.avatar), by=row, now=now)
    banner = pictures.hang(gallery.banner_of(account.banner), by=row, now=now)
    media.attach([avatar, banner], now=now, guard="", to=None)
    row.avatar_key, row.banner_key = avatar.key, banner.key
    return row


def _product(product: content.Product, pictures: Gallery, *, now: datetime) -> Product:
    image = pictures.hang(gallery.plain(product.picture), by=None, now=now)
    media.attach([image], now=now, guard="", to=None)
    return add(
        Product(
            id=ids.new_id(now),
            canonical_key=f"url:{product.url}",
            title=product.title,
            brand=product.brand,
            url=product.url,
            domain=product.domain,
            shop_name=product.shop,
            image=image,
            list_price=product.list_price,
            availability="in_stock",
            source="manual",
            created_at=now,
        )
    )
