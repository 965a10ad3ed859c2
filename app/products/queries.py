"""Which products and links are known, and which prices were seen."""

import hashlib
from collections.abc import Iterable, Sequence

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import joinedload

from app.kernel import offload
from app.kernel.database import db
from app.kernel.fetching import fetch_page
from app.kernel.pagination import Page, newest_first
from app.products import rules
from app.products.models import DomainRule, Link, PriceObservation, Product
from app.products.unfurling import PageReading, domain_of, read_page

MOST_OBSERVATIONS = 400


def product_or_none(product_id: int) -> Product | None:
    """One product with its picture."""
    return db.session.scalar(_products().where(Product.id == product_id))


def products_by_ids(product_ids: Sequence[int]) -> list[Product]:
    """The products that exist, with their pictures, in the order of the ids."""
    if not product_ids:
        return []
    found = {product.id: product for product in db.session.scalars(_products().where(Product.id.in_(product_ids)))}
    return [found[one] for one in product_ids if one in found]


def products_like(words: str, *, limit: int) -> list[Product]:
    """Products whose title, brand or shop holds the words; the newest where no words are given."""
    query = (
        _products().where(Product.state.not_in(("ended", "blocked", "merged"))).order_by(Product.id.desc()).limit(limit)
    )
    for word in words.split():
        pattern = f"%{_escaped(word)}%"
        columns = (Product.title, Product.brand, Product.shop_name)
        query = query.where(or_(*(column.ilike(pattern, escape="\\") for column in columns)))
    return list(db.session.scalars(query))


def observations_of(product: Product) -> list[PriceObservation]:
    """The prices seen in the product's currency, oldest first; of a long history the last MOST_OBSERVATIONS."""
    query = (
        select(PriceObservation)
        .where(PriceObservation.product_id == product.id, PriceObservation.currency == product.currency)
        .order_by(PriceObservation.seen_at.desc(), PriceObservation.id.desc())
        .limit(MOST_OBSERVATIONS)
    )
    return list(db.session.scalars(query))[::-1]


def link_or_none(link_id: int) -> Link | None:
    """One link with what is behind it."""
    return db.session.scalar(_links().where(Link.id == link_id))


def link_to(url: str) -> Link | None:
    """The link with this very address."""
    return db.session.scalar(_links().where(Link.url_key == url_key(url)))


def links_for(urls: Iterable[str]) -> dict[str, Link]:
    """The known ones among these addresses."""
    keys = {url_key(url): url for url in urls}
    if not keys:
        return {}
    found = db.session.scalars(_links().where(Link.url_key.in_(keys)))
    return {keys[link.url_key]: link for link in found}


def page_behind(url: str, *, base: str = "", trust_loopback: bool = False) -> PageReading:
    """What stands on the page behind a link, read over the network; `base` is the address it counts as.

    Raises FetchRefused.
    """
    fetched = fetch_page(url, trust_loopback=trust_loopback)
    return offload.run(read_page, fetched.body, base or fetched.url, fetched.charset)


def url_key(url: str) -> str:
    """The key of an address: its digest, so that long addresses stay unique in an index."""
    return hashlib.sha256(url.strip().partition("#")[0].encode()).hexdigest()


def domain_rule_for(url: str) -> DomainRule | None:
    """The rule for the domain of an address: of several the closest."""
    domains = rules.domain_and_above(domain_of(url))
    if not domains:
        return None
    found = {rule.domain: rule for rule in db.session.scalars(select(DomainRule).where(DomainRule.domain.in_(domains)))}
    return next((found[domain] for domain in domains if domain in found), None)


def blocked_domain(url: str) -> DomainRule | None:
    """The rule that blocks an address, if one does."""
    rule = domain_rule_for(url)
    return rule if rule is not None and rule.verdict == "block" else None


def domain_rules() -> list[DomainRule]:
    """All rules for domains, in order of their names."""
    return list(db.session.scalars(select(DomainRule).order_by(DomainRule.domain)))


def domain_rule_or_none(domain: str) -> DomainRule | None:
    """The rule for just this domain."""
    return db.session.get(DomainRule, domain)


def all_products(*, words: str, state: str, domain: str, before: int | None) -> Page[Product]:
    """A page of all products, blocked and merged ones too, the newest first."""
    query = _products()
    for word in words.split():
        columns = (Product.title, Product.brand, Product.shop_name, Product.url)
        query = query.where(or_(*(column.icontains(word, autoescape=True) for column in columns)))
    if state:
        query = query.where(Product.state == state)
    if domain:
        query = query.where(or_(Product.domain == domain, Product.domain.endswith(f".{domain}", autoescape=True)))
    return newest_first(query, Product.id, before=before)


def _products() -> Select[Product]:
    return select(Product).options(joinedload(Product.image))


def _links() -> Select[Link]:
    return select(Link).options(
        joinedload(Link.image), joinedload(Link.product).joinedload(Product.image)
    )  # fmt: skip


def _escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
