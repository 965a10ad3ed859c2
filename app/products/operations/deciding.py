"""What staff decides about products and the domains they come from; every act has a row in the audit log."""

from datetime import datetime
from typing import Any

from sqlalchemy import update

from app.accounts.models import Account
from app.kernel import audit
from app.kernel.database import db
from app.kernel.errors import Refusal
from app.kernel.events import announce
from app.kernel.transactions import add, locked, operation
from app.products import rules
from app.products.events import ProductChanged, ProductMerged
from app.products.models import DomainRule, Link, Product
from app.products.operations.linking import put_back, take_down

MERGED = "merged"


class NotDecided(Refusal):
    """This cannot be done with the product or domain."""

    status = 422


@operation
def block(product: Product, *, reason: str, by: Account, now: datetime) -> None:
    """Let a product be recommended no more: its cards say so and lead nowhere. Raises NotDecided."""
    reason = reason.strip()
    if problem := rules.why_not_block(product, reason):
        raise NotDecided(problem)
    before = {"state": product.state}
    take_down(product, by=by, reason=reason, now=now)
    audit.write(
        "products.block", by=by, now=now, on=("product", product.id), before=before, after={"state": "blocked"},
        reason=reason,
    )  # fmt: skip


@operation
def unblock(product: Product, *, reason: str, by: Account, now: datetime) -> None:
    """Let a blocked product be what it was; again changes nothing."""
    if put_back(product, by=by, now=now):
        states: dict[str, Any] = {"before": {"state": "blocked"}, "after": {"state": "live"}}
        audit.write("products.unblock", by=by, now=now, on=("product", product.id), reason=reason.strip(), **states)


@operation
def merge(product: Product, into: Product, *, reason: str, by: Account, now: datetime) -> None:
    """Make two products one: links, posts, wishes and messages about `product` are about `into` from now on.

    It cannot be undone: which of them was meant where is not kept. The prices seen stay with the product that was
    seen. Raises NotDecided.
    """
    first, second = sorted((product, into), key=lambda one: one.id)
    locked(first)
    locked(second)
    if problem := rules.why_not_merge(product, into):
        raise NotDecided(problem)
    chained = update(Product).where(Product.merged_into_id == product.id).values(merged_into_id=into.id)
    links = update(Link).where(Link.product_id == product.id).values(product_id=into.id)
    for statement in (chained, links):
        db.session.execute(statement.execution_options(synchronize_session=False))
    before = {"state": product.state, "posts": product.post_count, "wishes": product.want_count}
    product.merged_into_id, product.state = into.id, MERGED
    db.session.flush()
    announce(ProductMerged(product.id, into.id))
    announce(ProductChanged(product.id))
    after = {"into": str(into.id)}
    audit.write(
        "products.merge", by=by, now=now, on=("product", product.id), before=before, after=after, reason=reason.strip()
    )


@operation
def rule_domain(domain: str, *, verdict: str, reason: str, by: Account, now: datetime) -> DomainRule:
    """Allow, warn of or block links to a domain and all below it, from now on. Raises NotDecided."""
    domain, reason = rules.tidied_domain(domain), reason.strip()
    if problem := rules.why_not_rule(domain, verdict, reason):
        raise NotDecided(problem)
    row = db.session.get(DomainRule, domain)
    before = {"verdict": row.verdict, "reason": row.reason} if row is not None else {}
    if row is None:
        row = add(DomainRule(domain=domain, verdict=verdict, reason=reason, by_id=by.id, updated_at=now))
    else:
        row.verdict, row.reason, row.by_id, row.updated_at = verdict, reason, by.id, now
    after = {"domain": domain, "verdict": verdict}
    audit.write("domains.rule", by=by, now=now, on=("domain", None), before=before, after=after, reason=reason)
    return row


@operation
def clear_domain(rule: DomainRule, *, by: Account, now: datetime) -> None:
    """Leave a domain to the rules of those above it, or to none."""
    before = {"domain": rule.domain, "verdict": rule.verdict, "reason": rule.reason}
    audit.write("domains.clear", by=by, now=now, on=("domain", None), before=before)
    db.session.delete(rule)
