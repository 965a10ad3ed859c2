"""Which network addresses may be spoken to.

A name is resolved once and the connection goes to the very addresses that were looked at here; asking a second time
would let a hostile name server give an innocent answer first and an inside address afterwards (DNS rebinding).
"""

import ipaddress
import socket
import threading
from collections.abc import Callable, Sequence
from typing import TypeAlias

from app.kernel.fetching.refusals import FetchProblem, FetchRefused

Address: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolver: TypeAlias = Callable[[str, int], Sequence[str]]

#: Ranges that `is_global` lets pass in some Python version, or that smuggle an IPv4 address inside an IPv6 one.
_NEVER = tuple(
    ipaddress.ip_network(block)
    for block in (
        "0.0.0.0/8",
        "100.64.0.0/10",  # carrier-grade NAT, and the metadata service of one large cloud
        "168.63.129.16/32",  # a cloud's control address that looks public
        "169.254.0.0/16",
        "192.0.0.0/24",
        "192.88.99.0/24",
        "198.18.0.0/15",
        "224.0.0.0/4",
        "240.0.0.0/4",
        "::/96",
        "::ffff:0:0/96",
        "::ffff:0:0:0/96",
        "64:ff9b::/96",
        "64:ff9b:1::/48",
        "100::/64",
        "2001::/23",
        "2002::/16",
        "5f00::/16",
        "fc00::/7",
        "fe80::/10",
        "fec0::/10",
        "ff00::/8",
    )
)


def is_refused(address: Address, *, trust_loopback: bool) -> bool:
    """Whether this address is off limits. `trust_loopback` opens 127.0.0.0/8 and ::1 and nothing else."""
    if trust_loopback and is_loopback(address):
        return False
    return not address.is_global or any(address in block for block in _NEVER if block.version == address.version)


def is_loopback(address: Address) -> bool:
    """127.0.0.0/8 or ::1 themselves; an IPv4 address wrapped into IPv6 does not count."""
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped is not None:
        return False
    return address.is_loopback


def vetted_addresses(
    host: str, port: int, *, trust_loopback: bool, resolver: Resolver, patience: float
) -> list[Address]:
    """The addresses behind a host, all of them acceptable. One bad address condemns the whole name."""
    answers = _resolve_in_time(host, port, resolver, patience)
    try:
        addresses = [ipaddress.ip_address(answer) for answer in dict.fromkeys(answers)]
    except ValueError as error:  # an address with a zone (fe80::1%eth0) is link-local by nature
        raise FetchRefused(FetchProblem.PRIVATE_ADDRESS) from error
    if not addresses:
        raise FetchRefused(FetchProblem.UNRESOLVABLE)
    if any(is_refused(address, trust_loopback=trust_loopback) for address in addresses):
        raise FetchRefused(FetchProblem.PRIVATE_ADDRESS)
    return addresses


def system_resolver(host: str, port: int) -> list[str]:
    """All addresses the operating system knows for a host, in its order of preference."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    return [str(entry[4][0]) for entry in found]


def _resolve_in_time(host: str, port: int, resolver: Resolver, patience: float) -> Sequence[str]:
    # The system resolver knows no deadline of its own, so it is waited for from outside.
    answers: list[Sequence[str]] = []
    failures: list[Exception] = []

    def ask() -> None:
        try:
            answers.append(resolver(host, port))
        except (OSError, UnicodeError) as error:
            failures.append(error)

    asking = threading.Thread(target=ask, daemon=True, name="fetching-resolver")
    asking.start()
    asking.join(max(patience, 0.0))
    if answers:
        return answers[0]
    raise FetchRefused(FetchProblem.UNRESOLVABLE if failures else FetchProblem.TOO_SLOW)
