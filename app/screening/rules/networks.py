"""Whose neighbours accounts are, seen from where they act."""

from ipaddress import IPv6Address, ip_address, ip_network

_BLOCKS = {4: 24, 6: 48}


def public_network(address: str) -> str:
    """The /24 (IPv4) or /48 (IPv6) of an address; '' for one that is not public: there everybody is a neighbour."""
    try:
        found = ip_address(address)
    except ValueError:
        return ""
    if isinstance(found, IPv6Address) and found.ipv4_mapped:
        found = found.ipv4_mapped
    return str(ip_network(f"{found}/{_BLOCKS[found.version]}", strict=False)) if found.is_global else ""
