"""The fetch itself: vet, connect to what was vetted, follow at most three redirects, read within bounds."""

import ipaddress
from dataclasses import dataclass
from urllib.parse import urljoin

import urllib3
from urllib3.exceptions import ConnectTimeoutError, HTTPError, ReadTimeoutError

from app.kernel.fetching.addresses import Address, Resolver, is_loopback, is_refused, system_resolver, vetted_addresses
from app.kernel.fetching.bodies import looks_like_html, looks_like_picture, read_body
from app.kernel.fetching.connections import Deadline, opened
from app.kernel.fetching.refusals import FetchProblem, FetchRefused
from app.kernel.fetching.targets import PUBLIC_PORTS, Target, target_of

MOST_REDIRECTS = 3
_MOST_ADDRESSES_TRIED = 3
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_USER_AGENT = "Mozilla/5.0 (compatible; ZhongcaoBot/1.0; link preview)"


@dataclass(frozen=True)
class Appetite:
    """What a fetch is willing to take: kind of content, bytes after unpacking, seconds for everything together."""

    kind: str
    accept: str
    most_bytes: int
    seconds: float


PAGE = Appetite("page", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.1", 4 * 1024 * 1024, 3.0)
PICTURE = Appetite("picture", "image/webp,image/png,image/jpeg,image/*;q=0.8", 8 * 1024 * 1024, 6.0)


@dataclass(frozen=True)
class Fetched:
    """What came back: `url` is where the last redirect led, `via` the addresses before it."""

    url: str
    status: int
    content_type: str
    charset: str | None
    body: bytes
    via: tuple[str, ...] = ()


def refuse_at_sight(url: str, *, trust_loopback: bool = False) -> None:
    """Refuse what its address alone condemns, without asking any name server. Raises FetchRefused."""
    target = target_of(url)
    try:
        address = ipaddress.ip_address("127.0.0.1" if target.host == "localhost" else target.host)
    except ValueError:
        return
    if is_refused(address, trust_loopback=trust_loopback):
        raise FetchRefused(FetchProblem.PRIVATE_ADDRESS, url=url)


def fetch_page(url: str, *, trust_loopback: bool = False, resolver: Resolver = system_resolver) -> Fetched:
    """Fetch HTML: at most 4 MiB within 3 seconds. Raises FetchRefused."""
    return fetch(url, PAGE, trust_loopback=trust_loopback, resolver=resolver)


def fetch_picture(url: str, *, trust_loopback: bool = False, resolver: Resolver = system_resolver) -> Fetched:
    """Fetch a picture: at most 8 MiB within 6 seconds, no SVG. Raises FetchRefused."""
    return fetch(url, PICTURE, trust_loopback=trust_loopback, resolver=resolver)


def fetch(
    url: str, appetite: Appetite, *, trust_loopback: bool = False, resolver: Resolver = system_resolver
) -> Fetched:
    """GET a URL of unknown intent. Every hop is vetted anew and pinned. Raises FetchRefused, nothing else."""
    via: list[str] = []
    with Deadline(appetite.seconds) as deadline:
        while True:
            try:
                found = _hop(url, appetite, deadline, trust_loopback, resolver)
            except FetchRefused as refusal:
                refusal.url = refusal.url or url
                raise
            if isinstance(found, Fetched):
                return Fetched(found.url, found.status, found.content_type, found.charset, found.body, tuple(via))
            via.append(url)
            if len(via) > MOST_REDIRECTS:
                raise FetchRefused(FetchProblem.TOO_MANY_REDIRECTS, url=url)
            url = found


def _hop(url: str, appetite: Appetite, deadline: Deadline, trust_loopback: bool, resolver: Resolver) -> Fetched | str:
    """One request: the answer, or the URL it redirects to."""
    target = target_of(url)
    addresses = vetted_addresses(
        target.host, target.port, trust_loopback=trust_loopback, resolver=resolver, patience=deadline.remaining
    )
    if target.port not in PUBLIC_PORTS and not all(is_loopback(address) for address in addresses):
        raise FetchRefused(FetchProblem.BAD_URL)
    refusal = FetchRefused(FetchProblem.CONNECTION_FAILED)
    for address in addresses[:_MOST_ADDRESSES_TRIED]:
        try:
            return _ask(target, address, appetite, deadline)
        except (ConnectTimeoutError, ReadTimeoutError) as error:
            raise FetchRefused(FetchProblem.TOO_SLOW) from error
        except (HTTPError, OSError, ValueError) as error:
            if deadline.is_over:
                raise FetchRefused(FetchProblem.TOO_SLOW) from error
            refusal.__cause__ = error
    raise refusal


def _ask(target: Target, address: Address, appetite: Appetite, deadline: Deadline) -> Fetched | str:
    headers = {
        "User-Agent": _USER_AGENT,
        "Accept": appetite.accept,
        "Accept-Encoding": "gzip, deflate",
        "Accept-Language": "zh-CN,zh;q=0.9,en;q=0.8",
        "Connection": "close",
    }
    with opened(target, address, deadline, headers) as response:
        if response.status in _REDIRECTS and (location := response.headers.get("Location")):
            return urljoin(target.url, location.strip())
        if not 200 <= response.status < 300 or response.status in (204, 205):
            raise FetchRefused(FetchProblem.HTTP_STATUS, status=response.status)
        content_type, charset = _content_type(response)
        _refuse_wrong_type(content_type, appetite)
        body = read_body(response, limit=appetite.most_bytes, deadline=deadline)
    _refuse_wrong_bytes(content_type, body, appetite)
    return Fetched(target.url, response.status, content_type, charset, body)


def _content_type(response: urllib3.BaseHTTPResponse) -> tuple[str, str | None]:
    kind, _, parameters = response.headers.get("Content-Type", "").partition(";")
    for parameter in parameters.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return kind.strip().lower(), value.strip(" \t\"'") or None
    return kind.strip().lower(), None


def _refuse_wrong_type(content_type: str, appetite: Appetite) -> None:
    """Refuse before reading what cannot be right; a missing type is settled by the first bytes."""
    if appetite.kind == "page" and content_type not in ("text/html", "application/xhtml+xml", ""):
        raise FetchRefused(FetchProblem.NOT_HTML)
    if appetite.kind == "picture":
        is_raster = content_type.startswith("image/") and "svg" not in content_type
        if not is_raster and content_type not in ("application/octet-stream", "binary/octet-stream", ""):
            raise FetchRefused(FetchProblem.NOT_IMAGE)


def _refuse_wrong_bytes(content_type: str, body: bytes, appetite: Appetite) -> None:
    if appetite.kind == "page" and not content_type and not looks_like_html(body):
        raise FetchRefused(FetchProblem.NOT_HTML)
    if appetite.kind == "picture" and not content_type.startswith("image/") and not looks_like_picture(body):
        raise FetchRefused(FetchProblem.NOT_IMAGE)
