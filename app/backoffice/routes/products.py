"""Products and the domains they come from."""

from typing import Any
from urllib.parse import urlencode

from flask import abort, render_template, request
from flask_babel import gettext as _

from app.backoffice.routes.blueprint import bp, permits
from app.kernel import clock, rendering
from app.kernel.pagination import cursor_from
from app.kernel.viewer import viewer
from app.products import operations, queries
from app.products.models import Product
from app.products.rules import tidied_domain

STATES = ("live", "ended", "blocked", "merged")


@bp.get("/products")
@permits("products.edit")
def product_index() -> Any:
    """All products: `?q=`, `?state=`, `?domain=`."""
    words, state = request.args.get("q", "").strip()[:60], request.args.get("state", "")
    state = state if state in STATES else ""
    typed = request.args.get("domain", "").strip()
    domain, cursor = tidied_domain(typed) if typed else "", request.args.get("cursor")
    chosen = {key: value for key, value in (("q", words), ("state", state), ("domain", domain)) if value}
    page = queries.all_products(words=words, state=state, domain=domain, before=cursor_from(cursor))
    return render_template(
        "backoffice/products/index.html", page=page, chosen=chosen, query=urlencode(chosen), cursor=cursor
    )


@bp.get("/products/<int:product_id>")
@permits("products.edit")
def product_show(product_id: int) -> Any:
    """One product, and what can be done with it; `?into=<id>` shows what merging it would do."""
    into = request.args.get("into", "").strip().rpartition("/")[2]
    return _shown(_product_or_404(product_id), into=into)


@bp.post("/products/<int:product_id>/block")
@permits("products.edit")
def product_block_create(product_id: int) -> Any:
    """Let it be recommended no more."""
    product = _product_or_404(product_id)
    try:
        operations.block(product, reason=request.form.get("reason", ""), by=viewer(), now=clock.now())
    except operations.NotDecided as refusal:
        return _shown(product, problem=str(refusal.reason), status=refusal.status)
    return rendering.done(_("The product is blocked."), to=f"/admin/products/{product_id}")


@bp.delete("/products/<int:product_id>/block")
@permits("products.edit")
def product_block_delete(product_id: int) -> Any:
    """Let it be what it was."""
    product = _product_or_404(product_id)
    operations.unblock(product, reason=request.form.get("reason", ""), by=viewer(), now=clock.now())
    return rendering.done(_("The product is shown again."), to=f"/admin/products/{product_id}")


@bp.post("/products/<int:product_id>/merger")
@permits("products.edit")
def product_merger_create(product_id: int) -> Any:
    """Make it a part of another one, once that was seen and confirmed."""
    product, typed = _product_or_404(product_id), request.form.get("into", "")
    into = _product_or_none(typed)
    if into is None or request.form.get("confirmed") != "yes":
        return _shown(product, into=typed, problem=_("Look at both, and tick that they are the same."), status=422)
    try:
        operations.merge(product, into, reason=request.form.get("reason", ""), by=viewer(), now=clock.now())
    except operations.NotDecided as refusal:
        return _shown(product, into=typed, problem=str(refusal.reason), status=refusal.status)
    return rendering.done(_("Both are one product now."), to=f"/admin/products/{into.id}")


@bp.get("/domains")
@permits("products.edit")
def domain_index() -> Any:
    """Which domains are allowed, warned of, blocked."""
    return _domains()


@bp.post("/domains")
@permits("products.edit")
def domain_create() -> Any:
    """Set the rule of a domain, a new one or anew."""
    form = request.form
    try:
        rule = operations.rule_domain(
            form.get("domain", ""), verdict=form.get("verdict", ""), reason=form.get("reason", ""), by=viewer(),
            now=clock.now(),
        )  # fmt: skip
    except operations.NotDecided as refusal:
        return _domains(problem=str(refusal.reason), status=refusal.status)
    return rendering.done(_("The rule for %(domain)s holds now.", domain=rule.domain), to="/admin/domains")


@bp.delete("/domains/<domain>")
@permits("products.edit")
def domain_delete(domain: str) -> Any:
    """Take the rule of a domain away."""
    rule = queries.domain_rule_or_none(domain) or abort(404)
    operations.clear_domain(rule, by=viewer(), now=clock.now())
    return rendering.done(_("There is no rule for %(domain)s any more.", domain=domain), to="/admin/domains")


def _shown(product: Product, *, into: str = "", problem: str = "", status: int = 200) -> Any:
    other = _product_or_none(into)
    merged_into = queries.product_or_none(product.merged_into_id) if product.merged_into_id else None
    return render_template(
        "backoffice/products/show.html", product=product, other=other, into=into, merged_into=merged_into,
        problem=problem, rule=queries.domain_rule_for(product.url), typed=request.form,
    ), status  # fmt: skip


def _domains(*, problem: str = "", status: int = 200) -> Any:
    page = render_template(
        "backoffice/products/domains.html", rules=queries.domain_rules(), problem=problem, typed=request.form
    )
    return page, status


def _product_or_404(product_id: int) -> Product:
    return queries.product_or_none(product_id) or abort(404)


def _product_or_none(typed: str) -> Product | None:
    """The product of a number or an address of its page."""
    number = cursor_from(typed.strip().rstrip("/").rpartition("/")[2])
    return queries.product_or_none(number) if number else None
