"""Addresses of visitors, and the blocks they belong to: one person may have many of one block."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

Address = IPv4Address | IPv6Address
_BLOCKS = {4: 24, 6: 48}


def address_in(text: str) -> Address | None:
    """The IP address that stands there, an IPv4 one inside IPv6 unwrapped; None for anything else."""
    try:
        found = ip_address(text.strip())
    except ValueError:
        return None
    return getattr(found, "ipv4_mapped", None) or found


def block_of(address: Address) -> str:
    """The /24 (IPv4) or /48 (IPv6) that the address belongs to."""
    bare = str(address).partition("%")[0]  # the name of a network card, as in fe80::1%eth0, is no part of a block
    return str(ip_network(f"{bare}/{_BLOCKS[address.version]}", strict=False))
