"""What may become a link or a card, and which posts are advertising."""

import re
from collections.abc import Iterable

from flask_babel import lazy_gettext as _l

from app.kernel.errors import Reason
from app.kernel.fetching import FetchProblem, FetchRefused, refuse_at_sight
from app.products.models import DomainRule, Link, Product
from app.products.unfurling import affiliate_parameters, domain_of

AD = "ad"
MOST_CARDS = 9
VERDICTS = ("allow", "warn", "block")
BLOCKED_DOMAIN = "blocked_domain"
REFUSED_WORDS = "refused_words"
REASON_MAX = 200

BLOCKED = Reason(BLOCKED_DOMAIN, _l("Links to this site are not allowed here."))
HOLDS_WORDS = Reason(REFUSED_WORDS, _l("The page behind this link holds words that cannot be shown on a card here."))
NO_REASON = Reason("no_reason", _l("Say why, in up to 200 characters."))
BLOCKED_ALREADY = Reason("blocked_already", _l("This product is blocked already."))
MERGED_ALREADY = Reason("merged_already", _l("This product is a part of another one already."))
SAME_PRODUCT = Reason("same_product", _l("These are the same product."))
BAD_DOMAIN = Reason("bad_domain", _l("This is no domain. Write it like shop.example.com."))
BAD_VERDICT = Reason("bad_verdict", _l("A domain is allowed, warned of or blocked."))
_LABEL = r"[a-z0-9\u00a1-\uffff](?:[a-z0-9\u00a1-\uffff-]{0,61}[a-z0-9\u00a1-\uffff])?"
_DOMAIN = re.compile(rf"(?:{_LABEL}\.)+{_LABEL}")

_SENTENCES = {
    FetchProblem.BAD_SCHEME: _l("Only links that begin with http:// or https:// can become a card."),
    FetchProblem.BAD_URL: _l("This link cannot be read. Check whether it was copied whole."),
    FetchProblem.PRIVATE_ADDRESS: _l("This link leads into a private network; we do not open it."),
    FetchProblem.UNRESOLVABLE: _l("There is no site under this name. Check the link."),
    FetchProblem.TOO_MANY_REDIRECTS: _l("This link only leads from one place to the next. Paste the last one."),
    FetchProblem.TOO_LARGE: _l("This page is too large for us to read."),
    FetchProblem.TOO_SLOW: _l("The shop did not answer in time. You can try again, or post the plain link."),
    FetchProblem.NOT_HTML: _l("Behind this link there is a file, not a page."),
    FetchProblem.NOT_IMAGE: _l("The picture behind this link cannot be read."),
    FetchProblem.HTTP_STATUS: _l("The shop refuses to show this page to us. The plain link still works in your post."),
    FetchProblem.CONNECTION_FAILED: _l("The shop cannot be reached right now. You can try again."),
}


def reason_for(problem: str) -> Reason:
    """Why nothing could be read behind a link."""
    if problem == BLOCKED_DOMAIN:
        return BLOCKED
    if problem == REFUSED_WORDS:
        return HOLDS_WORDS
    return Reason(problem, _SENTENCES[FetchProblem(problem)])


def why_not_paste(url: str, *, trust_loopback: bool) -> Reason | None:
    """What the address alone tells: no web address, or one inside a private network."""
    try:
        refuse_at_sight(url, trust_loopback=trust_loopback)
    except FetchRefused as refusal:
        return reason_for(refusal.problem.value)
    return None


def needs_ad_label(products: Iterable[Product], links: Iterable[Link], urls: Iterable[str]) -> bool:
    """Whether a post must carry 「广告」: it lets people buy, or somebody earns on one of its links.

    Source: 互联网广告管理办法 (SAMR Order 72, 2023) art. 9(3): sharing an experience together with a purchase link
    must be marked by whoever publishes it.
    """
    return (
        any(True for _product in products)
        or any(link.status == "product" for link in links)
        or any(affiliate_parameters(url) for url in urls)
    )


def tidied_domain(typed: str) -> str:
    """A domain as rules are kept for it, from a domain or a whole address."""
    typed = typed.strip().lower()
    return domain_of(typed if "//" in typed else f"https://{typed}")


def domain_and_above(domain: str) -> list[str]:
    """The domain and those above it, the closest first; none that is a single word."""
    parts = domain.split(".")
    return [".".join(parts[start:]) for start in range(len(parts) - 1)]


def blocked_reason(rule: DomainRule) -> Reason:
    """Why a link may not be used."""
    why = _l("Links to %(domain)s are not allowed here: %(why)s", domain=rule.domain, why=rule.reason)
    return Reason(BLOCKED_DOMAIN, why) if rule.reason else BLOCKED


def why_not_block(product: Product, reason: str) -> Reason | None:
    """Whether staff may block this product for this reason."""
    if product.state == "merged":
        return MERGED_ALREADY
    if product.state == "blocked":
        return BLOCKED_ALREADY
    return NO_REASON if not 0 < len(reason) <= REASON_MAX else None


def why_not_merge(product: Product, into: Product) -> Reason | None:
    """Whether the first can become a part of the second."""
    if product.id == into.id:
        return SAME_PRODUCT
    return MERGED_ALREADY if "merged" in (product.state, into.state) else None


def why_not_rule(domain: str, verdict: str, reason: str) -> Reason | None:
    """What is wrong with a rule for a domain."""
    if len(domain) > 253 or not _DOMAIN.fullmatch(domain):
        return BAD_DOMAIN
    if verdict not in VERDICTS:
        return BAD_VERDICT
    return NO_REASON if len(reason) > REASON_MAX or (verdict != "allow" and not reason) else None
