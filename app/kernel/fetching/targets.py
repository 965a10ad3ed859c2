"""Reading an address that a stranger typed: what may be asked for at all."""

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

import idna

from app.kernel.fetching.refusals import FetchProblem, FetchRefused

PUBLIC_PORTS = frozenset({80, 443, 8080, 8443})
_DEFAULT_PORTS = {"http": 80, "https": 443}
_LONGEST_URL = 4096
_FORBIDDEN = re.compile(r"[\x00-\x20\x7f\\]")
_SAFE_IN_PATH = "/%:@!$&'()*+,;=~-._[]"


@dataclass(frozen=True)
class Target:
    """A URL taken apart, with the host in the form a name server understands."""

    scheme: str
    host: str
    port: int
    request_path: str

    @property
    def host_header(self) -> str:
        """The Host line: the name as the shop knows it, whichever address the connection goes to."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _DEFAULT_PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """The address in its cleaned form, without fragment."""
        return f"{self.scheme}://{self.host_header}{self.request_path}"


def target_of(url: str) -> Target:
    """Take a URL apart. Raises FetchRefused (bad_scheme, bad_url) for what must not or cannot be asked for."""
    url = url.strip()
    if len(url) > _LONGEST_URL or _FORBIDDEN.search(url):
        raise FetchRefused(FetchProblem.BAD_URL)
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise FetchRefused(FetchProblem.BAD_URL) from error
    if parts.scheme.lower() not in _DEFAULT_PORTS:
        raise FetchRefused(FetchProblem.BAD_SCHEME)
    if not parts.hostname or "@" in parts.netloc or port == 0:
        raise FetchRefused(FetchProblem.BAD_URL)
    path = quote(parts.path or "/", safe=_SAFE_IN_PATH)
    query = quote(parts.query, safe=_SAFE_IN_PATH + "?")
    return Target(
        scheme=parts.scheme.lower(),
        host=_ascii_host(parts.hostname),
        port=port or _DEFAULT_PORTS[parts.scheme.lower()],
        request_path=f"{path}?{query}" if query else path,
    )


def _ascii_host(host: str) -> str:
    if ":" in host:
        try:
            return str(ipaddress.IPv6Address(host)) if "%" not in host else _refuse()
        except ValueError as error:
            raise FetchRefused(FetchProblem.BAD_URL) from error
    host = host.rstrip(".").lower()
    if not host or len(host) > 253:
        _refuse()
    if host.isascii():
        return host if re.fullmatch(r"[a-z0-9_.-]+", host) and ".." not in host else _refuse()
    try:
        return idna.encode(host, uts46=True).decode("ascii")
    except idna.IDNAError as error:
        raise FetchRefused(FetchProblem.BAD_URL) from error


def _refuse() -> str:
    raise FetchRefused(FetchProblem.BAD_URL)
