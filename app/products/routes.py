"""Links, the picker, and the way out to the shop."""

from flask import Blueprint, abort, current_app, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_login import login_required

from app.kernel import clock, rendering, security
from app.kernel.viewer import viewer
from app.products import forms, operations, presenters, queries, rules

bp = Blueprint("products", __name__)
PICKED = 12


@bp.post("/links")
@login_required
@security.limiter.limit("30 per minute; 300 per hour")
def link_create() -> ResponseReturnValue:
    """Ask what is behind a pasted address: 200 with its chip when that is known, 202 while it is being fetched."""
    form = forms.LinkForm()
    if not form.validate_on_submit():
        return rendering.form_refusal(form)
    try:
        link = operations.paste_link(
            form.url.data or "",
            by=viewer(),
            now=clock.now(),
            trust_loopback=bool(current_app.config["TRUST_LOOPBACK"]),
        )
    except operations.NotALink as refusal:
        return _refused_chip(form.url.data or "", refusal)
    return _chip(link.id, 202 if link.status == "pending" else 200)


@bp.get("/links/<int:link_id>")
@login_required
def link_show(link_id: int) -> ResponseReturnValue:
    """The chip of a link as it stands now."""
    return _chip(link_id, 200)


@bp.get("/products/suggestions")
@login_required
def product_suggestions() -> ResponseReturnValue:
    """Products to pick from: those that hold the words of `?q=`, else the newest."""
    found = queries.products_like(request.args.get("q", "")[:60], limit=PICKED)
    return render_template("products/_picker.html", cards=[presenters.card_view(product) for product in found])


@bp.get("/r/<token>")
@security.public
def leave(token: str) -> ResponseReturnValue:
    """The way out: names the domain first, and goes there on `?go=1`. Only addresses signed by us are followed."""
    value = security.unsigned("leave", token)
    target = _target(value)
    if target is None:
        abort(404)
    url, domain, is_product = target
    rule = queries.domain_rule_for(url)
    if rule is not None and rule.verdict == "block":
        refused = rules.blocked_reason(rule)
        back_url = rendering.referring_page() or "/"
        return render_template("products/leave.html", domain=domain, refused=refused, back_url=back_url), 403
    if request.args.get("go"):
        response = redirect(url, 302)
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["Cache-Control"] = "no-store"
        return response
    return render_template(
        "products/leave.html",
        domain=domain,
        go_url=f"/r/{token}?go=1",
        is_product=is_product,
        warning=rule.reason if rule is not None and rule.verdict == "warn" else "",
        back_url=rendering.referring_page() or "/",
    )


def _target(value: object) -> tuple[str, str, bool] | None:
    """Address, domain, and whether it is an offer, of a signed way out."""
    if not isinstance(value, list) or len(value) < 2:
        return None
    kind, identity = value[0], int(value[1])
    if kind == "product":
        product = queries.product_or_none(identity)
        return (product.url, product.domain, True) if product and product.state != "blocked" else None
    link = queries.link_or_none(identity)
    return (link.final_url or link.url, link.domain, link.status == "product") if link else None


def _refused_chip(url: str, refusal: operations.NotALink) -> ResponseReturnValue:
    """Our script shows the reason in the chip's place, like those that come out only when the page is fetched."""
    if rendering.wants_json() or not rendering.wants_fragment():
        return rendering.refusal(refusal.reason, refusal.status)
    link = presenters.LinkView(id="", status="failed", url=url, message=str(refusal.reason))
    return rendering.fragment("products/_link_chip.html", refusal.status, link=link)


def _chip(link_id: int, status: int) -> ResponseReturnValue:
    link = queries.link_or_none(link_id)
    if link is None:
        abort(404)
    return rendering.fragment("products/_link_chip.html", status, link=presenters.link_view(link))
