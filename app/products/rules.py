"""What may become a link or a card, and which posts are advertising."""

from collections.abc import Iterable

from flask_babel import lazy_gettext as _l

from app.kernel.errors import Reason
from app.kernel.fetching import FetchProblem, FetchRefused, refuse_at_sight
from app.products.models import Link, Product
from app.products.unfurling import affiliate_parameters

AD = "ad"
MOST_CARDS = 9

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
