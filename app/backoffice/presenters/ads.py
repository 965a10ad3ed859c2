"""Posts that advertise, as staff reads them."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.accounts.presenters import AccountView, account_view
from app.posts import queries
from app.posts.models import Post
from app.posts.rules.labelling import AD_WORDS
from app.products.models import Product

EXCERPT = 140
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class AdRow:
    """A post, where it leads, and which of its words sound like advertising."""

    id: str
    url: str
    author: AccountView
    excerpt: str
    at: datetime
    label: str
    products: list[tuple[str, str]]
    domains: list[str]
    words: list[str]


def ad_rows(posts: Sequence[Post]) -> list[AdRow]:
    """Rows for posts, author and link loaded; their cards in one statement."""
    cards = queries.cards_of([post.id for post in posts])
    return [_row(post, [card.product for card in cards.get(post.id, [])]) for post in posts]


def as_csv(rows: Sequence[AdRow]) -> str:
    """The same for a spreadsheet."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(("post", "at", "account", "handle", "label", "domains", "products", "text"))
    for row in rows:
        cells = (
            row.url, row.at.isoformat(timespec="seconds"), row.author.nickname, row.author.handle, row.label,
            " ".join(row.domains), " | ".join(title for title, _url in row.products), row.excerpt,
        )  # fmt: skip
        writer.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in cells])
    return "\ufeff" + file.getvalue()


def _row(post: Post, products: Sequence[Product]) -> AdRow:
    domains = [product.domain for product in products]
    if post.link is not None:
        domains.append(post.link.domain)
    return AdRow(
        id=str(post.id),
        url=f"/posts/{post.id}",
        author=account_view(post.author),
        excerpt=post.text[:EXCERPT] + ("…" if len(post.text) > EXCERPT else ""),
        at=post.created_at,
        label=post.label,
        products=[(product.title, f"/admin/products/{product.id}") for product in products],
        domains=list(dict.fromkeys(filter(None, domains))),
        words=[word for word in AD_WORDS if word in post.text],
    )
